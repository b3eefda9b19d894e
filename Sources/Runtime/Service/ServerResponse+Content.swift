import HTTPTypes

// What generated code answers with.

extension ServerResponse {
  /// An answer without content.
  public static func empty(_ status: Int) -> ServerResponse {
    ServerResponse(status: .init(code: status))
  }

  public static func json(
    _ status: Int, _ value: some JSONEncodable, _ mediaType: String = "application/json"
  ) -> ServerResponse {
    bytes(status, JSONWriter.encode(value), mediaType)
  }

  /// Content that a closure writes, for a value that does not write itself.
  public static func json(
    _ status: Int, _ mediaType: String = "application/json", with write: (inout JSONWriter) -> Void
  ) -> ServerResponse {
    bytes(status, JSONWriter.encode(with: write), mediaType)
  }

  public static func text(
    _ status: Int, _ text: String, _ mediaType: String = "text/plain"
  ) -> ServerResponse {
    bytes(status, Array(text.utf8), mediaType)
  }

  public static func bytes(_ status: Int, _ bytes: [UInt8], _ mediaType: String) -> ServerResponse {
    ServerResponse(
      status: .init(code: status), headerFields: ContentFields.of(mediaType), body: bytes)
  }

  /// The answer with a header field more; nil adds none. Spaces replace what a field cannot hold.
  public func header(
    _ name: StaticString, _ value: (some ParameterValue)?
  ) -> ServerResponse {
    guard let value, let name = HTTPField.Name("\(name)") else { return self }
    var response = self
    response.headerFields[name] = value.parameterText
    return response
  }
}
