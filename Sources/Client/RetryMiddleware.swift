public import AccordRuntime
public import HTTPTypes

/// Sends a request again when that is safe and may help.
///
/// Safe is an idempotent method (RFC 9110, section 9.2.2) after any failure, and any method when
/// the request provably was not sent (`.notConnected`). It may help after `.notConnected`,
/// `.interrupted`, `.timedOut` and the policy's statuses. `Retry-After` is kept to, in seconds or
/// as a date. Cancelling the task ends a pause at once with `.cancelled`.
public struct RetryMiddleware: ClientMiddleware {
  private let policy: RetryPolicy
  private let budget: RetryBudget
  private let isIdempotent: @Sendable (ClientRequest) -> Bool
  private let random: @Sendable () -> Double
  /// Time since the middleware was made.
  private let now: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void

  /// - Parameters:
  ///   - isIdempotent: which requests have the same effect sent twice as once; for services whose
  ///     methods do not tell.
  ///   - random: numbers from 0 up to 1, for the length of pauses.
  public init(
    policy: RetryPolicy = RetryPolicy(), budget: RetryBudget = RetryBudget(),
    clock: some Clock<Duration> = ContinuousClock(),
    isIdempotent: @escaping @Sendable (ClientRequest) -> Bool = {
      RetryMiddleware.isIdempotent($0.method)
    },
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.policy = policy
    self.budget = budget
    self.isIdempotent = isIdempotent
    self.random = random
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
  }

  public static func isIdempotent(_ method: HTTPRequest.Method) -> Bool {
    switch method {
    case .get, .head, .put, .delete, .options, .trace: true
    default: false
    }
  }

  /// Whether a second response to a request tells the same as the first, had it arrived. A second
  /// DELETE is as harmless as the first, but is told that there is nothing to delete.
  public static func isRepeatable(_ method: HTTPRequest.Method) -> Bool {
    isIdempotent(method) && method != .delete
  }

  public func intercept(
    _ request: ClientRequest,
    next: @Sendable (ClientRequest) async throws(TransportError) -> ClientResponse
  ) async throws(TransportError) -> ClientResponse {
    let end = policy.deadline.map { now() + $0 }
    var cost = 1
    var attempt = 1
    while true {
      let outcome = await outcome(of: request, until: end, next)
      guard let retry = retry(of: request, after: outcome, attempt: attempt, until: end) else {
        if isSuccess(outcome) { budget.giveBack(cost) }
        return try outcome.get()
      }
      cost = retry.cost
      attempt += 1
      do { try await sleep(retry.delay) } catch { throw .cancelled }
    }
  }
}

extension RetryMiddleware {
  private typealias Outcome = Result<ClientResponse, TransportError>

  /// One attempt, within what is left of the overall time.
  private func outcome(
    of request: ClientRequest, until end: Duration?,
    _ next: @Sendable (ClientRequest) async throws(TransportError) -> ClientResponse
  ) async -> Outcome {
    var request = request
    if let end {
      let left = end - now()
      guard left > .zero else { return .failure(.timedOut) }
      request.timeout = request.timeout.map { min($0, left) } ?? left
    }
    do { return .success(try await next(request)) } catch { return .failure(error) }
  }

  /// The pause before the next attempt and the tokens taken for it; nil when this outcome stands.
  private func retry(
    of request: ClientRequest, after outcome: Outcome, attempt: Int, until end: Duration?
  ) -> (delay: Duration, cost: Int)? {
    guard attempt < policy.attemptsMax, mayHelp(outcome, for: request) else { return nil }
    let isThrottled = isThrottled(outcome)
    let cap = policy.delayCap(attempt: attempt, isThrottled: isThrottled)
    let retryAfter = retryAfter(outcome) ?? .zero
    guard retryAfter <= policy.retryAfterMax else { return nil }
    let delay = max(cap * random(), retryAfter)
    if let end, now() + delay >= end { return nil }
    guard let cost = budget.take(isThrottled: isThrottled) else { return nil }
    return (delay, cost)
  }

  private func mayHelp(_ outcome: Outcome, for request: ClientRequest) -> Bool {
    switch outcome {
    case .success(let response):
      policy.statuses.contains(response.status.code) && isIdempotent(request)
    case .failure(.notConnected): true
    case .failure(.interrupted), .failure(.timedOut): isIdempotent(request)
    case .failure(.cancelled), .failure(.invalidRequest), .failure(.responseTooLarge): false
    }
  }

  /// Whether the server is well, as far as this outcome tells.
  private func isSuccess(_ outcome: Outcome) -> Bool {
    guard case .success(let response) = outcome else { return false }
    return response.status.code < 500 && !policy.statuses.contains(response.status.code)
  }

  private func isThrottled(_ outcome: Outcome) -> Bool {
    guard case .success(let response) = outcome else { return false }
    return response.status == .tooManyRequests
  }

  private func retryAfter(_ outcome: Outcome) -> Duration? {
    guard case .success(let response) = outcome else { return nil }
    return RetryAfter.pause(in: response)
  }
}
