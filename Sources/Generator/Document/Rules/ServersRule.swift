import AccordYAML

extension Rule {
  /// The `{names}` of a server's URL are its variables, neither more nor fewer.
  static let servers = Rule(name: "servers") { set in
    set.inventory.servers.flatMap { strayBrace($0) + undeclared($0) + unused($0) + badDefaults($0) }
  }

  private static func strayBrace(_ server: Server) -> [Diagnostic] {
    guard let offset = PathTemplate(server.url).strayBrace else { return [] }
    let range = server.range(of: "url").pointing(into: server.url, offset: offset)
    return [Diagnostic(at: range, "this brace of the url has no partner")]
  }

  private static func undeclared(_ server: Server) -> [Diagnostic] {
    PathTemplate(server.url).expressions.filter { server.variables[$0.name] == nil }.map {
      let hint = suggestion(for: $0.name, among: server.variables.map(\.name))
      return Diagnostic(
        at: server.range(of: "url").pointing(into: server.url, offset: $0.offset),
        "the server variable '\($0.name)' is not declared in 'variables'\(hint)")
    }
  }

  private static func unused(_ server: Server) -> [Diagnostic] {
    let named = PathTemplate(server.url).expressions.map(\.name)
    return server.variables.filter { !named.contains($0.name) }.map {
      Diagnostic(at: $0.nameRange, "the url has no '{\($0.name)}'")
    }
  }

  private static func badDefaults(_ server: Server) -> [Diagnostic] {
    server.variables.map(\.value)
      .filter { $0.values?.contains($0.defaultValue) == false && $0.node["default"] != nil }
      .map {
        Diagnostic(
          at: $0.range(of: "default"), "the default '\($0.defaultValue)' is not one of 'enum'")
      }
  }
}
