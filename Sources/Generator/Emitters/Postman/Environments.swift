import AccordModel

/// The environments: where a server is, and places for secrets, which the files never hold. A contract
/// without servers has one at `/`, as OpenAPI has it (3.1, 4.8.1).
struct Environments {
  let service: Service

  var files: [OutputFile] {
    var taken: Set<String> = []
    return service.contract.serverURLs.enumerated().map { index, url in
      let stem = Self.stem(url)
      let name =
        (1...).lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }
        .first { !taken.contains($0) } ?? stem
      taken.insert(name)
      return OutputFile(
        path: "\(service.contract.name.text).\(name)\(Self.suffix)",
        text: value(index, key: name).jsonText + "\n")
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

  private func value(_ index: Int, key: String) -> Value {
    let contract = service.contract
    return [
      "id": .string(Self.id(contract, key: key)),
      "name": .string("\(contract.title): \(contract.serverURLs[index])"),
      "values": .array(values(index)),
      "_postman_variable_scope": "environment",
    ]
  }

  private func values(_ index: Int) -> [Value] {
    let credentials = service.chains.credentials
    return addresses(index).map { entry($0.name, $0.url) }
      + credentials.tokens.map { entry($0.variable.name, "", isSecret: true) }
      + secrets.map { entry($0, "", isSecret: true) }
      + credentials.accounts.flatMap {
        [entry($0.usernameVariable, ""), entry($0.passwordVariable, "", isSecret: true)]
      }
  }

  /// What stands for secrets in requests, and in those that are sent before them.
  private var secrets: [String] {
    let forms = service.contract.operations.map { RequestForm($0, of: service) }
    let names = forms.flatMap { form in
      service.stepsBefore(form).flatMap { $0.service.secrets.variables(in: $0.form) }
        + service.secrets.variables(in: form)
    }
    return names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
  }

  /// The service's own URL for one of its servers, and those of the services that issue its tokens.
  func addresses(_ index: Int) -> [(name: String, url: String)] {
    let own = [(service.baseURL, service.contract.serverURLs[index])]
    let issuers = service.issuers.values.sorted { $0.baseURL < $1.baseURL }
    return issuers.reduce(own) { addresses, issuer in
      addresses.contains { $0.0 == issuer.baseURL }
        ? addresses : addresses + [(issuer.baseURL, url(of: issuer, beside: index))]
    }
  }

  /// Servers go in pairs where there are as many of them; else what is on the same host belongs
  /// together. Empty if nothing tells.
  private func url(of issuer: Service, beside index: Int) -> String {
    let (own, others) = (service.contract.serverURLs, issuer.contract.serverURLs)
    if own.count == others.count { return others[index] }
    return others.first { Self.host($0) == Self.host(own[index]) } ?? ""
  }

  private static func host(_ url: String) -> Substring? {
    url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first?
      .split(separator: ":").first
  }

  private func entry(_ key: String, _ value: String, isSecret: Bool = false) -> Value {
    [
      "key": .string(key), "value": .string(value), "type": isSecret ? "secret" : "default",
      "enabled": true,
    ]
  }

  /// A name for a file from the URL without its scheme: `localhost-30000`.
  private static func stem(_ url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true)
      .drop { $0.hasSuffix(":") }.joined(separator: "-")
    let safe = rest.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
    return safe.isEmpty ? "server" : String(safe.prefix(100)).lowercased()
  }
}

extension Contract {
  /// Where the service is, never empty. Requests put a path behind it, which starts with a slash.
  /// What is relative is so to where the contract is served, which we do not know.
  var serverURLs: [String] {
    servers.isEmpty ? ["http://localhost"] : servers.map { Self.absolute($0.url) }
  }

  private static func absolute(_ url: String) -> String {
    let start = url.contains("://") ? "" : url.hasPrefix("//") ? "http:" : "http://localhost"
    let isApart = start.isEmpty || url.isEmpty || url.hasPrefix("/")
    let text = start + (isApart ? url : "/" + url)
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
