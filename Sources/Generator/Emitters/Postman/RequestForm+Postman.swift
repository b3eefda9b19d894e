import AccordModel

// A request as Collection v2.1.0 writes it.
extension RequestForm {
  func value(_ shapes: Shapes) -> Value {
    var request: Value = .object([])
    request = request.adding("auth", authenticationValue)
    request = request.adding("method", .string(operation.method.rawValue))
    request = request.adding("header", .array(headerValues))
    request = request.adding("body", bodyValue(shapes))
    request = request.adding("url", url)
    return request.adding("description", text: description)
  }

  /// For `pm.sendRequest`, which takes the URL as one text.
  func sendableValue(_ shapes: Shapes) -> Value {
    let request: Value = [
      "url": .string(rawURL(filled: true)), "method": .string(operation.method.rawValue),
    ]
    var fields = headerValues
    var auth: Value?
    switch authentication {
    case .none: break
    case .inherited(let variable): fields.append(Self.bearerField(variable.reference))
    case .bearer(let token): fields.append(Self.bearerField(token))
    case .basic: auth = authenticationValue
    }
    return request.adding("header", .array(fields)).adding("body", bodyValue(shapes)).adding(
      "auth", auth)
  }

  private static func bearerField(_ token: String) -> Value {
    ["key": "Authorization", "value": "Bearer \(token)"]
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

  private func bodyValue(_ shapes: Shapes) -> Value? {
    guard let text = bodyText(shapes), let codec else { return nil }
    return [
      "mode": "raw", "raw": .string(text),
      "options": ["raw": ["language": .string(codec.language)]],
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
    let variables = pathVariables
    let url: Value = [
      "raw": .string(rawURL(filled: false)),
      "host": [.string("{{\(baseURL)}}")],
      "path": .array(pathSegments(filled: false).map { .string($0) }),
    ]
    let values = parameters.filter { $0.parameter.location == .query }.flatMap { filled in
      filled.texts.map { described(["key": .string(filled.parameter.wireName)], filled, $0) }
    }
    return url.adding("query", values.isEmpty ? nil : .array(values))
      .adding("variable", variables.isEmpty ? nil : .array(variables))
  }

  /// - Parameter filled: whether values stand in the path, rather than names with colons
  private func rawURL(filled: Bool) -> String {
    let query = parameters.filter { $0.parameter.location == .query && $0.isSent }
    let pairs = query.flatMap { filled in
      filled.texts.map { "\(filled.parameter.wireName.percentEncoded)=\($0)" }
    }
    return "{{\(baseURL)}}/" + pathSegments(filled: filled).joined(separator: "/")
      + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  /// Postman knows parameters that are whole segments, as `:name`; in mixed ones the value stands, or a
  /// variable for it. A
  /// segment that only looks like a parameter has its colon escaped.
  private func pathSegments(filled: Bool) -> [String] {
    zip(operation.path.segments, pathSegments { filled ? text(ofPathParameter: $0) : ":\($0)" })
      .map { segment, text in
        if case .literal = segment, text.hasPrefix(":") { "%3A" + text.dropFirst() } else { text }
      }
  }

  /// Parameters that are parts of segments, which have no place of their own, are described here.
  private var description: String {
    let mixed = parameters.filter {
      $0.parameter.location == .path && !wholeSegments.contains($0.parameter.wireName)
    }
    let words = mixed.map { "`\($0.parameter.wireName)`: \(description(of: $0))" }
    return ([operation.documentation.description] + words)
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var wholeSegments: [String] {
    operation.path.segments.compactMap { segment in
      if case .parameter(let name) = segment { name } else { nil }
    }
  }

  private var pathVariables: [Value] {
    return parameters.filter { $0.parameter.location == .path }
      .filter { wholeSegments.contains($0.parameter.wireName) }
      .map { described(["key": .string($0.parameter.wireName)], $0, $0.texts[0]) }
  }

  /// A parameter with its value and description; disabled if it is not sent.
  private func described(_ start: Value, _ filled: FilledParameter, _ text: String) -> Value {
    start.adding("value", .string(text))
      .adding("description", text: description(of: filled))
      .adding("disabled", filled.isSent ? nil : true)
  }

  private func description(of filled: FilledParameter) -> String {
    let documentation = filled.parameter.documentation
    let example = "Example: `\(filled.example.plainText)`"
    return [filled.note, documentation.summary, documentation.description, example]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Representation.Codec {
  /// What Postman calls the language of a body, to colour it.
  var language: String {
    switch self {
    case .json: "json"
    case .xml: "xml"
    case .text, .textOfProperty: "text"
    }
  }
}
