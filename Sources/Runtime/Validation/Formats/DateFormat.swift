/// `full-date`, `full-time` and `date-time` of RFC 3339, section 5.6.
///
/// Days exist in their month and year. `T` and `Z` may be lower case; a space for `T` may not be.
/// A leap second is admitted where one can be: at 23:59:60 UTC.
enum DateFormat {
  static func matchesDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = TextScanner(text)
    return scanDate(&scanner) && scanner.isAtEnd
  }

  static func matchesTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = TextScanner(text)
    return scanTime(&scanner) && scanner.isAtEnd
  }

  static func matchesDateTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = TextScanner(text)
    return scanDate(&scanner) && scanner.consume(letter: UInt8(ascii: "T"))
      && scanTime(&scanner) && scanner.isAtEnd
  }

  private static func scanDate(_ scanner: inout TextScanner) -> Bool {
    guard let year = scanner.number(digits: 4), scanner.consume(UInt8(ascii: "-")),
      let month = scanner.number(digits: 2), scanner.consume(UInt8(ascii: "-")),
      let day = scanner.number(digits: 2)
    else { return false }
    return (1...12).contains(month) && day >= 1 && day <= days(of: month, in: year)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func scanTime(_ scanner: inout TextScanner) -> Bool {
    guard let hour = scanner.number(digits: 2), scanner.consume(UInt8(ascii: ":")),
      let minute = scanner.number(digits: 2), scanner.consume(UInt8(ascii: ":")),
      let second = scanner.number(digits: 2), hour < 24, minute < 60, second < 61
    else { return false }
    if scanner.consume(UInt8(ascii: ".")) {
      guard scanner.skip(while: ASCII.isDigit) > 0 else { return false }
    }
    guard let offset = scanOffset(&scanner) else { return false }
    let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
    return second < 60 || minuteOfDay == 1439
  }

  /// Minutes ahead of UTC.
  private static func scanOffset(_ scanner: inout TextScanner) -> Int? {
    if scanner.consume(letter: UInt8(ascii: "Z")) { return 0 }
    let isBehind = scanner.next == UInt8(ascii: "-")
    guard isBehind || scanner.next == UInt8(ascii: "+") else { return nil }
    _ = scanner.consume(UInt8(ascii: isBehind ? "-" : "+"))
    guard let hours = scanner.number(digits: 2), scanner.consume(UInt8(ascii: ":")),
      let minutes = scanner.number(digits: 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }
}
