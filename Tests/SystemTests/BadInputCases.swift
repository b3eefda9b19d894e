import Testing

/// A request that a service must refuse.
struct BadInput: Sendable {
  let name: String
  let port: @Sendable (ServicesProcess) -> Int
  let bytes: [UInt8]
  /// The status of the answer, or nil if any in the 400s will do.
  let status: Int?
  /// A closed connection is as good an answer.
  var mayClose = false
  /// Whether the client stops sending afterwards, and says so.
  var ends = false

  static let all = bodies + documents + routes + framing

  /// A body that the User service's create refuses.
  private static func user(
    _ name: String, _ body: some Sequence<UInt8>, _ status: Int = 400,
    as mediaType: String = "application/json"
  ) -> BadInput {
    let request = Request(
      "POST", "/api/v1/user", [(name: "Content-Type", value: mediaType)], body: Array(body))
    return BadInput(name: name, port: \.userPort, bytes: request.bytes, status: status)
  }

  private static func session(_ name: String, _ expiry: String) -> BadInput {
    let body = #"{"objtype": "session", "subject": "s", "expires_at": \#(expiry)}"#
    let request = Request(
      "POST", "/api/v1/datastore/write", [(name: "Content-Type", value: "application/json")],
      body: Array(body.utf8))
    return BadInput(name: name, port: \.datastorePort, bytes: request.bytes, status: 400)
  }

  private static func other(
    _ name: String, _ request: Request, _ status: Int
  ) -> BadInput {
    BadInput(name: name, port: \.userPort, bytes: request.bytes, status: status)
  }

  static let fine = #"{"Email": "a@b.org", "Fname": "S", "Lname": "H"}"#

  private static let bodies: [BadInput] = [
    user("empty", "".utf8),
    user("truncated", fine.dropLast(9).utf8),
    user("truncated in an escape", #"{"Email": "\u00"#.utf8),
    user("nested a hundred deep", repeated("[", 100) + repeated("]", 100)),
    user("nested in an unknown member", nested(100)),
    user("nested ten thousand deep, without an end", repeated(#"{"a":"#, 10_000)),
    user("a number for a text", #"{"Email": 1, "Fname": [], "Lname": null}"#.utf8),
    user("an array for the object", "[\(fine)]".utf8),
    user("a text for the object", #""user""#.utf8),
    user("null", "null".utf8),
    user("two values", "\(fine)\(fine)".utf8),
    user(
      "a duplicate key", (#"{"Email": "c@d.org", "# + fine.dropFirst()).utf8),
    user("an unknown key", (#"{"admin": true, "# + fine.dropFirst()).utf8),
    user("a missing member", #"{"Email": "a@b.org"}"#.utf8),
    user("a lone surrogate", #"{"Email": "a@b.org", "Fname": "\ud800", "Lname": "H"}"#.utf8),
    user("a null character", #"{"Email": "a@b.org", "Fname": "\u0000", "Lname": "H"}"#.utf8),
    user("invalid UTF-8", around([0xFF, 0xFE])),
    user("overlong UTF-8", around([0xC0, 0xAF])),
    user("a UTF-8 surrogate", around([0xED, 0xA0, 0x80])),
    user("a byte order mark of UTF-16", [0xFF, 0xFE, 0x7B, 0x00]),
    user("a text beyond its limit", around(repeated("x", 101))),
    session("an exponent beyond every type", "1e999999"),
    session("an integer beyond 64 bits", "9223372036854775808"),
    session("a thousand digits", String(repeating: "9", count: 1000)),
    session("a fraction for an integer", "1.5"),
    session("a negative time", "-1"),
    session("NaN", "NaN"),
    session("a leading zero", "01"),
  ]

  private static let documents: [BadInput] = [
    user("an XML document cut short", "<NewUser><Email>a@b".utf8, as: "application/xml"),
    user("another root", "<OldUser/>".utf8, as: "application/xml"),
    user("a billion laughs", laughs.utf8, as: "application/xml"),
    user(
      "an external entity",
      #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><NewUser><Email>&e;</Email></NewUser>"#
        .utf8, as: "application/xml"),
    user(
      "elements ten thousand deep", repeated("<a>", 10_000) + repeated("</a>", 10_000),
      as: "application/xml"),
    user("invalid UTF-8 in XML", "<NewUser><Email>".utf8 + [0xFF], as: "application/xml"),
  ]

  private static let routes: [BadInput] = [
    user("another media type", fine.utf8, 415, as: "application/x-www-form-urlencoded"),
    other(
      "no media type", Request("POST", "/api/v1/user", body: Array(fine.utf8)), 415),
    other(
      "an answer it cannot give",
      Request(
        "POST", "/api/v1/user",
        [
          (name: "Content-Type", value: "application/json"), (name: "Accept", value: "image/png"),
        ], body: Array(fine.utf8)), 406),
    other("an unknown path", Request("GET", "/api/v1/nothing"), 404),
    other("a path of the disk", Request("GET", "/../../../etc/passwd"), 404),
    other("a wrong method", Request("DELETE", "/api/v1/user"), 405),
    other("a method of no standard", Request("BREW", "/health"), 405),
  ]

  private static let framing: [BadInput] = [
    user("ten megabytes", repeated("x", 10_000_000), 413),
    raw("a length longer than the body, and then the end", "Content-Length: 500", fine, ends: true),
    raw("a length shorter than the body", "Content-Length: 9", fine),
    raw("a length that is no number", "Content-Length: many", fine),
    raw("a negative length", "Content-Length: -1", fine),
    raw("a length beyond 64 bits", "Content-Length: 99999999999999999999", fine),
    raw("two lengths", "Content-Length: 5\r\nContent-Length: 6", fine),
    raw("a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
    raw("a chunk with a size that is no number", "Transfer-Encoding: chunked", "zz\r\n"),
    raw("a field of 100,000 bytes", "X-Long: " + String(repeating: "x", count: 100_000), ""),
    BadInput(
      name: "no HTTP at all", port: \.userPort, bytes: Array("\u{16}\u{3}\u{1}hello\r\n\r\n".utf8),
      status: nil, mayClose: true),
  ]

  private static func raw(
    _ name: String, _ fields: String, _ body: String, ends: Bool = false
  ) -> BadInput {
    let head =
      "POST /api/v1/user HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\(fields)\r\n\r\n"
    return BadInput(
      name: name, port: \.userPort, bytes: Array((head + body).utf8), status: nil, mayClose: true,
      ends: ends)
  }

  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  private static func nested(_ depth: Int) -> [UInt8] {
    #"{"x": "#.utf8 + repeated(#"{"a":"#, depth) + "1".utf8 + repeated("}", depth + 1)
  }

  /// A user with these bytes for a given name.
  private static func around(_ bytes: [UInt8]) -> [UInt8] {
    #"{"Email": "a@b.org", "Lname": "H", "Fname": ""#.utf8 + bytes + #""}"#.utf8
  }

  /// Ten entities, each ten of the one before: a gigabyte, if anybody expanded it.
  private static var laughs: String {
    let entities = (1...9).map { level in
      let content = String(repeating: "&l\(level - 1);", count: 10)
      return "<!ENTITY l\(level) \"\(content)\">"
    }
    return "<!DOCTYPE l [<!ENTITY l0 \"ha\">\(entities.joined())]>"
      + "<NewUser><Email>&l9;</Email></NewUser>"
  }
}
