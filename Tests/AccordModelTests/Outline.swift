import AccordDocument
import AccordModel
import AccordYAML

/// A contract's lowering in a form that a test can show: a line a type, property and operation.
enum Outline {
  /// - Parameter files: by their paths, what the contract refers to
  static func contract(_ yaml: String, beside files: [String: String] = [:]) throws -> Contract {
    let set = try DocumentLoader.load("api.yaml") { path throws(UnreadableFile) in
      guard let text = path == "api.yaml" ? yaml : files[path] else {
        throw UnreadableFile(reason: "no such file")
      }
      return Array(text.utf8)
    }
    return Lowering.lower(try ValidatedDocument(checking: set), named: "api")
  }

  static func types(_ schemas: String) throws -> String {
    let head =
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
    let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return try contract(head + indented).types.map { text($0) }.joined(separator: "\n")
  }

  static func text(_ type: TypeDeclaration, indent: String = "") -> String {
    let name = text(type.name)
    let lines: [String] =
      switch type.kind {
      case .structure(let structure):
        ["struct \(name)\(text(structure.additional))"]
          + structure.properties.map { "  " + text($0) }
      case .stringEnumeration(let cases):
        ["enum \(name) " + cases.map { "\($0.name.text)=\($0.rawValue)" }.joined(separator: " ")]
      case .integerEnumeration(let cases):
        ["enum \(name) " + cases.map { "\($0.name.text)=\($0.rawValue)" }.joined(separator: " ")]
      case .alias(let shape): ["alias \(name) = \(text(shape))"]
      case .union(let union): ["union \(name) " + text(union)]
      case .wrapper(let shape): ["wrapper \(name) of \(text(shape))"]
      }
    let nested = type.nested.map { text($0, indent: indent + "  ") }
    return (lines.map { indent + $0 } + nested).joined(separator: "\n")
  }

  private static func text(_ union: Union) -> String {
    let cases = union.alternatives.map { "\($0.name.text): \(text($0.shape))" }
    return cases.joined(separator: ", ") + "\n  " + text(union.choice)
  }

  private static func text(_ choice: UnionChoice) -> String {
    switch choice {
    case .tag(let member, let values):
      "by text of \(member): "
        + values.map { "\($0.text)=\($0.alternative)" }.joined(separator: " ")
    case .members(let signs):
      "by members "
        + signs.signs.map { sign in
          let texts = sign.texts.map { " \($0.text)=\(text($0.possible))" }.joined()
          return "\(sign.member)=\(text(sign.possible))\(texts)"
        }.joined(separator: ", ")
        + "; yields \(signs.yields.map(text).joined(separator: " "))"
        + "; expected \(signs.expected.joined(separator: ", "))"
    }
  }

  private static func text(_ alternatives: Set<Int>) -> String {
    "{" + alternatives.sorted().map(String.init).joined(separator: ",") + "}"
  }

  private static func text(_ property: Property) -> String {
    let marks =
      (property.isRequired ? "" : "?") + (property.isIndirect ? " indirect" : "")
      + (property.defaultValue.map { " = \($0)" } ?? "")
    return "\(property.name.text): \(text(property.shape))\(marks)"
  }

  private static func text(_ additional: AdditionalMembers) -> String {
    switch additional {
    case .ignored: ""
    case .refused: " closed"
    case .kept(let name, let shape): " + \(name.text): \(text(shape))"
    }
  }

  static func text(_ shape: Shape) -> String {
    switch shape {
    case .string: "string"
    case .integer(let rules): "integer" + bounds(rules)
    case .number: "number"
    case .boolean: "boolean"
    case .array(let item, _, _): "[\(text(item))]"
    case .dictionary(let value, _): "{\(text(value))}"
    case .any: "any"
    case .declared(let name): text(name)
    case .nullable(let inner): text(inner) + "|null"
    }
  }

  private static func bounds(_ rules: IntegerRules) -> String {
    let least = rules.minimum.map { "\($0)" } ?? rules.exclusiveMinimum.map { ">\($0)" } ?? ""
    let most = rules.maximum.map { "\($0)" } ?? rules.exclusiveMaximum.map { "<\($0)" } ?? ""
    return least + most == "" ? "" : "(\(least)…\(most))"
  }

  static func text(_ name: TypeName) -> String { name.path.map(\.text).joined(separator: ".") }
}
