import AccordRuntime
import HTTPTypes

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How long a server asks to be left alone (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// Nil when the response does not say, or says it in no form that HTTP knows. A moment is counted
  /// from the response's own `Date`, so that clocks may differ; one that has passed is zero. A
  /// number too large to hold is one too large to wait for.
  static func pause(in response: ClientResponse) -> Duration? {
    guard let text = response.headerFields[.retryAfter], !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .seconds(Int32(text) ?? Int32.max)
    }
    let clock = wallClock()
    guard let moment = HTTPDate.seconds(text, now: clock) else { return nil }
    let sent = response.headerFields[.date].flatMap { HTTPDate.seconds($0, now: clock) }
    return .seconds(max(moment - (sent ?? clock), 0))
  }

  private static func wallClock() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec)
  }
}
