import AccordRuntime
import Testing

@Suite struct WriterTests {
  private func text(_ value: some JSONEncodable) -> String {
    String(decoding: JSONWriter.encode(value), as: UTF8.self)
  }

  @Test("strings are escaped where JSON obliges, wherever in eight bytes it is")
  func escapes() {
    #expect(text("") == "\"\"")
    #expect(text("/é😀\u{7F}\u{2028}") == "\"/é😀\u{7F}\u{2028}\"")
    #expect(
      text("\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\")
        == #""\u0000\b\t\n\u000b\f\r\u001f\"\\""#)
    for length in 0..<40 {
      for place in 0..<max(length, 1) {
        let plain = Array(repeating: "x", count: length)
        let special = plain.enumerated().map { $0.offset == place ? "\"" : $0.element }.joined()
        let expected = plain.enumerated().map { $0.offset == place ? "\\\"" : $0.element }.joined()
        #expect(text(special) == "\"\(expected)\"")
      }
    }
  }

  @Test("a text that is all escapes grows the buffer as it must")
  func growsForEscapes() {
    let count = 100_000
    let expected = "\"" + String(repeating: "\\u0001", count: count) + "\""
    #expect(text(String(repeating: "\u{1}", count: count)) == expected)
  }

  @Test("texts around the size of the first buffer are whole")
  func growsAtTheEdge() {
    for length in 1000..<1040 {
      let long = String(repeating: "y", count: length)
      #expect(text([long, "é", "z"]) == "[\"\(long)\",\"é\",\"z\"]")
    }
  }

  @Test("integers are written to both ends of 64 bits")
  func integers() {
    for value in [0, 1, -1, 9, 10, 99, 100, 12345, Int.max, Int.min, Int.max - 1, Int.min + 1] {
      #expect(text(value) == String(value))
    }
    var power = 1
    for _ in 0..<18 {
      power *= 10
      for value in [power - 1, power, power + 1, -power] { #expect(text(value) == String(value)) }
    }
    #expect(text(Int32.min) == "-2147483648")
  }

  @Test("commas are where they belong, whatever values end with")
  func commas() {
    #expect(text([[Int]]()) == "[]")
    #expect(text([[], [1], [1, 2]]) == "[[],[1],[1,2]]")
    #expect(text(["[", "{", ","]) == "[\"[\",\"{\",\",\"]")
    #expect(text(["{": ["[": 1], "[": [:]]) == "{\"[\":{},\"{\":{\"[\":1}}")
  }

  @Test("a dictionary is written in the order of its names")
  func ordersNames() {
    #expect(text(["b": 1, "a": 2, "c": 3]) == #"{"a":2,"b":1,"c":3}"#)
    #expect(text(["a\"\n": true]) == #"{"a\"\n":true}"#)
  }
}
