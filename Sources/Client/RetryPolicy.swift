/// When and how often a request is sent again.
public struct RetryPolicy: Sendable, Hashable {
  /// Attempts in all, the first included; below 1 is taken as 1.
  public var attemptsMax = 3
  /// A pause is a random part ("full jitter") of this, doubled for each attempt after the first and
  /// then capped by `delayMax`.
  public var delayBase: Duration = .milliseconds(50)
  /// In place of `delayBase` after 429, where the server asked for less.
  public var throttlingDelayBase: Duration = .seconds(1)
  public var delayMax: Duration = .seconds(20)
  /// The longest `Retry-After` that is waited for. A response that asks for more is handed to the
  /// caller, since coming back sooner is what the server asked not to do.
  public var retryAfterMax: Duration = .seconds(20)
  /// The time for all attempts and pauses together; nil sets none. An attempt's own timeout is
  /// shortened to what is left, and a pause that would go beyond is not begun.
  public var deadline: Duration?
  /// Statuses that say "not now", by RFC 9110 and RFC 6585.
  public var statuses: Set<Int> = [429, 502, 503, 504]

  public init() {}
}

extension RetryPolicy {
  /// The longest pause after `attempt`, counted from 1.
  func delayCap(attempt: Int, isThrottled: Bool) -> Duration {
    let base = isThrottled ? throttlingDelayBase : delayBase
    // 2^20 times any base is beyond any cap worth having.
    return min(base * (1 << min(max(attempt, 1) - 1, 20)), delayMax)
  }
}
