import AccordModel

/// The environments: where a server is, and places for secrets, which the files never hold.
struct Environments {
  let service: Service

  var files: [OutputFile] {
    var taken: Set<String> = []
    return service.contract.servers.map { server in
      let stem = Self.stem(server.url)
      let name =
        (1...).lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }
        .first { !taken.contains($0) } ?? stem
      taken.insert(name)
      return OutputFile(
        path: "\(service.contract.name.text).\(name)\(Self.suffix)",
        text: value(server, key: name).jsonText + "\n")
    }
  }

  private static let suffix = ".postman_environment.json"

  static func areWrittenTo(_ file: OutputFile, for contract: Contract) -> Bool {
    let start = contract.name.text + "."
    guard file.path.hasPrefix(start), file.path.hasSuffix(suffix) else { return false }
    let key = file.path.dropFirst(start.count).dropLast(suffix.count)
    return file.text.contains("\"\(id(contract, key: String(key)))\"")
  }

  private static func id(_ contract: Contract, key: String) -> String {
    NameBasedUUID("accord:postman/\(contract.name.text)/environment/\(key)").text
  }

  private func value(_ server: Server, key: String) -> Value {
    let contract = service.contract
    return [
      "id": .string(Self.id(contract, key: key)),
      "name": .string("\(contract.title): \(server.url)"),
      "values": .array(values(server)),
      "_postman_variable_scope": "environment",
    ]
  }

  private func values(_ server: Server) -> [Value] {
    let credentials = service.chains.credentials
    let issuers = credentials.tokens.compactMap { service.issuers[$0.variable.name] }
    return [entry(service.baseURL, Self.base(server.url))]
      + issuers.map { entry($0.baseURL, Self.base($0.contract.servers.first?.url ?? "")) }
      + credentials.tokens.map { entry($0.variable.name, "", isSecret: true) }
      + credentials.accounts.flatMap {
        [entry($0.usernameVariable, ""), entry($0.passwordVariable, "", isSecret: true)]
      }
  }

  private func entry(_ key: String, _ value: String, isSecret: Bool = false) -> Value {
    [
      "key": .string(key), "value": .string(value), "type": isSecret ? "secret" : "default",
      "enabled": true,
    ]
  }

  /// Requests put the path behind it, which starts with a slash.
  private static func base(_ url: String) -> String {
    url.hasSuffix("/") ? String(url.dropLast()) : url
  }

  /// A name for a file from the URL without its scheme: `localhost-30000`.
  private static func stem(_ url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true)
      .drop { $0.hasSuffix(":") }.joined(separator: "-")
    let safe = rest.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
    return safe.isEmpty ? "server" : String(safe.prefix(100)).lowercased()
  }
}
