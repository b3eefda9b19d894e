/// `duration` of RFC 3339, appendix A, to which JSON Schema refers: whole numbers, weeks alone, and
/// no unit left out between the largest and the smallest (`P1Y1D` and `PT1H1S` are not in it).
enum DurationFormat {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = TextScanner(text)
    guard scanner.consume(UInt8(ascii: "P")) else { return false }
    var weeks = scanner
    if scanUnits(&weeks, "W") == 1 { return weeks.isAtEnd }
    guard let date = scanUnits(&scanner, "YMD") else { return false }
    if scanner.consume(UInt8(ascii: "T")) {
      guard let time = scanUnits(&scanner, "HMS"), time > 0 else { return false }
      return scanner.isAtEnd
    }
    return date > 0 && scanner.isAtEnd
  }

  /// Consumes numbers followed by consecutive units of a list, from any of them on; returns how
  /// many, or nil if a number is not followed by the unit that may follow.
  private static func scanUnits(_ scanner: inout TextScanner, _ units: StaticString) -> Int? {
    var expected: Int?
    var count = 0
    while scanner.skip(while: ASCII.isDigit) > 0 {
      guard let unit = scanner.next, let place = position(of: unit, in: units),
        expected == nil || expected == place
      else { return nil }
      _ = scanner.consume(unit)
      expected = place + 1
      count += 1
    }
    return count
  }

  private static func position(of unit: UInt8, in units: StaticString) -> Int? {
    units.withUTF8Buffer { $0.firstIndex(of: unit) }
  }
}
