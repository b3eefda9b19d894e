package import AccordDocument
import AccordYAML

/// From a validated document to the intermediate representation. Total: nothing here can fail.
package struct Lowering {
  let document: ValidatedDocument
  let types: TypeNames
  let heldInPlace: Circles<Place>

  /// - Parameter name: the stem of the service's names, of any spelling: `user` or `User`.
  package static func lower(_ document: ValidatedDocument, named name: String) -> Contract {
    let types = TypeNames(of: document, reserved: serviceNames(name))
    let lowering = Lowering(
      document: document, types: types, heldInPlace: Circles(heldInPlaceIn: document))
    return lowering.contract(named: stem(name))
  }

  /// The names that the generated module declares beside models and operations, and its own: a type
  /// of that name would leave no way to say which module's type is meant.
  package static func serviceNames(_ name: String) -> [String] {
    let stem = stem(name).text
    return ["Service", "Server", "Client", "Credential", "Operation", "API", "Tables"].map {
      stem + $0
    }
  }

  private static func stem(_ name: String) -> Identifier {
    var scope = Scope()
    return scope.identifiers(for: [name], style: .type)[0]
  }

  private func contract(named name: Identifier) -> Contract {
    let info = document.document.info
    return Contract(
      name: name,
      source: document.document.range.file.path,
      title: info?.title ?? name.text,
      version: info?.version ?? "",
      documentation: Documentation(summary: info?.summary, description: info?.description),
      servers: document.document.servers.map(server),
      tags: document.document.tags.map {
        Tag(name: $0.name, documentation: Documentation(description: $0.description))
      },
      types: typeDeclarations(),
      operations: operations(),
      securitySchemes: securitySchemes(),
      tables: tables())
  }

  private func server(_ server: AccordDocument.Server) -> Server {
    let url = server.variables.reduce(server.url) { url, variable in
      url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false)
        .joined(separator: variable.value.defaultValue)
    }
    return Server(url: url, documentation: Documentation(description: server.description))
  }
}

extension Documentation {
  init(summary: String? = nil, description: String?) {
    self.init(summary: Self.trimmed(summary), description: Self.trimmed(description))
  }

  private static func trimmed(_ text: String?) -> String {
    guard let text else { return "" }
    let kept = text.drop(while: \.isWhitespace)
    return String(kept.reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Place {
  init(_ range: SourceRange) {
    self.init(file: range.file.path, line: range.start.line, column: range.start.column)
  }
}
