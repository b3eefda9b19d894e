/// Moments as HTTP fields write them (RFC 9110, section 5.6.7), in seconds since 1970.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads all three forms, as a recipient must: `Sun, 06 Nov 1994 08:49:37 GMT` and the obsolete
  /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. Nil for anything else.
  ///
  /// - Parameter now: decides which century a year of two digits is in.
  static func seconds(_ text: String, now: Int64) -> Int64? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
    if words.count == 6, words[5] == "GMT" {
      return seconds(day: words[1], month: words[2], year: words[3], time: words[4], now: now)
    }
    guard words.count == 5 else { return nil }
    return seconds(day: words[2], month: words[1], year: words[4], time: words[3], now: now)
  }

  private static func seconds(
    day: String, month: String, year: String, time: String, now: Int64
  ) -> Int64? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false)
      .compactMap { number($0, digits: 2...2) }
    guard let day = number(day, digits: 1...2), (1...31).contains(day),
      let month = months.firstIndex(of: month),
      let digits = number(year, digits: year.utf8.count == 2 ? 2...2 : 4...4),
      clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] <= 60
    else { return nil }
    func moment(inYear year: Int64) -> Int64 {
      days(year: year, month: Int64(month) + 1, day: day) * 86_400
        + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
    guard year.utf8.count == 2 else { return moment(inYear: digits) }
    // What seems to be over 50 years ahead was the last such year.
    let isAhead = moment(inYear: 2000 + digits) > now + 50 * 31_557_600
    return moment(inYear: (isAhead ? 1900 : 2000) + digits)
  }

  private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int64? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int64(text)
  }

  /// Days from 1970-01-01 to a Gregorian date from the year 0 on.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    // Counted from 1 March, the leap day is the last of its year.
    let year = month > 2 ? year : year - 1
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + floorDivided(year, 4) - floorDivided(year, 100)
      + floorDivided(year, 400) + ofYear - 719_468
  }

  private static func floorDivided(_ number: Int64, _ divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }
}
