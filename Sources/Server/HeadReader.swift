import HTTPTypes

/// Reads request heads, strictly: what two parties could read differently is refused.
struct HeadReader {
  private static let fieldsMax = 100

  private var line: RequestLine
  private var fields = HTTPFields()
  private var hosts = 0
  private var contentLength: Int?
  private var isChunked = false
  private var wantsClose = false
  private var wantsKeepAlive = false
  private var awaitsContinue = false
  private var requestID: String?

  private init(line: RequestLine) {
    self.line = line
  }

  /// The head at the start of `bytes` and its length, or nil if more bytes are needed.
  static func read(
    _ bytes: Span<UInt8>, bytesMax: Int
  ) throws(Rejection) -> (head: RequestHead, length: Int)? {
    guard let lineEnd = try ByteGrammar.lineEnd(bytes, from: 0) else {
      if bytes.count > bytesMax { throw .targetTooLong }
      return nil
    }
    if lineEnd > bytesMax { throw .targetTooLong }
    var reader = HeadReader(line: try RequestLine(bytes, end: lineEnd))
    var start = lineEnd + 2
    while let end = try ByteGrammar.lineEnd(bytes, from: start) {
      if end > bytesMax { throw .headTooLarge }
      if end == start { return (try reader.head(), end + 2) }
      try reader.readField(bytes, from: start, to: end)
      start = end + 2
    }
    if bytes.count > bytesMax { throw .headTooLarge }
    return nil
  }

  private mutating func readField(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    guard fields.count < Self.fieldsMax else { throw .headTooLarge }
    var colon = start
    while colon < end, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < end else { throw .malformed("A header line without a colon.") }
    var first = colon + 1
    var last = end
    while first < last, Self.isBlank(bytes[first]) { first += 1 }
    while last > first, Self.isBlank(bytes[last - 1]) { last -= 1 }
    if let known = FieldTable.field(bytes, from: start, to: colon) {
      append(known.name, bytes, from: first, to: last)
      if let role = known.role { try play(role, bytes, from: first, to: last) }
    } else {
      let text = ByteGrammar.text(bytes, from: start, to: colon)
      guard let name = text.flatMap({ HTTPField.Name($0) }) else {
        throw .malformed("A header field name that is not a token.")
      }
      append(name, bytes, from: first, to: last)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == ByteGrammar.space || byte == ByteGrammar.tab
  }

  private mutating func append(
    _ name: HTTPField.Name, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) {
    if let text = ByteGrammar.text(bytes, from: start, to: end) {
      fields.append(HTTPField(name: name, value: text))
    } else {
      fields.append(HTTPField(name: name, value: (start..<end).map { bytes[$0] }))
    }
  }

  private mutating func play(
    _ role: FieldRole, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    switch role {
    case .host: try readHost(bytes, from: start, to: end)
    case .contentLength: try readContentLength(bytes, from: start, to: end)
    case .transferEncoding: try readTransferEncoding(bytes, from: start, to: end)
    case .connection: readConnection(bytes, from: start, to: end)
    case .expect: try readExpectation(bytes, from: start, to: end)
    case .requestID: requestID = RequestID.accepted(bytes, from: start, to: end)
    }
  }

  /// RFC 9112, section 3.2: exactly one, and nothing in it that no authority holds.
  private mutating func readHost(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    hosts += 1
    for index in start..<end {
      let byte = bytes[index]
      let isDelimiter =
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ",")
      guard ByteGrammar.isVisible(byte), !isDelimiter else {
        throw .malformed("The Host field is not a host and port.")
      }
    }
  }

  /// RFC 9112, section 6.3: a list or a second field, even of equal values, is refused.
  private mutating func readContentLength(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    guard contentLength == nil, start < end else {
      throw .malformed("More than one Content-Length, or an empty one.")
    }
    var length = 0
    for index in start..<end {
      let digit = Int(bytes[index]) - Int(UInt8(ascii: "0"))
      guard (0...9).contains(digit) else { throw .malformed("Content-Length is not a number.") }
      // Saturates: whatever the digits, the length stays above every limit a body can have.
      length = length > Int.max / 16 ? Int.max / 16 : length * 10 + digit
    }
    contentLength = length
  }

  private mutating func readTransferEncoding(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    guard !isChunked else { throw .malformed("More than one Transfer-Encoding.") }
    guard ByteGrammar.isToken("chunked", bytes, from: start, to: end) else {
      throw Rejection(.notImplemented, "The only transfer coding understood here is chunked.")
    }
    isChunked = true
  }

  private mutating func readConnection(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var first = start
    while first < end {
      var last = first
      while last < end, bytes[last] != UInt8(ascii: ",") { last += 1 }
      var (from, to) = (first, last)
      while from < to, Self.isBlank(bytes[from]) { from += 1 }
      while to > from, Self.isBlank(bytes[to - 1]) { to -= 1 }
      if ByteGrammar.isToken("close", bytes, from: from, to: to) { wantsClose = true }
      if ByteGrammar.isToken("keep-alive", bytes, from: from, to: to) { wantsKeepAlive = true }
      first = last + 1
    }
  }

  private mutating func readExpectation(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) {
    guard ByteGrammar.isToken("100-continue", bytes, from: start, to: end) else {
      throw Rejection(.expectationFailed, "The only expectation met here is 100-continue.")
    }
    awaitsContinue = true
  }
}

extension HeadReader {
  /// What needs the whole head to be judged.
  private consuming func head() throws(Rejection) -> RequestHead {
    guard hosts == 1 || hosts == 0 && line.isHTTP10 else {
      throw .malformed("A request needs exactly one Host field.")
    }
    guard !isChunked || contentLength == nil && !line.isHTTP10 else {
      throw .malformed("Transfer-Encoding with Content-Length, or in HTTP/1.0.")
    }
    return RequestHead(
      method: line.method, target: line.target, fields: fields, framing: framing,
      keepsAlive: !wantsClose && (!line.isHTTP10 || wantsKeepAlive), isHTTP10: line.isHTTP10,
      awaitsContinue: awaitsContinue && !line.isHTTP10, requestID: requestID)
  }

  private var framing: BodyFraming {
    if isChunked { return .chunked }
    guard let contentLength, contentLength > 0 else { return .none }
    return .length(contentLength)
  }
}
