import AccordRuntime
import HTTPTypes
import NIOCore

/// Writes a response as the bytes of one message (RFC 9112, section 4).
struct ResponseWriter {
  let requestID: String
  let dateLine: [UInt8]
  let isHead: Bool
  let closes: Bool
  /// Whether the client must be told that the connection stays open (HTTP/1.0).
  let saysKeepAlive: Bool

  static let continueLine = "HTTP/1.1 100 Continue\r\n\r\n"

  func write(_ response: ServerResponse, to output: inout ByteBuffer) {
    writeStatusLine(response.status, to: &output)
    for field in response.headerFields { write(field, to: &output) }
    // RFC 9110, sections 8.6, 15.3.5 and 15.4.5: these statuses have no content, whatever is given.
    let code = response.status.code
    let hasContent = code >= 200 && code != 204 && code != 304
    if hasContent {
      output.writeStaticString("Content-Length: ")
      output.writeDecimal(response.body.count)
      output.writeStaticString("\r\n")
    }
    output.writeBytes(dateLine)
    output.writeStaticString("X-Request-Id: ")
    output.writeString(requestID)
    if closes {
      output.writeStaticString("\r\nConnection: close\r\n\r\n")
    } else if saysKeepAlive {
      output.writeStaticString("\r\nConnection: keep-alive\r\n\r\n")
    } else {
      output.writeStaticString("\r\n\r\n")
    }
    if hasContent, !isHead { output.writeBytes(response.body) }
  }

  private func writeStatusLine(_ status: HTTPResponse.Status, to output: inout ByteBuffer) {
    if status.code == 200 {
      output.writeStaticString("HTTP/1.1 200 OK\r\n")
      return
    }
    output.writeStaticString("HTTP/1.1 ")
    output.writeDecimal(status.code)
    output.writeStaticString(" ")
    output.writeString(status.shownPhrase)
    output.writeStaticString("\r\n")
  }

  /// HTTPFields holds no value with a line end in it, so a value cannot become a field.
  private func write(_ field: HTTPField, to output: inout ByteBuffer) {
    guard !Self.isWrittenHere(field.name.canonicalName) else { return }
    output.writeString(field.name.rawName)
    output.writeStaticString(": ")
    output.writeString(field.value)
    output.writeStaticString("\r\n")
  }

  /// What describes the message and the connection is the server's to say. The lengths come
  /// first because they are cheap to tell apart.
  private static func isWrittenHere(_ name: String) -> Bool {
    switch name.utf8.count {
    case 4: name == "date"
    case 10: name == "connection" || name == "keep-alive"
    case 12: name == "x-request-id"
    case 14: name == "content-length"
    case 17: name == "transfer-encoding"
    default: false
    }
  }
}

extension ByteBuffer {
  /// Writes a number of 0 or more in decimal digits, without a string in between.
  fileprivate mutating func writeDecimal(_ number: Int) {
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      writeInteger(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
