import AccordModel

/// Code that stands together in one file, and what it needs there.
struct Declaration {
  /// What decides the file.
  var subject: Subject
  var code: Code
  var imports = Imports()

  enum Subject {
    case api, server, client, patterns, tables
    case model(Identifier)
    case operation(Identifier)
  }
}

/// The modules that a file imports.
///
/// Swift warns of a `public import` that no public declaration needs, so each piece of code says
/// which one it needs.
struct Imports: Equatable {
  var runtime = Access.none
  var xml = Access.none

  enum Access: Int {
    case none, `internal`, `public`
  }

  static let publicRuntime = Imports(runtime: .public)
  static let internalRuntime = Imports(runtime: .internal)

  mutating func formUnion(_ other: Imports) {
    runtime = max(runtime, other.runtime)
    xml = max(xml, other.xml)
  }

  var code: Code {
    [line(runtime, "AccordRuntime"), line(xml, "AccordXML")].joined("\n")
  }

  private func line(_ access: Access, _ module: Code) -> Code {
    switch access {
    case .none: ""
    case .internal: "import \(module)"
    case .public: "public import \(module)"
    }
  }

  private func max(_ a: Access, _ b: Access) -> Access { a.rawValue > b.rawValue ? a : b }
}
