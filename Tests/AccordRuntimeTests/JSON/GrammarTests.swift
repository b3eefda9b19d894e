import AccordRuntime
import Testing

@Suite struct GrammarTests {
  static let accepted: [String] = [
    // Scalars, alone and among white space
    "null", "true", "false", "0", "-0", "\"\"", " null", "null ", "\t\r\n null \t\r\n",
    // Numbers
    "1", "-1", "10", "123456789", "-123456789", "0.0", "-0.0", "0.1", "1.5", "-1.5", "10.01",
    "1e0", "1E0", "1e5", "1e+5", "1e-5", "1E+05", "1e00", "0e0", "0e99", "0E+1", "-0e-1", "1.0e1",
    "0.5e-3", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "123456789012345678901234567890", "1e400", "-1e400", "1e-400", "1e99999999999999999999",
    "0.000000000000000000000000000000000001", "3.141592653589793238462643383279502884",
    // Strings
    "\"a\"", "\"abcdefg\"", "\"abcdefgh\"", "\"abcdefghi\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"",
    "\"/\"", "\"\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\u001f\"", "\"\\u0041\"", "\"\\u00e9\"",
    "\"\\u00E9\"", "\"\\uD83D\\uDE00\"", "\"\\ud83d\\ude00\"", "\"\\uFFFF\"", "\"\\uFDD0\"",
    "\"\\uD800\\uDC00\"", "\"\\uDBFF\\uDFFF\"", "\"é\"", "\"日本語\"", "\"😀\"", "\"\u{7F}\"",
    "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{10FFFF}\"", "\"\u{E000}\"", "\"\u{D7FF}\"",
    "\"\\\\u0041\"", "\"12345678\\n12345678\"", "\"1234567é1234567\"", "\" \"", "\"'\"",
    "\"// no comment\"", "\"[1,2\"", "\"\\\\\\\"\"",
    // Arrays
    "[]", "[ ]", "[\n]", "[1]", "[1,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]", "[{}]", "[null]",
    "[true,false,null]", "[\"\"]", "[1,\"a\",[],{}]", "[[[[[]]]]]", "[1\n,\n2]", "[-0]", "[1e1]",
    // Objects
    "{}", "{ }", "{\"\":0}", "{\"a\":1}", "{ \"a\" : 1 }", "{\"a\":1,\"b\":2}", "{\"a\":{}}",
    "{\"a\":[]}", "{\"a\":{\"a\":{\"a\":1}}}", "{\"\\u0061\":1}", "{\"é\":1}", "{\"a\":null}",
    "{\"a\n\":1}".replacing("\n", with: "\\n"), "{\"a\":1,\n\"A\":2}", "{\"abcdefgh\":1}",
    "[{\"a\":1},{\"a\":1}]", "{\"a\":\"}\"}", "{\"a\":\"{\"}", "{\"\\\"\":1}", "{\"\\\\\":1}",
  ]

  static let refused: [(String, MalformedJSON.Reason)] = [
    // Nothing, or nothing but white space
    ("", .unexpectedEnd), (" ", .unexpectedEnd), ("\n\t", .unexpectedEnd),
    // Beside the value
    ("\u{FEFF}", .byteOrderMark), ("\u{FEFF}1", .byteOrderMark), ("1 2", .trailingBytes),
    ("1,", .trailingBytes), ("{}{}", .trailingBytes), ("[]]", .trailingBytes),
    ("{}}", .trailingBytes), ("\"a\"\"b\"", .trailingBytes), ("null null", .trailingBytes),
    ("1 // one", .trailingBytes), ("1 /* one */", .trailingBytes), ("// one\n1", .unexpectedByte),
    ("/**/1", .unexpectedByte), ("# one\n1", .unexpectedByte), ("1\u{0}", .trailingBytes),
    ("\u{0}", .unexpectedByte), ("1\u{C}", .trailingBytes), ("\u{B}1", .unexpectedByte),
    ("\u{A0}1", .unexpectedByte), ("\u{2028}1", .unexpectedByte), ("1\u{85}", .trailingBytes),
    // Literals
    ("nul", .unexpectedByte), ("nulL", .unexpectedByte), ("Null", .unexpectedByte),
    ("NULL", .unexpectedByte), ("nulls", .trailingBytes), ("tru", .unexpectedByte),
    ("True", .unexpectedByte), ("truefalse", .trailingBytes), ("fals", .unexpectedByte),
    ("FALSE", .unexpectedByte), ("n", .unexpectedByte), ("undefined", .unexpectedByte),
    ("NaN", .unexpectedByte), ("nan", .unexpectedByte), ("Infinity", .unexpectedByte),
    ("-Infinity", .invalidNumber), ("inf", .unexpectedByte), ("None", .unexpectedByte),
    // Numbers
    ("-", .unexpectedEnd), ("+", .unexpectedByte), ("+1", .unexpectedByte),
    ("--1", .invalidNumber), ("-+1", .invalidNumber), ("01", .leadingZero), ("-01", .leadingZero),
    ("00", .leadingZero), ("007", .leadingZero), ("00.5", .leadingZero), ("-00", .leadingZero),
    (".", .unexpectedByte), (".5", .unexpectedByte), ("-.5", .invalidNumber),
    ("1.", .unexpectedEnd), ("1.e5", .invalidNumber), ("1. ", .invalidNumber),
    ("1..2", .invalidNumber), ("1.2.3", .trailingBytes), ("1e", .unexpectedEnd),
    ("1e+", .unexpectedEnd), ("1e-", .unexpectedEnd), ("1E", .unexpectedEnd),
    ("1ee5", .invalidNumber), ("1e5.5", .trailingBytes), ("1e+-5", .invalidNumber),
    ("e5", .unexpectedByte), ("0x10", .trailingBytes), ("1_000", .trailingBytes),
    ("1,000", .trailingBytes), ("1a", .trailingBytes), ("0b1", .trailingBytes),
    ("1f", .trailingBytes), ("١", .unexpectedByte), ("1-1", .trailingBytes),
    ("- 1", .invalidNumber),
    ("1 e5", .trailingBytes), ("-a", .invalidNumber), ("0e", .unexpectedEnd),
    // Strings
    ("\"", .unexpectedEnd), ("\"a", .unexpectedEnd), ("\"abcdefghijklm", .unexpectedEnd),
    ("'a'", .unexpectedByte), ("a", .unexpectedByte), ("`a`", .unexpectedByte),
    ("“a”", .unexpectedByte), ("\"a\\\"", .unexpectedEnd), ("\"\\", .unexpectedEnd),
    ("\"\\a\"", .invalidEscape), ("\"\\v\"", .invalidEscape), ("\"\\0\"", .invalidEscape),
    ("\"\\'\"", .invalidEscape), ("\"\\x41\"", .invalidEscape), ("\"\\U0041\"", .invalidEscape),
    ("\"\\ \"", .invalidEscape), ("\"\\\n\"", .invalidEscape), ("\"\\é\"", .invalidEscape),
    ("\"\\u\"", .unexpectedEnd), ("\"\\u1\"", .unexpectedEnd), ("\"\\u12\"", .unexpectedEnd),
    ("\"\\u123\"", .invalidEscape), ("\"\\u12g4\"", .invalidEscape), ("\"\\u", .unexpectedEnd),
    ("\"\\u+123\"", .invalidEscape), ("\"\\u-123\"", .invalidEscape),
    ("\"\\u 123\"", .invalidEscape),
    ("\"\\u{41}\"", .invalidEscape), ("\"\\u00é\"", .invalidEscape),
    ("\"\\uD800\"", .loneSurrogate), ("\"\\uDBFF\"", .loneSurrogate),
    ("\"\\uDC00\"", .loneSurrogate),
    ("\"\\uDFFF\"", .loneSurrogate), ("\"\\ud800\"", .loneSurrogate),
    ("\"\\uD800x\"", .loneSurrogate), ("\"\\uD800\\n\"", .loneSurrogate),
    ("\"\\uD800\\u0041\"", .loneSurrogate), ("\"\\uD800\\uD800\"", .loneSurrogate),
    ("\"\\uDC00\\uD800\"", .loneSurrogate), ("\"\\uD83D\\uDE00\\uDE00\"", .loneSurrogate),
    ("\"\\uD83D\\u\"", .unexpectedEnd), ("\"\\uD83D\\uZZZZ\"", .invalidEscape),
    ("\"\\uD83Dabcdefghijkl\"", .loneSurrogate), ("\"\\uD800", .loneSurrogate),
    ("\"\u{0}\"", .controlCharacter), ("\"\u{1}\"", .controlCharacter),
    ("\"\u{1F}\"", .controlCharacter), ("\"a\nb\"", .controlCharacter),
    ("\"a\tb\"", .controlCharacter), ("\"a\rb\"", .controlCharacter),
    ("\"12345678\n\"", .controlCharacter), ("\"1234567\u{8}\"", .controlCharacter),
    ("\"é\n\"", .controlCharacter), ("\"\\n\n\"", .controlCharacter),
    // Arrays
    ("[", .unexpectedEnd), ("]", .unexpectedByte), ("[1", .unexpectedEnd), ("[1,", .unexpectedEnd),
    ("[,]", .unexpectedByte), ("[1,]", .unexpectedByte), ("[,1]", .unexpectedByte),
    ("[1,,2]", .unexpectedByte), ("[1 2]", .expectedCommaOrBracket),
    ("[1;2]", .expectedCommaOrBracket),
    ("[1}", .expectedCommaOrBracket), ("[1:2]", .expectedCommaOrBracket), ("[[]", .unexpectedEnd),
    ("[1,2", .unexpectedEnd), ("[1,2,", .unexpectedEnd), ("[\"a\"\"b\"]", .expectedCommaOrBracket),
    ("[1.]", .invalidNumber), ("[01]", .leadingZero), ("[-]", .invalidNumber),
    ("[a]", .unexpectedByte),
    ("[*]", .unexpectedByte), ("[1,\n]", .unexpectedByte), ("[\"\\x\"]", .invalidEscape),
    ("[{]", .expectedKey), ("[1]x", .trailingBytes), ("[nul]", .unexpectedByte),
    // Objects
    ("{", .unexpectedEnd), ("}", .unexpectedByte), ("{1:1}", .expectedKey), ("{a:1}", .expectedKey),
    ("{'a':1}", .expectedKey), ("{\"a\"}", .expectedColon), ("{\"a\" 1}", .expectedColon),
    ("{\"a\"=1}", .expectedColon), ("{\"a\":}", .unexpectedByte), ("{\"a\":1,}", .expectedKey),
    ("{,}", .expectedKey), ("{,\"a\":1}", .expectedKey), ("{\"a\":1,,\"b\":2}", .expectedKey),
    ("{\"a\":1 \"b\":2}", .expectedCommaOrBrace), ("{\"a\":1;\"b\":2}", .expectedCommaOrBrace),
    ("{\"a\":1]", .expectedCommaOrBrace), ("{\"a\":1", .unexpectedEnd), ("{\"a\":", .unexpectedEnd),
    ("{\"a\"", .unexpectedEnd), ("{\"a", .unexpectedEnd), ("{\"a\":1,", .unexpectedEnd),
    ("{null:1}", .expectedKey), ("{[]:1}", .expectedKey), ("{\"a\"::1}", .unexpectedByte),
    ("{\"a\":1:2}", .expectedCommaOrBrace), ("{\"a\":1}x", .trailingBytes),
    ("{\"a\n\":1}", .controlCharacter), ("{\"\\q\":1}", .invalidEscape),
    ("{\"\\uD800\":1}", .loneSurrogate), ("{\"a\":1,\"b\"}", .expectedColon),
    ("{\"a\":{\"b\":1}", .unexpectedEnd), ("{\"a\":01}", .leadingZero),
    ("{\"a\":+1}", .unexpectedByte),
    ("{/**/}", .expectedKey), ("{\"a\":1//\n}", .expectedCommaOrBrace), ("{{}}", .expectedKey),
  ]

  @Test("what the grammar has is accepted, read or passed over", arguments: accepted)
  func accepts(text: String) {
    #expect(value(text).accepted != nil)
    #expect(JSONReader.decode(Skipped.self, from: bytes("{\"x\":\(text)}")).accepted != nil)
  }

  @Test("what the grammar lacks is refused for its reason", arguments: refused)
  func refuses(text: String, reason: MalformedJSON.Reason) {
    #expect(value(text).malformed?.reason == reason)
    // An object that stays open refuses the same, passing over it.
    let skipped = JSONReader.decode(Skipped.self, from: bytes("{\"w\":{\"x\":\(text)"))
    #expect(skipped.malformed != nil)
  }

  @Test("every beginning of a text is refused, whichever byte it stops at")
  func refusesTruncation() {
    let text = bytes(#" {"aé\n":[1.5e3,-2,true,false,null,"😀\ud83d\ude00\u0041x"],"b":{"c":{}}} "#)
    for length in 0..<(text.count - 1) {
      let start = Array(text[..<length])
      let read = JSONReader.decode(JSONValue.self, from: start)
      #expect(read.malformed != nil, "\(length) bytes")
      #expect(JSONReader.decode(Skipped.self, from: start).malformed != nil, "\(length) bytes")
    }
  }

  @Test("64 levels are accepted and 65 refused, read or passed over")
  func limitsDepth() {
    func nested(_ open: String, _ close: String, _ levels: Int) -> String {
      String(repeating: open, count: levels) + "0" + String(repeating: close, count: levels)
    }
    #expect(value(nested("[", "]", 64)).accepted != nil)
    #expect(value(nested("[", "]", 65)).malformed?.reason == .tooDeep)
    #expect(value(nested("[", "]", 65)).malformed?.offset == 64)
    #expect(value(nested("{\"a\":", "}", 64)).accepted != nil)
    #expect(value(nested("{\"a\":", "}", 65)).malformed?.reason == .tooDeep)
    #expect(value(nested("[", "]", 3), depthMax: 3).accepted != nil)
    #expect(value(nested("[", "]", 4), depthMax: 3).malformed?.reason == .tooDeep)
    #expect(value(String(repeating: "[", count: 1_000_000)).malformed?.reason == .tooDeep)
    for (levels, isAccepted) in [(63, true), (64, false), (100_000, false)] {
      let text = "{\"x\":\(nested("[", "]", levels))}"
      let read = JSONReader.decode(Skipped.self, from: bytes(text))
      #expect((read.accepted != nil) == isAccepted)
    }
  }

  @Test("a limit of depth outside of 1 to 512 is brought inside, and 512 levels do no harm")
  func clampsDepth() {
    #expect(JSONLimits(depthMax: 0).depthMax == 1)
    #expect(JSONLimits(depthMax: .min).depthMax == 1)
    #expect(JSONLimits(depthMax: .max).depthMax == 512)
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    let deep = value(text, depthMax: .max).accepted
    #expect(deep.map { String(decoding: JSONWriter.encode($0), as: UTF8.self) } == text)
    #expect(deep?.hashValue == value(text, depthMax: .max).accepted?.hashValue)
  }

  @Test("a malformed text is placed by offset, line and column")
  func placesErrors() {
    let error = value("{\n  \"a\": 1,\n  \"b\": x\n}").malformed
    #expect(error?.offset == 19)
    #expect(error?.line == 3)
    #expect(error?.column == 8)
    #expect(error?.description == "a value was expected (line 3, column 8)")
  }
}
