import HTTPTypes

/// Why a generated client has no documented response to return.
public enum ClientError: Error, Sendable {
  /// No response came.
  case transport(TransportError, operationID: String)
  /// The request cannot be written, for instance because a path parameter is empty: it would name
  /// another path.
  case invalidInput(String, operationID: String)
  /// The response has a documented status and media type, but breaks what the contract says of it.
  case invalidResponse(InvalidResponse)
}

/// A response that breaks its contract.
public struct InvalidResponse: Error, Sendable {
  public var operationID: String
  /// As it came.
  public var response: ClientResponse
  /// What is wrong with it, for people.
  public var reason: String
  /// Each rule that the body breaks; empty if it could not be read at all.
  public var violations: [Violation]
}

/// What a generated client returns for a request: one of the documented responses, or another.
public protocol OperationResponse: Sendable {
  /// 100…999, of which those from 600 on are invalid (RFC 9110, section 15).
  var status: Int { get }
}

/// A response other than the one that was asked for with a property such as `ok`.
public struct UnexpectedResponse: Error, Sendable {
  /// The case that was asked for.
  public var expected: String
  /// The operation's `Response` as it is.
  public var response: any OperationResponse

  public init(expected: String, _ response: any OperationResponse) {
    self.expected = expected
    self.response = response
  }
}

extension ClientError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .transport(let error, let operationID): "\(operationID): no response: \(error)"
    case .invalidInput(let reason, let operationID): "\(operationID): cannot be sent: \(reason)"
    case .invalidResponse(let invalid): "\(invalid)"
    }
  }
}

extension InvalidResponse: CustomStringConvertible {
  public var description: String {
    let details = violations.prefix(5).map { "'\($0.pointer)' \($0.message)" }
    let list = details.isEmpty ? "" : ": " + details.joined(separator: "; ")
    return "\(operationID): the response \(response.statusCode) \(reason)\(list)"
  }
}

extension UnexpectedResponse: CustomStringConvertible {
  public var description: String { "expected \(expected), got \(response)" }
}
