public import AccordRuntime

extension RequestReader {
  /// An XML body.
  public mutating func xml<T: XMLCodable>(root: String, required: Bool = true) -> T? {
    xml(root: root, shape: T.xmlShape, required: required) { json throws(MalformedJSON) in
      try T.decode(from: &json)
    }
  }

  /// An XML body whose rules are not in its type.
  public mutating func xml<T>(
    root: String, shape: XMLShape, required: Bool = true,
    _ read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) -> T? {
    guard let bytes = body(required: required) else { return nil }
    return decoded(BodyDecoding(ofXML: bytes, root: root, shape: shape, read))
  }
}

extension ServerResponse {
  public static func xml<T: XMLCodable>(
    _ status: Int, _ value: T, root: String, _ mediaType: String = "application/xml"
  ) -> ServerResponse {
    xml(status, root: root, shape: T.xmlShape, mediaType) { value.encode(to: &$0) }
  }

  public static func xml(
    _ status: Int, root: String, shape: XMLShape, _ mediaType: String = "application/xml",
    with write: (inout JSONWriter) -> Void
  ) -> ServerResponse {
    let json = JSONWriter.encode(with: write)
    return bytes(status, XMLTranscoder.xml(fromJSON: json, root: root, shape: shape), mediaType)
  }
}

extension ReceivedResponse {
  /// XML content.
  public func xml<T: XMLCodable>(root: String) throws(ClientError) -> T {
    try xml(root: root, shape: T.xmlShape) { json throws(MalformedJSON) in
      try T.decode(from: &json)
    }
  }

  /// XML content whose rules are not in its type.
  public func xml<T>(
    root: String, shape: XMLShape, _ read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(ClientError) -> T {
    try decoded(BodyDecoding(ofXML: response.body, root: root, shape: shape, read))
  }
}

extension ClientCall {
  public mutating func xml<T: XMLCodable>(
    _ value: T, root: String, _ mediaType: String = "application/xml"
  ) {
    xml(root: root, shape: T.xmlShape, mediaType) { value.encode(to: &$0) }
  }

  public mutating func xml(
    root: String, shape: XMLShape, _ mediaType: String = "application/xml",
    with write: (inout JSONWriter) -> Void
  ) {
    let json = JSONWriter.encode(with: write)
    bytes(XMLTranscoder.xml(fromJSON: json, root: root, shape: shape), mediaType)
  }
}

extension BodyDecoding {
  /// What becomes of a document by way of the JSON of the same value.
  init(
    ofXML bytes: [UInt8], root: String, shape: XMLShape,
    _ read: (inout JSONReader) throws(MalformedJSON) -> Value?
  ) {
    do {
      let json = try XMLTranscoder.json(fromXML: bytes, root: root, shape: shape)
      switch JSONReader.decode(from: json, with: read) {
      case .value(let value): self = .value(value)
      case .invalid(let violations): self = .invalid(violations)
      // The places in such an error are those of the JSON, which nobody has seen.
      case .malformed(let error): self = .malformed("must be XML: \(error.message)")
      }
    } catch {
      self = .malformed("must be XML: \(error)")
    }
  }
}
