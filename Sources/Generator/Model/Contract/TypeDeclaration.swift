/// A type that the generated module declares.
package struct TypeDeclaration: Sendable {
  package var name: TypeName
  package var documentation: Documentation
  package var isDeprecated: Bool
  package var kind: Kind
  /// The root element's name when a value of this type is an XML document.
  package var xmlName: String
  /// The types declared inside this one.
  package var nested: [TypeDeclaration]
  package var examples: [Example]
  package var place: Place

  package enum Kind: Sendable {
    case structure(Structure)
    case union(Union)
    case stringEnumeration([EnumerationCase<String>])
    case integerEnumeration([EnumerationCase<Int>])
    /// `typealias`: a name for a shape that needs no type of its own.
    case alias(Shape)
    /// A struct around one `value`: an array or dictionary that contains itself, which an alias
    /// cannot express.
    case wrapper(Shape)
  }

  package init(
    name: TypeName, documentation: Documentation = Documentation(), isDeprecated: Bool = false,
    kind: Kind, xmlName: String, nested: [TypeDeclaration] = [], examples: [Example] = [],
    place: Place
  ) {
    self.name = name
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.kind = kind
    self.xmlName = xmlName
    self.nested = nested
    self.examples = examples
    self.place = place
  }
}

package struct EnumerationCase<RawValue: Sendable & Hashable>: Sendable, Hashable {
  package var name: Identifier
  package var rawValue: RawValue

  package init(name: Identifier, rawValue: RawValue) {
    self.name = name
    self.rawValue = rawValue
  }
}

package struct Structure: Sendable {
  package var properties: [Property]
  package var additional: AdditionalMembers
  package var rules: ObjectRules

  package init(
    properties: [Property], additional: AdditionalMembers = .ignored,
    rules: ObjectRules = ObjectRules()
  ) {
    self.properties = properties
    self.additional = additional
    self.rules = rules
  }
}

/// What happens to members that are not declared.
package enum AdditionalMembers: Sendable {
  /// Accepted and dropped.
  case ignored
  /// A violation (`additionalProperties: false`).
  case refused
  /// Kept in a dictionary property with this name.
  case kept(Identifier, Shape)
}

package struct Property: Sendable {
  package var name: Identifier
  /// The member's name in JSON.
  package var wireName: String
  package var shape: Shape
  package var isRequired: Bool
  /// Stands in for an absent member; never with `isRequired`.
  package var defaultValue: Value?
  package var documentation: Documentation
  package var isDeprecated: Bool
  /// Stored behind a reference, because the type would contain itself.
  package var isIndirect: Bool
  package var xml: XMLMember
  /// Those of a declared type stand at the type.
  package var examples: [Example]
  package var place: Place

  package init(
    name: Identifier, wireName: String, shape: Shape, isRequired: Bool,
    defaultValue: Value? = nil, documentation: Documentation = Documentation(),
    isDeprecated: Bool = false, isIndirect: Bool = false, xml: XMLMember,
    examples: [Example] = [], place: Place
  ) {
    self.name = name
    self.wireName = wireName
    self.shape = shape
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.isIndirect = isIndirect
    self.xml = xml
    self.examples = examples
    self.place = place
  }
}

/// How a property stands in XML (OpenAPI 3.1, XML Object).
package struct XMLMember: Sendable, Hashable {
  package var name: String
  package var isAttribute: Bool

  package init(name: String, isAttribute: Bool = false) {
    self.name = name
    self.isAttribute = isAttribute
  }
}
