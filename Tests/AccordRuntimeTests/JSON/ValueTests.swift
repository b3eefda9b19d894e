import AccordRuntime
import Testing

@Suite struct ValueTests {
  @Test("a free-form value keeps the text of numbers and the order of members")
  func keepsText() {
    let text =
      #"{"z":1.50,"a":[1e2,-0,12345678901234567890.5],"é\"":null,"m":{"b":true,"a":false}}"#
    #expect(
      value(text).accepted.map { String(decoding: JSONWriter.encode($0), as: UTF8.self) } == text)
  }

  @Test("literals spell values")
  func literals() {
    let literal: JSONValue = [
      "a": 1, "b": [true, nil, 1.5, "x"], "c": ["d": -1],
    ]
    #expect(value(#"{"c":{"d":-1.0},"a":1.0,"b":[true,null,15e-1,"x"]}"#).accepted == literal)
  }

  @Test("objects are equal whatever the order, and texts only scalar by scalar")
  func equality() {
    let left = value(#"{"a":1,"b":2}"#).accepted
    #expect(left == value(#"{"b":2,"a":1}"#).accepted)
    #expect(left?.hashValue == value(#"{"b":2.0,"a":1}"#).accepted?.hashValue)
    #expect(left != value(#"{"a":1,"b":3}"#).accepted)
    #expect(left != value(#"{"a":1}"#).accepted)
    #expect(JSONValue.string("é") != JSONValue.string("e\u{301}"))
    #expect(value(#"{"\u00e9":1,"e\u0301":2}"#).accepted != nil)
    #expect(JSONValue.bool(true) != JSONValue.number(JSONNumber(1)))
    #expect(JSONValue.null != JSONValue.string("null"))
  }

  @Test("objects are compared once, however deep their members change places")
  func deepEquality() {
    var (left, right) = (JSONValue.null, JSONValue.null)
    for _ in 0..<60 {
      left = ["a": left, "b": 1, "c": 2]
      right = ["a": right, "c": 2, "b": 1]
    }
    #expect(left == right)
    #expect(left != ["a": right, "b": 1, "c": 2])
  }

  @Test("members are found, replaced, added and removed by name")
  func members() {
    var object = JSONObject([("a", 1), ("b", 2), ("a", 3)])
    #expect(object.members.map(\.name) == ["a", "b"])
    #expect(object["a"] == 3)
    object["b"] = nil
    object["c"] = "x"
    #expect(object.members.map(\.name) == ["a", "c"])
    #expect(object["b"] == nil)
  }

  @Test("a repeated name is refused, in few members and in many, with its place")
  func duplicates() {
    let message = "duplicate: appears more than once in this object"
    #expect(value(#"{"a":1,"a":1}"#).violations == ["/a \(message)"])
    #expect(value(#"[0,{"x":{"a/~":1,"a\u002f~":2}}]"#).violations == ["/1/x/a~1~0 \(message)"])
    let many = (0..<1000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(value("{\(many)}").accepted != nil)
    #expect(value("{\(many),\"k500\":1}").violations == ["/k500 \(message)"])
    #expect(value(#"{"":1,"":1}"#).violations == ["/ \(message)"])
  }

  @Test("a random value survives being written and read")
  func roundTrips() {
    var random = SeededGenerator(state: 42)
    for _ in 0..<500 {
      let value = Self.random(depth: 5, &random)
      let read = JSONReader.decode(JSONValue.self, from: JSONWriter.encode(value)).accepted
      #expect(read == value)
      #expect(read?.hashValue == value.hashValue)
    }
  }

  static func random(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(JSONNumber(Int(truncatingIfNeeded: random.next())))
    case 3: return .string(text(&random))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          self.random(depth: depth - 1, &random)
        })
    default:
      let members = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        (text(&random), self.random(depth: depth - 1, &random))
      }
      return .object(JSONObject(members))
    }
  }

  static func text(_ random: inout SeededGenerator) -> String {
    let alphabet = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "日", "😀", "/", "e\u{301}",
      "12345678",
    ]
    return (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
      alphabet.randomElement(using: &random)
    }.joined()
  }
}
