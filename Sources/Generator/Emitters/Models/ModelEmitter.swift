import AccordModel

/// Models: plain structs, enumerations and type aliases.
struct ModelEmitter {
  let spelling: Spelling

  /// A type, then the types inside it.
  func declaration(_ type: TypeDeclaration) -> Code {
    [placed(type)].paragraphs
  }

  private func placed(_ type: TypeDeclaration) -> Code {
    let path = type.name.path
    let code = model(type)
    guard path.count > 1 else { return code }
    return """
      extension \(Code.path(path.dropLast())) {
        \(code)
      }
      """
  }

  private func model(_ type: TypeDeclaration) -> Code {
    switch type.kind {
    case .structure(let structure): structType(type, structure)
    case .stringEnumeration(let cases): stringEnumeration(type, cases)
    case .integerEnumeration(let cases): integerEnumeration(type, cases)
    case .alias(let shape): alias(type, shape)
    case .wrapper(let shape): wrapper(type, shape)
    }
  }

  // MARK: - One construct each

  private func structType(_ type: TypeDeclaration, _ structure: Structure) -> Code {
    let fields = structure.fields
    return """
      \(type.comment)
      public struct \(type.name.last): Sendable {
        \(fields.map(property))

        \(memberwiseInit(fields))
      }
      """
  }

  private func property(_ field: Field) -> Code {
    """
    \(field.comment)
    \(field.isIndirect ? "@Indirect " : "")public var \(field.name): \(type(of: field))
    """
  }

  private func memberwiseInit(_ fields: [Field]) -> Code {
    let head = Code.list("public init", fields.map(argument), " {")
    guard !fields.isEmpty else { return "\(head)}" }
    return """
      \(head)
        \(fields.map { "self.\($0.name) = \($0.name)" })
      }
      """
  }

  private func argument(_ field: Field) -> Code {
    "\(label: field.name): \(type(of: field))\(initialValue(of: field))"
  }

  private func initialValue(of field: Field) -> Code {
    if field.isRest { return " = [:]" }
    if field.isRequired { return "" }
    return " = \(spelling.defaultValue(field) ?? "nil")"
  }

  private func type(of field: Field) -> Code { spelling.type(of: field) }

  private func stringEnumeration(
    _ type: TypeDeclaration, _ cases: [EnumerationCase<String>]
  ) -> Code {
    let cases: [Code] = cases.map { item in
      item.name.text == item.rawValue
        ? "case \(item.name)" : "case \(item.name) = \(literal: item.rawValue)"
    }
    return """
      \(type.comment)
      public enum \(type.name.last): String, StringEnumeration {
        \(cases)
      }
      """
  }

  private func integerEnumeration(
    _ type: TypeDeclaration, _ cases: [EnumerationCase<Int>]
  ) -> Code {
    """
    \(type.comment)
    public enum \(type.name.last): Int, IntegerEnumeration {
      \(cases.map { "case \($0.name) = \(literal: $0.rawValue)" })
    }
    """
  }

  private func alias(_ type: TypeDeclaration, _ shape: Shape) -> Code {
    """
    \(type.comment)
    public typealias \(type.name.last) = \(spelling.type(shape))
    """
  }

  private func wrapper(_ type: TypeDeclaration, _ shape: Shape) -> Code {
    """
    \(type.comment)
    public struct \(type.name.last): Sendable {
      public var value: \(spelling.type(shape))

      public init(_ value: \(spelling.type(shape))) {
        self.value = value
      }
    }
    """
  }
}
