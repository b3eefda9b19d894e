import AccordRuntime
import Foundation
import Testing

@Suite struct NumberTests {
  private func integer(_ text: String) -> JSONDecoding<Int> {
    JSONReader.decode(Int.self, from: bytes(text))
  }

  private func double(_ text: String) -> JSONDecoding<Double> {
    JSONReader.decode(Double.self, from: bytes(text))
  }

  @Test("integers are exact to both ends of 64 bits, however they are written")
  func readsIntegers() {
    for (text, expected) in [
      ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("999999999999999999", 999_999_999_999_999_999),
      ("1000000000000000000", 1_000_000_000_000_000_000),
      ("9223372036854775806", Int.max - 1), ("9223372036854775807", Int.max),
      ("-9223372036854775807", Int.min + 1), ("-9223372036854775808", Int.min),
      ("1.0", 1), ("1e2", 100), ("1E+2", 100), ("100e-2", 1), ("-1.50e1", -15), ("0.0", 0),
      ("0e99999999999999999999", 0), ("0.0001e4", 1), ("9223372036854775807.000", Int.max),
      ("9.223372036854775807e18", Int.max), ("-9.223372036854775808E18", Int.min),
      ("9223372036854775807000e-3", Int.max), ("9007199254740993", 9_007_199_254_740_993),
      ("9007199254740993.0", 9_007_199_254_740_993),
    ] {
      #expect(integer(text).accepted == expected, "\(text)")
    }
    let zeros = String(repeating: "0", count: 5000)
    #expect(integer("1\(zeros)e-5000").accepted == 1)
    #expect(integer("0.\(zeros)1e5001").accepted == 1)
  }

  @Test("an integer beyond 64 bits or with a fraction is a violation")
  func refusesIntegers() {
    let tooLarge = [" format: is out of the range of 64-bit integers"]
    for text in [
      "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e19",
      "99999999999999999999999999999", "1e400", "1e99999999999999999999", "9.3e18",
      "1e9223372036854775807",
    ] {
      #expect(integer(text).violations == tooLarge, "\(text)")
    }
    for text in ["0.5", "1.5", "-1.000000000000000000001", "1e-1", "1e-99999999999999999999"] {
      #expect(integer(text).violations == [" type: must be an integer, not a fraction"])
    }
    #expect(integer("\"1\"").violations == [" type: must be an integer, not a string"])
  }

  @Test("32-bit integers end where they end")
  func readsInt32() {
    func read(_ text: String) -> JSONDecoding<Int32> {
      JSONReader.decode(Int32.self, from: bytes(text))
    }
    #expect(read("2147483647").accepted == .max)
    #expect(read("-2147483648").accepted == .min)
    let refused = [" format: must be within -2147483648 and 2147483647"]
    #expect(read("2147483648").violations == refused)
    #expect(read("-2147483649").violations == refused)
  }

  @Test("known hard decimals become the nearest double")
  func readsHardDoubles() {
    for text in [
      "0", "-0", "-0.0", "1", "0.1", "0.3", "1e22", "1e23", "123456789012345678",
      "9007199254740993",
      "9007199254740992.5", "2.2250738585072011e-308", "2.2250738585072014e-308", "5e-324",
      "2e-324",
      "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623157e308",
      "1.7976931348623158e308", "1e-400", "0e400", "179769313486231570000e288", "1e-5000000",
      "8.5e22", "72057594037927945",
      "9355950000000000000.00000000000000000000000000000001844674407370955",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126",
      "1.000000000000000111022302462515654042363166809082031250"
        + String(repeating: "0", count: 900) + "1",
    ] {
      #expect(double(text).accepted?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test("random decimals become the nearest double, as strtod has it")
  func readsRandomDoubles() {
    var random = SeededGenerator(state: 20240229)
    for _ in 0..<20_000 {
      let digits = String(random.next() % (random.next() | 1))
      let point = Int.random(in: 0...digits.count, using: &random)
      let exponent = Int.random(in: -330...310, using: &random)
      let whole = point == 0 ? "0" : String(digits.prefix(point))
      let fraction = point == digits.count ? "" : "." + digits.dropFirst(point)
      let sign = Bool.random(using: &random) ? "-" : ""
      let scale = Bool.random(using: &random) ? "e\(exponent)" : ""
      let text = sign + whole + fraction + scale
      let expected = strtod(text, nil)
      guard expected.isFinite else {
        #expect(double(text).violations.count == 1)
        continue
      }
      #expect(double(text).accepted?.bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test("every double survives being written and read")
  func roundTripsDoubles() {
    var random = SeededGenerator(state: 7)
    let chosen: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e17, 1e20, 1e-7, .pi, .ulpOfOne, .leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude, 9_007_199_254_740_991, 9_007_199_254_740_992,
      123_456_789.125, 9.2e18, 9.3e18, -9.3e18,
    ]
    for value in chosen + (0..<20_000).map({ _ in Double(bitPattern: random.next()) }) {
      guard value.isFinite else { continue }
      let text = JSONWriter.encode(value)
      let read = JSONReader.decode(Double.self, from: text).accepted
      #expect(read?.bitPattern == value.bitPattern, "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test("a double is written as briefly as it can be")
  func writesDoubles() {
    for (value, text) in [
      (1.0, "1"), (-0.0, "-0.0"), (0, "0"), (-5, "-5"), (0.1, "0.1"), (1e20, "1e+20"),
      (1e-7, "1e-07"),
      (100, "100"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ] {
      #expect(String(decoding: JSONWriter.encode(value), as: UTF8.self) == text)
    }
  }

  @Test("a number beyond doubles is a violation")
  func refusesHugeNumbers() {
    for text in ["1e400", "-1e400", "1.7976931348623159e308", "1e99999999999999999999"] {
      #expect(
        double(text).violations == [" format: is out of the range of double-precision numbers"])
    }
  }

  @Test("numbers are equal by value, and their hashes too")
  func comparesNumbers() throws {
    for group in [
      ["1", "1.0", "10e-1", "0.1e1", "1E0", "1.000"], ["0", "-0", "0.0", "0e5", "-0E-9"],
      ["-2.5", "-25e-1", "-0.25E1"], ["1e400", "10e399", "0.1e401"],
      ["123456789012345678901234567890", "12345678901234567890123456789e1"],
    ] {
      let numbers = try group.map { try #require(JSONNumber(text: $0)) }
      #expect(Set(numbers).count == 1)
    }
    #expect(JSONNumber(text: "1") != JSONNumber(text: "1.0000000000000000000001"))
    #expect(JSONNumber(text: "9007199254740993") != JSONNumber(text: "9007199254740992"))
    #expect(JSONNumber(text: "-1") != JSONNumber(text: "1"))
    for text in ["", " 1", "1 ", "01", "+1", "1.", "x", "\"1\"", "nan"] {
      #expect(JSONNumber(text: text) == nil)
    }
    #expect(JSONNumber(text: "1e2")?.int == 100)
    #expect(JSONNumber(text: "1e400")?.double == nil)
    #expect(JSONNumber(Double.nan) == nil)
  }
}
