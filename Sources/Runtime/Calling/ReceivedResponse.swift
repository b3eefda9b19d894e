import HTTPTypes

/// A response that a generated client is about to decode.
public struct ReceivedResponse: Sendable {
  public let response: ClientResponse
  let operationID: String
  private let mediaType: String?

  init(_ response: ClientResponse, operationID: String) {
    self.response = response
    self.operationID = operationID
    mediaType = response.headerFields.value(.contentType).flatMap { MediaType($0)?.essence }
  }

  public var status: Int { response.statusCode }

  /// Whether the content has this type, written as the contract writes it.
  public func isContent(_ mediaType: String) -> Bool { self.mediaType == mediaType }
}

extension ReceivedResponse {
  public func json<T: JSONDecodable>(_ type: T.Type = T.self) throws(ClientError) -> T {
    try json { json throws(MalformedJSON) in try T.decode(from: &json) }
  }

  /// Content whose rules are not in its type.
  public func json<T>(
    _ read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(ClientError) -> T {
    switch JSONReader.decode(from: response.body, with: read) {
    case .value(let value): return value
    case .invalid(let violations): throw invalid("breaks the contract", violations)
    case .malformed(let error): throw invalid("is not JSON: \(error)")
    }
  }

  public func text(_ rules: StringRules = StringRules()) throws(ClientError) -> String {
    guard let text = String(validating: response.body, as: UTF8.self) else {
      throw invalid("is not UTF-8")
    }
    let broken = rules.violations(of: text)
    guard broken.isEmpty else {
      throw invalid("breaks the contract", broken.map { Violation(.body, "", $0) })
    }
    return text
  }

  /// Takes over what another decoder made of the content.
  public func decoded<T>(_ result: BodyDecoding<T>) throws(ClientError) -> T {
    switch result {
    case .value(let value): return value
    case .invalid(let violations): throw invalid("breaks the contract", violations)
    case .malformed(let message): throw invalid("cannot be read: \(message)")
    }
  }

  /// A header field; nil if there is none.
  public func header<T>(
    _ name: StaticString, _ read: (inout ParameterText) -> T?
  ) throws(ClientError) -> T? {
    guard let name = HTTPField.Name("\(name)"), let field = response.headerFields[name] else {
      return nil
    }
    var text = ParameterText(field)
    let value = read(&text)
    guard text.broken.isEmpty, let value else {
      throw invalid(
        "breaks the contract", text.broken.map { Violation(.header, "\(name)", $0) })
    }
    return value
  }

  /// A header field that the contract requires.
  public func requiredHeader<T>(
    _ name: StaticString, _ read: (inout ParameterText) -> T?
  ) throws(ClientError) -> T {
    if let value = try header(name, read) { return value }
    let missing = Violation(.header, "\(name)", BrokenRule("required", "is required"))
    throw invalid("lacks a header field", [missing])
  }

  private func invalid(_ reason: String, _ violations: [Violation] = []) -> ClientError {
    .invalidResponse(
      InvalidResponse(
        operationID: operationID, response: response, reason: reason, violations: violations))
  }
}
