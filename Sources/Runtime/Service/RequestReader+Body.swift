import HTTPTypes

extension RequestReader {
  /// Whether the request has a body; if not, and one is required, that is recorded.
  private mutating func hasBody(_ isRequired: Bool) -> Bool {
    guard request.request.body.isEmpty else { return true }
    if isRequired { record(body: BrokenRule("required", "is required")) }
    return false
  }

  /// The bytes of a body in another format than JSON; nil, recorded if required, without any.
  public mutating func body(required: Bool = true) -> [UInt8]? {
    hasBody(required) ? request.request.body : nil
  }

  /// A JSON body.
  public mutating func json<T: JSONDecodable>(_ type: T.Type = T.self, required: Bool = true) -> T?
  {
    json(required: required) { json throws(MalformedJSON) in try T.decode(from: &json) }
  }

  /// A JSON body whose rules are not in its type.
  public mutating func json<T>(
    required: Bool = true, _ read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) -> T? {
    guard hasBody(required) else { return nil }
    switch JSONReader.decode(from: request.request.body, with: read) {
    case .value(let value): return value
    case .invalid(let found): record(found)
    case .malformed(let error): record(body: BrokenRule("syntax", "must be JSON: \(error)"))
    }
    return nil
  }

  /// A body that is text as it stands.
  public mutating func text(_ rules: StringRules = StringRules(), required: Bool = true) -> String?
  {
    guard hasBody(required) else { return nil }
    guard let text = String(validating: request.request.body, as: UTF8.self) else {
      record(body: BrokenRule("encoding", "must be UTF-8"))
      return nil
    }
    let broken = rules.violations(of: text)
    for rule in broken { record(body: rule) }
    return broken.isEmpty ? text : nil
  }

  /// Takes over what another decoder made of the body.
  public mutating func decoded<T>(_ result: BodyDecoding<T>) -> T? {
    switch result {
    case .value(let value): return value
    case .invalid(let found): record(found)
    case .malformed(let message): record(body: BrokenRule("syntax", message))
    }
    return nil
  }
}

/// What became of a body in a format other than JSON.
public enum BodyDecoding<Value> {
  case value(Value)
  /// At least one violation, with the pointers that the same value has in JSON.
  case invalid([Violation])
  /// What the body must be, for people: "must be XML: …".
  case malformed(String)
}

extension BodyDecoding: Sendable where Value: Sendable {}

extension RoutedRequest {
  func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { request.headerFields[$0] }
  }
}
