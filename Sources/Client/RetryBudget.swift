import Synchronization

/// Tokens that retries cost, so that an outage is not made worse by everyone asking again.
///
/// A retry takes tokens, and a success gives back what its last retry took, or 1. While a server
/// is down, retries soon stop and each request is sent once; when it answers again, they return.
/// Share one budget among the clients of one service.
public final class RetryBudget: Sendable {
  private let tokens: Mutex<Int>
  public let capacity: Int
  /// What a retry after an error or a 5xx takes, and what one after 429 takes.
  public let retryCost: Int
  public let throttlingCost: Int

  /// Full at first. The numbers are those of AWS's SDKs.
  public init(capacity: Int = 500, retryCost: Int = 14, throttlingCost: Int = 5) {
    self.capacity = capacity
    self.retryCost = retryCost
    self.throttlingCost = throttlingCost
    tokens = Mutex(capacity)
  }

  /// Tokens left, from 0 to `capacity`.
  public var available: Int {
    tokens.withLock { $0 }
  }

  /// What the retry took, or nil when there is not enough left for it.
  func take(isThrottled: Bool) -> Int? {
    let cost = isThrottled ? throttlingCost : retryCost
    return tokens.withLock { tokens in
      guard tokens >= cost else { return nil }
      tokens -= cost
      return cost
    }
  }

  func giveBack(_ count: Int) {
    tokens.withLock { $0 = min($0 + count, capacity) }
  }
}
