import AccordModel

/// A command that calls an operation with the contract's first example: for a shell (POSIX) and curl.
///
/// Credentials are variables of the shell.
struct CurlCommand {
  private let operation: Operation
  private let shapes: Shapes
  private let server: String
  private let schemes: [SecurityScheme]

  init(_ operation: Operation, of contract: Contract, _ shapes: Shapes) {
    self.operation = operation
    self.shapes = shapes
    server = contract.serverURLs[0]
    schemes = contract.securitySchemes
  }

  var text: String {
    (["curl\(method) \((server + path + query).shellWord)"] + headers + credential + body)
      .joined(separator: " \\\n  ")
  }

  private var examples: ExampleValue { ExampleValue(shapes) }

  /// curl's own choice is GET, and POST with a body.
  private var method: String {
    switch (operation.method, operation.body) {
    case (.get, nil), (.post, .some): ""
    case (.head, _): " -I"
    default: " -X \(operation.method.rawValue)"
    }
  }

  private var path: String {
    "/" + operation.path.filled(whole: pathText, part: pathText).joined(separator: "/")
  }

  private func pathText(_ name: String) -> String {
    let parameter = operation.parameters.first { $0.location == .path && $0.wireName == name }
    return parameter.map { texts($0)[0] } ?? ""
  }

  private var query: String {
    let pairs = required(.query).flatMap { parameter in
      texts(parameter).map { "\(parameter.wireName.percentEncoded)=\($0)" }
    }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  private var headers: [String] {
    let own = required(.header).map { parameter in
      "\(parameter.wireName): \(texts(parameter).joined(separator: ", "))"
    }
    let type = operation.body.map { "Content-Type: \($0.content.shown.mediaType)" }
    return (own + [type].compactMap { $0 }).map { "-H \($0.shellWord)" }
  }

  private func required(_ location: Parameter.Location) -> [Parameter] {
    operation.parameters.filter { $0.location == location && $0.isRequired }
  }

  /// Never empty.
  private func texts(_ parameter: Parameter) -> [String] {
    examples.value(of: parameter).texts(in: parameter.location)
  }

  private var credential: [String] {
    guard case .required(let names) = operation.security,
      let scheme = schemes.first(where: { $0.name == names.first })
    else { return [] }
    return switch scheme.kind {
    case .bearer: [#"-H "Authorization: Bearer $TOKEN""#]
    case .basic: [#"-u "$ACCOUNT:$PASSWORD""#]
    }
  }

  private var body: [String] {
    guard let content = operation.body?.content else { return [] }
    let value = examples.value(of: content)
    let text = content.text(of: value, content.shown.codec, shapes)
    guard content.json != nil else { return ["--data-raw \(text.shellWord)"] }
    let line = value.jsonLine
    return ["-d \((line.utf8.count <= 100 ? line : text).shellWord)"]
  }
}

extension String {
  /// As one word of a shell (POSIX.1-2024, 2.2).
  fileprivate var shellWord: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "/", ":", ".", "_", "-", ",", "+", "@", "%": true
        default: false
        }
      }
    return isPlain ? self : "'" + replacing("'", with: #"'\''"#) + "'"
  }
}
