/// The shape of a value: what Swift type holds it and which values are valid.
package indirect enum Shape: Sendable, Hashable {
  case string(StringRules)
  case integer(IntegerRules)
  case number(NumberRules)
  case boolean
  case array(Shape, ArrayRules, XMLArray)
  /// Member names to values of one shape.
  case dictionary(Shape, ObjectRules)
  /// Any JSON value.
  case any
  /// A declared type.
  case declared(TypeName)
  /// The value or null; never nested, never around `any`.
  case nullable(Shape)
}

/// Lengths count Unicode scalars (JSON Schema 2020-12 validation, 6.3).
package struct StringRules: Sendable, Hashable {
  package var minLength: Int
  package var maxLength: Int?
  package var pattern: PatternRule?
  package var format: StringFormat?
  /// Whether people must not see it (`format: password`). No rule, and nothing checks it.
  package var isSecret: Bool

  package init(
    minLength: Int = 0, maxLength: Int? = nil, pattern: PatternRule? = nil,
    format: StringFormat? = nil, isSecret: Bool = false
  ) {
    self.minLength = minLength
    self.maxLength = maxLength
    self.pattern = pattern
    self.format = format
    self.isSecret = isSecret
  }
}

/// A `pattern`, already compiled to an automaton.
package struct PatternRule: Sendable, Hashable {
  /// As the contract has it (ECMA-262).
  package var source: String
  /// The automaton as generated code embeds it: printable ASCII without quotes or backslashes.
  package var automaton: String
  /// Texts that it accepts and refuses; nil in a rule that was not made from a contract.
  package var texts: PatternTexts?

  package init(source: String, automaton: String, texts: PatternTexts? = nil) {
    self.source = source
    self.automaton = automaton
    self.texts = texts
  }

  /// The texts follow from the rest.
  package static func == (left: PatternRule, right: PatternRule) -> Bool {
    left.source == right.source && left.automaton == right.automaton
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(automaton)
  }
}

/// The formats that are checked; annotations such as `password` are not among them.
package enum StringFormat: String, Sendable, Hashable, CaseIterable {
  case dateTime = "date-time"
  case date
  case time
  case duration
  case uuid
  case email
  case uri
  case uriReference = "uri-reference"
  case hostname
  case ipv4
  case ipv6
  case byte
}

/// Of bounds on the same side, only the nearest is there; one between two integers is the next of
/// them that has the same meaning.
package struct IntegerRules: Sendable, Hashable {
  package enum Width: Sendable, Hashable { case int32, int64 }
  package var width: Width
  package var minimum: Int?
  package var maximum: Int?
  /// Below `Int.max`.
  package var exclusiveMinimum: Int?
  /// Above `Int.min`.
  package var exclusiveMaximum: Int?
  /// 1 or more.
  package var multipleOf: Int?

  /// The least that the bounds allow; nil without one.
  package var least: Int? { minimum ?? exclusiveMinimum.map { $0 + 1 } }
  /// The greatest that the bounds allow; nil without one.
  package var greatest: Int? { maximum ?? exclusiveMaximum.map { $0 - 1 } }

  package init(
    width: Width = .int64, minimum: Int? = nil, maximum: Int? = nil,
    exclusiveMinimum: Int? = nil, exclusiveMaximum: Int? = nil, multipleOf: Int? = nil
  ) {
    self.width = width
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
    self.multipleOf = multipleOf
  }
}

/// Numbers are the contract's exact text, valid both as JSON and as a Swift literal.
package struct NumberRules: Sendable, Hashable {
  package var minimum: String?
  package var maximum: String?
  package var exclusiveMinimum: String?
  package var exclusiveMaximum: String?
  package var multipleOf: String?
  /// Whether 32 bits of floating point have to hold it, rounded: `format: float`.
  package var isFloat: Bool

  package init(
    minimum: String? = nil, maximum: String? = nil, exclusiveMinimum: String? = nil,
    exclusiveMaximum: String? = nil, multipleOf: String? = nil, isFloat: Bool = false
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
    self.multipleOf = multipleOf
    self.isFloat = isFloat
  }
}

package struct ArrayRules: Sendable, Hashable {
  package var minItems: Int
  package var maxItems: Int?
  package var uniqueItems: Bool

  package init(minItems: Int = 0, maxItems: Int? = nil, uniqueItems: Bool = false) {
    self.minItems = minItems
    self.maxItems = maxItems
    self.uniqueItems = uniqueItems
  }
}

package struct ObjectRules: Sendable, Hashable {
  package var minProperties: Int
  package var maxProperties: Int?

  package init(minProperties: Int = 0, maxProperties: Int? = nil) {
    self.minProperties = minProperties
    self.maxProperties = maxProperties
  }
}

/// How an array stands in XML.
package struct XMLArray: Sendable, Hashable {
  /// The element of one item.
  package var itemName: String
  /// Whether the items stand inside an element of the property's own name.
  package var isWrapped: Bool

  package init(itemName: String, isWrapped: Bool = false) {
    self.itemName = itemName
    self.isWrapped = isWrapped
  }
}
