public import AccordRuntime

/// A type that stands in XML documents: what the shape says of elements, its JSON coding says of
/// rules. So a value is checked in one place, and a violation has the same pointer in both formats.
public protocol XMLCodable: JSONCodable {
  /// How the type's JSON looks in XML.
  static var xmlShape: XMLShape { get }
}

/// How a JSON value looks in XML, after the XML Object of OpenAPI 3.1.
public indirect enum XMLShape: Sendable {
  /// Text, kept to the last space.
  case string
  /// Text; white space around it does not count.
  case integer
  /// Text; white space around it does not count.
  case number
  /// `true` or `false`, and when read `1` or `0` as well.
  case boolean
  /// A value of no particular form. Read, an element with neither attributes nor elements is a
  /// string, and any other an object, in which a repeated name is an array; the text beside
  /// attributes is its member `#text`. XML tells neither numbers from strings nor one from many.
  case any
  /// Null is an element with `xsi:nil="true"` (XML Schema 1.0, part 1, 2.6.2).
  case nullable(XMLShape)
  /// Elements named `item`. They stand in an element of the array's own name if it is wrapped, and
  /// where an array is no member of an object; else they stand among the object's elements, and
  /// an array without elements is absent.
  case array(XMLShape, item: String, isWrapped: Bool)
  /// An element for each key, named as the key.
  case dictionary(XMLShape)
  /// Elements and attributes in any order. Those that no member is named for become members of
  /// the shape `others` or, if nil, of no particular form, for the JSON coding to skip or refuse.
  case object([XMLMember], others: XMLShape? = nil)
  /// Another type's shape, which is asked for when it is needed, so that types may be recursive.
  case type(any XMLCodable.Type)
}

/// How a member of a JSON object looks in XML.
public struct XMLMember: Sendable {
  let name: String
  let shape: XMLShape
  let element: String
  let isAttribute: Bool

  /// - Parameters:
  ///   - name: The member's name in JSON.
  ///   - element: The name of the element or attribute; nil if it is `name`. Characters that XML
  ///     cannot hold in a name are escaped as `_xHHHH_`, as in dictionaries' keys.
  ///   - isAttribute: Counts for text, numbers and Booleans; anything else stands in elements.
  public init(
    _ name: String, _ shape: XMLShape, element: String? = nil, isAttribute: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.element = element ?? name
    self.isAttribute = isAttribute && shape.isText
  }
}

extension XMLShape {
  /// The shape that a type's name or a `nullable` stands for.
  var core: XMLShape {
    switch self {
    case .type(let type): type.xmlShape.core
    case .nullable(let shape): shape.core
    default: self
    }
  }

  /// Whether null belongs to the shape.
  var isNullable: Bool {
    switch self {
    case .type(let type): type.xmlShape.isNullable
    case .nullable, .any: true
    default: false
    }
  }

  /// Without asking other types, which may still be in the making: those stand in elements.
  fileprivate var isText: Bool {
    switch self {
    case .string, .integer, .number, .boolean: true
    case .nullable(let shape): shape.isText
    default: false
    }
  }
}
