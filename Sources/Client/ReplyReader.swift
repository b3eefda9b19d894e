import AccordRuntime
import HTTPTypes

/// Collects one response from the lines and bytes that libcurl passes on.
struct ReplyReader {
  private enum Phase { case status, fields, content }

  private(set) var content: [UInt8] = []
  /// The limit in bytes that the response went over, if it did.
  private(set) var exceededLimit: Int?
  private let names: FieldNames
  private let contentBytesMax: Int
  private var phase = Phase.status
  private var statusCode = 0
  private var fields = HTTPFields()
  private var headBytes = 0
  private static let headBytesMax = 128 * 1024

  init(names: FieldNames, contentBytesMax: Int) {
    self.names = names
    self.contentBytesMax = contentBytesMax
  }

  mutating func clear() {
    content = []
    exceededLimit = nil
    phase = .status
    statusCode = 0
    fields = HTTPFields()
    headBytes = 0
  }

  /// Whether not a byte has come.
  var isUntouched: Bool { headBytes == 0 }

  /// Nil when no final status has come.
  func response() -> ClientResponse? {
    guard phase == .content, (200...999).contains(statusCode) || statusCode == 101 else {
      return nil
    }
    return ClientResponse(
      status: HTTPResponse.Status(code: statusCode), headerFields: fields, body: content)
  }

  /// One line of the head, with its line end. False when the head is too large.
  mutating func receive(line: UnsafeRawBufferPointer) -> Bool {
    headBytes += line.count
    guard headBytes <= Self.headBytesMax else {
      exceededLimit = Self.headBytesMax
      return false
    }
    var end = line.count
    while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
    let text = UnsafeRawBufferPointer(rebasing: line[..<end])
    switch phase {
    case .status: readStatus(text)
    case .fields: text.isEmpty ? endHead() : readField(text)
    case .content: break  // a trailer field
    }
    return true
  }

  mutating func expect(contentBytes: Int) {
    guard contentBytes <= contentBytesMax else {
      exceededLimit = contentBytesMax
      return
    }
    // A server may promise much and send little, so a large promise is not taken at its word.
    content.reserveCapacity(min(contentBytes, 1024 * 1024))
  }

  /// False when the content is too large.
  mutating func receive(content bytes: UnsafeRawBufferPointer) -> Bool {
    guard exceededLimit == nil, bytes.count <= contentBytesMax - content.count else {
      exceededLimit = contentBytesMax
      return false
    }
    content.append(contentsOf: bytes)
    return true
  }
}

extension ReplyReader {
  /// `HTTP/1.1 200 OK`: libcurl has checked the form, so the digits after the first space count.
  private mutating func readStatus(_ line: UnsafeRawBufferPointer) {
    guard let space = line.firstIndex(of: 0x20) else { return }
    statusCode = line[(space + 1)...].prefix(3).reduce(0) { code, byte in
      (0x30...0x39).contains(byte) ? code * 10 + Int(byte - 0x30) : code
    }
    phase = .fields
  }

  /// After an interim response (RFC 9110, section 15.2) comes another status line.
  private mutating func endHead() {
    guard (100...199).contains(statusCode), statusCode != 101 else {
      phase = .content
      return
    }
    phase = .status
    fields = HTTPFields()
  }

  private mutating func readField(_ line: UnsafeRawBufferPointer) {
    guard !Self.isBlank(line[0]) else { return continueField(line) }
    guard let colon = line.firstIndex(of: 0x3A),
      let name = names.name(UnsafeRawBufferPointer(rebasing: line[..<colon]))
    else { return }
    fields.append(HTTPField(name: name, value: Self.trimmed(line[(colon + 1)...])))
  }

  /// A folded line (RFC 9112, section 5.2) stands for a space and the rest of the value.
  private mutating func continueField(_ line: UnsafeRawBufferPointer) {
    guard let last = fields.indices.last else { return }
    let rest = String(decoding: Self.trimmed(line[...]), as: UTF8.self)
    fields[last].value += " " + rest
  }

  private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> UnsafeRawBufferPointer {
    var bytes = bytes
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return UnsafeRawBufferPointer(rebasing: bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }
}
