import AccordModel

// A request as Collection v2.1.0 writes it.
extension RequestForm {
  var value: Value {
    var request: Value = .object([])
    request = request.adding("auth", authenticationValue)
    request = request.adding("method", .string(operation.method.rawValue))
    request = request.adding("header", .array(headerValues))
    request = request.adding("body", bodyValue)
    request = request.adding("url", url)
    return request.adding("description", text: operation.documentation.description)
  }

  /// For `pm.sendRequest`, which takes the URL as one text.
  var sendableValue: Value {
    let query = parameters.filter { $0.parameter.location == .query && $0.parameter.isRequired }
    let pairs = query.flatMap { filled in filled.texts.map { pair(filled, $0) } }
    let request: Value = [
      "url": .string(rawPath(filled: true) + Self.queryText(pairs)),
      "method": .string(operation.method.rawValue),
    ]
    var fields = headerValues
    if case .inherited(let variable) = authentication {
      fields.append(["key": "Authorization", "value": "Bearer \(variable.reference)"])
    }
    var auth: Value?
    if case .basic = authentication { auth = authenticationValue }
    return request.adding("header", .array(fields)).adding("body", bodyValue).adding("auth", auth)
  }

  private var authenticationValue: Value? {
    switch authentication {
    case .inherited: nil
    case .none: Self.noAuthentication
    case .bearer(let token): Self.bearer(token)
    case .basic(let username, let password):
      [
        "type": "basic",
        "basic": [
          ["key": "username", "value": .string(username), "type": "string"],
          ["key": "password", "value": .string(password), "type": "string"],
        ],
      ]
    }
  }

  static let noAuthentication: Value = ["type": "noauth"]

  static func bearer(_ token: String) -> Value {
    ["type": "bearer", "bearer": [["key": "token", "value": .string(token), "type": "string"]]]
  }

  private var bodyValue: Value? {
    guard let text = bodyText, let contentType else { return nil }
    let language = contentType.hasSuffix("json") ? "json" : "text"
    return [
      "mode": "raw", "raw": .string(text), "options": ["raw": ["language": .string(language)]],
    ]
  }

  private var headerValues: [Value] {
    let declared = parameters.filter { $0.parameter.location == .header }.map { filled in
      described(["key": .string(filled.parameter.wireName)], filled, filled.texts[0])
    }
    return headers.map { ["key": .string($0.name), "value": .string($0.value)] } + declared
  }
}

extension RequestForm {
  private var url: Value {
    let query = parameters.filter { $0.parameter.location == .query }
    let sent = query.filter(\.parameter.isRequired)
    let sentPairs = sent.flatMap { filled in filled.texts.map { pair(filled, $0) } }
    let variables = pathVariables
    let url: Value = [
      "raw": .string(rawPath(filled: false) + Self.queryText(sentPairs)),
      "host": [.string("{{\(baseURL)}}")],
      "path": .array(pathSegments(filled: false).map { .string($0) }),
    ]
    let values = query.flatMap { filled in
      filled.texts.map { described(["key": .string(filled.parameter.wireName)], filled, $0) }
    }
    return url.adding("query", values.isEmpty ? nil : .array(values))
      .adding("variable", variables.isEmpty ? nil : .array(variables))
  }

  private func rawPath(filled: Bool) -> String {
    "{{\(baseURL)}}/" + pathSegments(filled: filled).joined(separator: "/")
  }

  private static func queryText(_ pairs: [String]) -> String {
    pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  private func pair(_ filled: FilledParameter, _ text: String) -> String {
    "\(filled.parameter.wireName.percentEncoded)=\(text)"
  }

  /// Postman knows parameters that are whole segments, as `:name`; in mixed ones the value stands.
  private func pathSegments(filled: Bool) -> [String] {
    pathSegments { name in filled ? text(ofPathParameter: name) : ":\(name)" }
  }

  private var pathVariables: [Value] {
    let whole = operation.path.segments.compactMap { segment -> String? in
      if case .parameter(let name) = segment { name } else { nil }
    }
    return parameters.filter { $0.parameter.location == .path }
      .filter { whole.contains($0.parameter.wireName) }
      .map { described(["key": .string($0.parameter.wireName)], $0, $0.texts[0]) }
  }

  /// A parameter with its value and description; disabled if it is optional.
  private func described(_ start: Value, _ filled: FilledParameter, _ text: String) -> Value {
    let documentation = filled.parameter.documentation
    let words = [documentation.summary, documentation.description]
    let example = "Example: `\(filled.example.plainText)`"
    return start.adding("value", .string(text))
      .adding(
        "description", text: (words.filter { !$0.isEmpty } + [example]).joined(separator: "\n\n")
      )
      .adding("disabled", filled.parameter.isRequired ? nil : true)
  }
}
