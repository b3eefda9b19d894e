import AccordModel

/// The inside of a plain struct: stored properties and the memberwise initialiser.
struct StructCode {
  let spelling: Spelling

  func members(_ fields: [Field]) -> Code {
    [fields.map(property).joined("\n"), memberwiseInit(fields)].paragraphs
  }

  private func property(_ field: Field) -> Code {
    """
    \(field.comment)
    \(field.isIndirect ? "@Indirect " : "")public var \(field.name): \(spelling.type(of: field))
    """
  }

  private func memberwiseInit(_ fields: [Field]) -> Code {
    let head = Code.head("public init", fields.map(argument), " {")
    guard !fields.isEmpty else { return "public init() {}" }
    return """
      \(head)
        \(fields.map { "self.\($0.name) = \($0.name)" })
      }
      """
  }

  private func argument(_ field: Field) -> Code {
    "\(parameter: field.name): \(spelling.type(of: field))\(initialValue(of: field))"
  }

  private func initialValue(of field: Field) -> Code {
    if field.isRest { return " = [:]" }
    if field.isRequired { return spelling.onlyValue(field).map { " = \($0)" } ?? "" }
    return " = \(spelling.defaultValue(field) ?? "nil")"
  }
}
