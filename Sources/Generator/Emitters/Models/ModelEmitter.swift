import AccordModel

/// Models: plain structs, enumerations and type aliases.
struct ModelEmitter {
  let spelling: Spelling

  /// A type inside another is an extension's, so that each reads on its own.
  func declaration(_ type: TypeDeclaration) -> Code {
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
    case .union(let union): UnionCode(spelling: spelling).type(type, union)
    case .stringEnumeration(let cases): stringEnumeration(type, cases)
    case .integerEnumeration(let cases): integerEnumeration(type, cases)
    case .alias(let shape): alias(type, shape)
    case .wrapper(let shape): wrapper(type, shape)
    }
  }

  // MARK: - One construct each

  private func structType(_ type: TypeDeclaration, _ structure: Structure) -> Code {
    """
    \(type.comment)
    public struct \(type.name.last): Sendable {
      \(StructCode(spelling: spelling).members(structure.fields))
    }
    """
  }

  private func stringEnumeration(
    _ type: TypeDeclaration, _ cases: [EnumerationCase<String>]
  ) -> Code {
    let cases: [Code] = cases.map { item in
      item.name.text.utf8.elementsEqual(item.rawValue.utf8)
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
