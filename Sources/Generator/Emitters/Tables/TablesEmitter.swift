import AccordModel

/// The declarations of tables for stores, and the list of them all.
struct TablesEmitter {
  let contract: Contract
  let spelling: Spelling
  let names: ServiceNames

  /// None for a contract without tables.
  var declarations: [Declaration] {
    guard !contract.tables.isEmpty else { return [] }
    return contract.tables.map { table in
      Declaration(
        subject: .model(table.type.path[0]), code: declaration(table), imports: .publicRuntime)
    } + [Declaration(subject: .tables, code: list, imports: .publicRuntime)]
  }

  func declaration(_ table: Table) -> Code {
    var arguments: [Code] = ["\(literal: table.name)", "key: \(literal: table.key)"]
    arguments.append("attributes: \(attributes(table))")
    if let expiry = table.expiry { arguments.append("expiry: \(literal: expiry)") }
    return """
      extension \(spelling.reference(table.type)) {
        /// The table that holds objects of this type.
        public static let table = \(Code.call("TableSchema", arguments))
      }
      """
  }

  private func attributes(_ table: Table) -> Code {
    .array(
      table.attributes.filter { $0.name != table.key }.map(attribute), width: lineWidth - 20)
  }

  private func attribute(_ attribute: TableAttribute) -> Code {
    let kind: Code =
      switch attribute.kind {
      case .string: ".string"
      case .integer: ".integer"
      case .number: ".number"
      case .boolean: ".boolean"
      }
    return ".init(\(literal: attribute.name), \(kind))"
  }

  private var list: Code {
    let tables: [Code] = contract.tables.map { "\(spelling.reference($0.type)).table" }
    return """
      /// The tables of \(comment: contract.source).
      public enum \(names.tables) {
        /// In the order of the contract.
        public static let all: [TableSchema] = \(Code.array(tables, width: lineWidth - 42))
      }
      """
  }
}
