import Foundation

/// A well-formed request, of which any part may still be wrong.
struct Request: Sendable {
  var method: String
  var path: String
  var fields: [(name: String, value: String)] = []
  var body: [UInt8]?

  init(
    _ method: String, _ path: String, _ fields: [(name: String, value: String)] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.path = path
    self.fields = fields
    self.body = body
  }

  /// The request line and the header, with the length of the body unless a field says it.
  var head: [UInt8] {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1"]
    lines += fields.map { "\($0.name): \($0.value)" }
    if let body, !fields.contains(where: { $0.name == "Content-Length" }) {
      lines.append("Content-Length: \(body.count)")
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  var bytes: [UInt8] { head + (body ?? []) }
}

struct Answer: Sendable {
  var status: Int
  var fields: [(name: String, value: String)]
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  func json() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
  }

  /// The first answer in the bytes and its length, or nil if more bytes are needed for it.
  static func read(_ bytes: [UInt8], isComplete: Bool) throws -> (Answer, length: Int)? {
    guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw WireError.malformed(lines[0])
    }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        name: String(parts.first ?? ""),
        value: parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    var answer = Answer(status: status, fields: fields, body: [])
    if status < 200 || status == 204 { return (answer, end.upperBound) }
    guard let length = answer["Content-Length"].flatMap(Int.init) else {
      // Without a length the body goes to the end of the connection.
      guard isComplete else { return nil }
      answer.body = Array(bytes[end.upperBound...])
      return (answer, bytes.count)
    }
    guard bytes.count >= end.upperBound + length else { return nil }
    answer.body = Array(bytes[end.upperBound..<end.upperBound + length])
    return (answer, end.upperBound + length)
  }
}

/// Runs code that waits on a thread of its own, so that tests beside it have theirs.
func waiting<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
  }
}

/// Sends one request on a connection of its own.
func exchange(_ request: Request, port: Int) async throws -> Answer {
  try await waiting {
    let wire = try Wire(port: port)
    try wire.send(request.bytes)
    guard let answer = try wire.receive() else { throw WireError.incomplete([]) }
    return answer
  }
}
