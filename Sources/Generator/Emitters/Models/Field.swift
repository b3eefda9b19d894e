import AccordModel

/// A stored property of a generated struct.
struct Field {
  var name: Identifier
  var wireName: String
  var shape: Shape
  var isRequired: Bool
  var defaultValue: Value?
  var comment: Code
  var isIndirect = false
  var xml: XMLMember
  /// The dictionary of the members that the contract does not name.
  var isRest = false

  init(
    name: Identifier, wireName: String, shape: Shape, isRequired: Bool, defaultValue: Value? = nil,
    comment: Code
  ) {
    self.name = name
    self.wireName = wireName
    self.shape = shape
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.comment = comment
    xml = XMLMember(name: wireName)
  }

  init(_ property: Property) {
    name = property.name
    wireName = property.wireName
    shape = property.shape
    isRequired = property.isRequired
    defaultValue = property.defaultValue
    comment = property.documentation.comment(isDeprecated: property.isDeprecated)
    isIndirect = property.isIndirect
    xml = property.xml
  }

  init(rest name: Identifier, _ shape: Shape) {
    self.name = name
    wireName = ""
    self.shape = .dictionary(shape, ObjectRules())
    isRequired = false
    comment = "/// The members that the contract does not name."
    xml = XMLMember(name: "")
    isRest = true
  }
}

extension Structure {
  /// The declared properties, then the one for members without a name.
  var fields: [Field] {
    let rest: [Field] =
      if case .kept(let name, let shape) = additional { [Field(rest: name, shape)] } else { [] }
    return properties.map { Field($0) } + rest
  }
}

extension Spelling {
  /// The type of the stored property: optional unless there is always a value.
  func type(of field: Field) -> Code {
    let (present, isNullable) = present(field.shape)
    if field.isRest { return type(field.shape) }
    guard isNullable else {
      return field.isRequired || defaultValue(field) != nil ? type(present) : "\(type(present))?"
    }
    if field.isRequired || defaultValue(field) != nil { return "\(type(present))?" }
    return "Nullable<\(type(present))>?"
  }

  /// The Swift value that stands in for an absent member; nil if there is none.
  func defaultValue(_ field: Field) -> Code? {
    field.defaultValue.flatMap { expression($0, field.shape) }
  }
}

extension Spelling {
  /// The value of a member that can have no other.
  func onlyValue(_ field: Field) -> Code? {
    guard case .declared(let name) = resolve(field.shape) else { return nil }
    switch declaration(name)?.kind {
    case .stringEnumeration(let cases): return cases.count == 1 ? ".\(cases[0].name)" : nil
    case .integerEnumeration(let cases): return cases.count == 1 ? ".\(cases[0].name)" : nil
    case .structure, .union, .alias, .wrapper, nil: return nil
    }
  }
}

extension Documentation {
  func comment(isDeprecated: Bool = false) -> Code {
    let parts = [summary, description, isDeprecated ? "Deprecated." : ""]
    let text: Code = "\(documentation: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))"
    return text
  }
}

extension TypeDeclaration {
  var comment: Code { documentation.comment(isDeprecated: isDeprecated) }
}
