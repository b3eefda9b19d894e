import HTTPTypes

/// One call of a generated client: builds its request.
public struct ClientCall: Sendable {
  let operationID: String
  private let method: String
  private let path: RequestPath
  private var query = ""
  private var headerFields: HTTPFields = [:]
  private var body: [UInt8]?
  /// Why the credential cannot be sent; nil if it can.
  private var credentialFault: String?

  public init(_ operationID: String, _ method: String, _ path: RequestPath) {
    self.operationID = operationID
    self.method = method
    self.path = path
  }

  /// Adds a query parameter; nil adds none.
  public mutating func query(_ name: StaticString, _ value: (some ParameterValue)?) {
    if let value { append("\(name)", value.parameterText) }
  }

  /// Adds a query parameter once for each element.
  public mutating func query(_ name: StaticString, _ values: [some ParameterValue]?) {
    for value in values ?? [] { append("\(name)", value.parameterText) }
  }

  private mutating func append(_ name: String, _ value: String) {
    query += query.isEmpty ? "?" : "&"
    query += "\(PercentCoding.encode(name))=\(PercentCoding.encode(value))"
  }

  /// Sets a header field; nil leaves it out.
  public mutating func header(_ name: StaticString, _ value: (some ParameterValue)?) {
    guard let value, let name = HTTPField.Name("\(name)") else { return }
    headerFields[name] = value.parameterText
  }

  /// Which media types the client reads.
  public mutating func accept(_ mediaTypes: StaticString) {
    headerFields[.accept] = "\(mediaTypes)"
  }

  public mutating func authorize(bearer token: String) {
    headerFields[.authorization] = "Bearer \(token)"
  }

  /// A colon in the user name would be read as its end (RFC 7617, section 2): the call fails with
  /// `ClientError.invalidInput`.
  public mutating func authorize(username: String, password: String) {
    let isSplit = username.utf8.contains(UInt8(ascii: ":"))
    credentialFault = isSplit ? "a user name cannot hold a colon" : nil
    let pair = Base64.standard.encode("\(username):\(password)".utf8)
    headerFields[.authorization] = "Basic \(String(decoding: pair, as: UTF8.self))"
  }
}

extension ClientCall {
  public mutating func json(
    _ value: some JSONEncodable, _ mediaType: String = "application/json"
  ) {
    bytes(JSONWriter.encode(value), mediaType)
  }

  public mutating func json(
    _ mediaType: String = "application/json", with write: (inout JSONWriter) -> Void
  ) {
    bytes(JSONWriter.encode(with: write), mediaType)
  }

  public mutating func text(_ text: String, _ mediaType: String = "text/plain") {
    bytes(Array(text.utf8), mediaType)
  }

  public mutating func bytes(_ bytes: [UInt8], _ mediaType: String) {
    headerFields[.contentType] = ContentFields.of(mediaType)[.contentType]
    body = bytes
  }

  /// - Parameter baseURL: without a slash at its end.
  func request(baseURL: String, timeout: Duration?) throws(ClientError) -> ClientRequest {
    if let fault = path.fault { throw .invalidInput(fault, operationID: operationID) }
    if let credentialFault { throw .invalidInput(credentialFault, operationID: operationID) }
    guard let method = HTTPRequest.Method(rawValue: method) else {
      throw .invalidInput("'\(method)' is not a method", operationID: operationID)
    }
    return ClientRequest(
      method: method, url: baseURL + path.text + query, headerFields: headerFields, body: body,
      operationID: operationID, timeout: timeout)
  }
}
