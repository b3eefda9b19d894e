import AccordRuntime
import Testing

/// Members that the contract does not name, and what is in them.
@Suite struct IgnoredTests {
  private static let message = "duplicate: appears more than once in this object"

  private func skip(_ text: String) -> [String] {
    JSONReader.decode(Skipped.self, from: bytes(text)).violations
  }

  @Test(
    "a repeated name is refused where the contract names no member, however it is spelled",
    arguments: [
      (#"{"a":1,"a":1}"#, "/a"), (#"{"a":1,"b":2,"\u0061":3}"#, "/a"), (#"{"":1,"":1}"#, "/"),
      (#"{"a":{"b":1,"b":1}}"#, "/a/b"), (#"{"a":[0,{"b":{},"c":0,"b":{}}]}"#, "/a/1/b"),
      (#"{"a":{"x":{"x":1}},"b":1,"a":1}"#, "/a"), (#"{"a/~":1,"a\u002f~":1}"#, "/a~1~0"),
      (#"{"a":{"\"":1,"\u0022":1}}"#, "/a/\""),
    ])
  func refused(text: String, pointer: String) {
    #expect(skip(text) == ["\(pointer) \(Self.message)"])
  }

  @Test(
    "one name may stand in several objects, and names count byte for byte",
    arguments: [
      #"{"a":{"a":{"a":1}},"b":{"a":1}}"#, #"{"a":[{"b":1},{"b":1}]}"#, #"{"a":1,"A":1}"#,
      #"{"\u00e9":1,"e\u0301":1}"#, #"{"a":"a","b":["a","a"]}"#,
    ])
  func allowed(text: String) {
    #expect(JSONReader.decode(Skipped.self, from: bytes(text)).accepted != nil)
  }

  @Test("objects that are read among ignored members keep their names apart")
  func amongOthers() {
    let address = #"{"city":"x","ignored":1}"#
    let pair = { (last: String) in
      JSONReader.decode(Pair.self, from: bytes("{\(last)}"))
    }
    #expect(pair(#""x":1,"left":{"x":1},"right":{"x":1},"y":1"#).accepted != nil)
    #expect(
      pair(#""x":1,"left":{"x":1,"x":2},"right":{"x":1},"x":3,"left":\#(address)"#).violations
        == ["/left/x", "/x", "/left"].map { "\($0) \(Self.message)" })
  }

  @Test(
    "a hundred thousand ignored members take time in proportion to their number",
    .timeLimit(.minutes(1)))
  func many() {
    let members = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    // Comparing each with all others would take minutes.
    #expect(skip("{\(members),\"k77\":0}") == ["/k77 \(Self.message)"])
    #expect(skip("{\"in\":{\(members),\"k78\":0}}") == ["/in/k78 \(Self.message)"])
  }
}

private struct Pair: JSONDecodable {
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Pair? {
    guard try json.beginObject() else { return nil }
    var (left, right): (Skipped?, Skipped?)
    while let key = try json.nextKey() {
      switch key {
      case "left": try json.read(&left)
      case "right": try json.read(&right)
      default: try json.skipMember()
      }
    }
    return left == nil || right == nil ? nil : Pair()
  }
}
