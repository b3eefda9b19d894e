#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The `Date` field line, ready to be written: made once a second, not once a response.
struct DateField {
  /// `Date: Sun, 06 Nov 1994 08:49:37 GMT` and the line's end (RFC 9110, section 5.6.7).
  private(set) var line: [UInt8] = []
  private var second = -1

  mutating func refresh() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    guard now.tv_sec != second else { return }
    second = now.tv_sec
    line = Array("Date: \(Self.text(secondsSinceEpoch: second))\r\n".utf8)
  }

  static func text(secondsSinceEpoch seconds: Int) -> String {
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let seconds = max(0, seconds)
    let (days, time) = (seconds / 86_400, seconds % 86_400)
    let (year, month, day) = civil(daysSinceEpoch: days)
    let clock = [time / 3600, time / 60 % 60, time % 60].map(padded).joined(separator: ":")
    return "\(weekdays[days % 7]), \(padded(day)) \(months[month]) \(year) \(clock) GMT"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The Gregorian year, the month from 0 and the day from 1, for days since 1970-01-01.
  private static func civil(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
    var (year, day) = (1970, daysSinceEpoch)
    while day >= length(of: year) {
      day -= length(of: year)
      year += 1
    }
    var month = 0
    let february = length(of: year) - 337
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while day >= lengths[month] {
      day -= lengths[month]
      month += 1
    }
    return (year, month, day + 1)
  }

  private static func length(of year: Int) -> Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }
}
