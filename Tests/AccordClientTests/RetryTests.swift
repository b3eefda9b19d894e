import AccordClient
import AccordRuntime
import HTTPTypes
import Synchronization
import Testing

@Suite struct RetryTests {
  private typealias Outcome = Result<ClientResponse, TransportError>

  private static func answer(_ code: Int, retryAfter: String? = nil) -> Outcome {
    var fields = HTTPFields()
    fields[.retryAfter] = retryAfter
    return .success(ClientResponse(status: .init(code: code), headerFields: fields))
  }

  /// Runs one request against outcomes in order, the last of which repeats.
  private func run(
    _ method: HTTPRequest.Method, _ outcomes: [Outcome], policy: RetryPolicy = RetryPolicy(),
    budget: RetryBudget = RetryBudget(), clock: ManualClock = ManualClock(),
    attemptSeconds: Int = 0, isIdempotent: (@Sendable (ClientRequest) -> Bool)? = nil
  ) async -> (outcome: Outcome, attempts: [ClientRequest]) {
    let middleware = RetryMiddleware(
      policy: policy, budget: budget, clock: clock,
      isIdempotent: isIdempotent ?? { RetryMiddleware.isIdempotent($0.method) },
      random: { 0.5 })
    let attempts = Mutex<[ClientRequest]>([])
    let request = ClientRequest(method: method, url: "http://a/", operationID: "t")
    let script = Script(outcomes)
    do throws(TransportError) {
      let response = try await middleware.intercept(request) {
        request throws(TransportError) -> ClientResponse in
        attempts.withLock { $0.append(request) }
        clock.advance(by: .seconds(attemptSeconds))
        return try script.next().get()
      }
      return (.success(response), attempts.withLock { $0 })
    } catch { return (.failure(error), attempts.withLock { $0 }) }
  }

  @Test(
    "an idempotent request is sent again after a failure that may pass",
    arguments: [
      TransportError.notConnected(""), .interrupted(""), .timedOut,
    ], [HTTPRequest.Method.get, .head, .put, .delete, .options])
  func idempotent(error: TransportError, method: HTTPRequest.Method) async {
    let result = await run(method, [.failure(error), Self.answer(200)])
    #expect(result.attempts.count == 2)
    #expect(throws: Never.self) { try result.outcome.get() }
  }

  @Test("POST and PATCH are sent again only when they were not sent")
  func unsafe() async {
    for method in [HTTPRequest.Method.post, .patch] {
      let notSent = await run(method, [.failure(.notConnected("")), Self.answer(200)])
      #expect(notSent.attempts.count == 2)
      for outcome in [Outcome.failure(.interrupted("")), .failure(.timedOut), Self.answer(503)] {
        #expect(await run(method, [outcome]).attempts.count == 1)
      }
    }
  }

  @Test("a request is repeatable if it is idempotent and answered alike both times")
  func repeatable() {
    let methods = [HTTPRequest.Method.get, .head, .put, .delete, .options, .trace, .post, .patch]
    #expect(
      methods.filter(RetryMiddleware.isRepeatable) == [.get, .head, .put, .options, .trace])
  }

  @Test("who knows better may say which requests are idempotent")
  func ownIdempotence() async {
    let outcomes = [Self.answer(503), Self.answer(200)]
    #expect(await run(.post, outcomes, isIdempotent: { _ in true }).attempts.count == 2)
    #expect(await run(.get, outcomes, isIdempotent: { _ in false }).attempts.count == 1)
  }

  @Test("statuses that say 'not now' are tried again, others are not")
  func statuses() async {
    for code in [429, 502, 503, 504] {
      #expect(await run(.get, [Self.answer(code), Self.answer(200)]).attempts.count == 2)
    }
    for code in [200, 204, 301, 400, 401, 404, 409, 500, 501] {
      #expect(await run(.get, [Self.answer(code), Self.answer(200)]).attempts.count == 1)
    }
  }

  @Test("what cannot pass is not tried again")
  func final() async {
    for error in [
      TransportError.cancelled, .invalidRequest(""), .responseTooLarge(limit: 1),
    ] {
      let result = await run(.get, [.failure(error)])
      #expect(result.attempts.count == 1)
      #expect(throws: error) { try result.outcome.get() }
    }
  }

  @Test("attempts end, pauses double and are capped, and the last outcome is the caller's")
  func pauses() async throws {
    var policy = RetryPolicy()
    policy.attemptsMax = 5
    policy.delayBase = .milliseconds(100)
    policy.delayMax = .milliseconds(300)
    let clock = ManualClock()
    let result = await run(.get, [Self.answer(503)], policy: policy, clock: clock)
    #expect(result.attempts.count == 5)
    #expect(try result.outcome.get().status == .serviceUnavailable)
    #expect(clock.pauses == [50, 100, 150, 150].map { .milliseconds($0) })
  }

  @Test("Retry-After is waited for, and one beyond the bound ends the attempts")
  func retryAfter() async {
    let clock = ManualClock()
    let outcomes = [Self.answer(503, retryAfter: "7"), Self.answer(429), Self.answer(200)]
    #expect(await run(.get, outcomes, clock: clock).attempts.count == 3)
    #expect(clock.pauses == [.seconds(7), .seconds(1)])
    for long in ["21", "99999999999999999999"] {
      let result = await run(.get, [Self.answer(503, retryAfter: long), Self.answer(200)])
      #expect(result.attempts.count == 1)
    }
  }

  @Test("the overall deadline shortens attempts and forbids a pause beyond it")
  func deadline() async {
    var policy = RetryPolicy()
    policy.attemptsMax = 10
    policy.deadline = .seconds(10)
    policy.delayBase = .seconds(2)
    let clock = ManualClock()
    let result = await run(
      .get, [.failure(.timedOut)], policy: policy, clock: clock, attemptSeconds: 4)
    // 4 s, pause 1 s, 4 s; a pause of 2 s would end after the tenth second.
    #expect(result.attempts.map(\.timeout) == [.seconds(10), .seconds(5)])
    #expect(throws: TransportError.timedOut) { try result.outcome.get() }
    #expect(clock.elapsed == .seconds(9))
  }

  @Test("an outage empties the budget, after which requests are sent once; successes refill it")
  func budget() async {
    let budget = RetryBudget(capacity: 30, retryCost: 14, throttlingCost: 5)
    #expect(await run(.get, [Self.answer(503)], budget: budget).attempts.count == 3)
    #expect(budget.available == 2)
    #expect(await run(.get, [Self.answer(503)], budget: budget).attempts.count == 1)
    for _ in 0..<12 { _ = await run(.get, [Self.answer(200)], budget: budget) }
    #expect(budget.available == 14)
    #expect(
      await run(.get, [Self.answer(503), Self.answer(200)], budget: budget).attempts.count == 2)
    #expect(budget.available == 14)
    for _ in 0..<40 { _ = await run(.get, [Self.answer(200)], budget: budget) }
    #expect(budget.available == 30)
  }

  @Test("cancelling the task ends the pause")
  func cancellation() async {
    var policy = RetryPolicy()
    policy.delayBase = .seconds(60)
    policy.delayMax = .seconds(60)
    let middleware = RetryMiddleware(policy: policy, random: { 1 })
    let task = Task { () -> TransportError? in
      let request = ClientRequest(method: .get, url: "http://a/", operationID: "t")
      do throws(TransportError) {
        _ = try await middleware.intercept(request) {
          _ throws(TransportError) -> ClientResponse in
          throw .timedOut
        }
        return nil
      } catch { return error }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }
}

@Suite struct RequestIDTests {
  @Test("the request's ID goes along, unless there is none or another is given")
  func requestID() async throws {
    let name = try #require(HTTPField.Name("X-Request-Id"))
    let echo = { @Sendable (request: ClientRequest) throws(TransportError) -> ClientResponse in
      ClientResponse(status: .ok, headerFields: request.headerFields)
    }
    let middleware = RequestIDMiddleware()
    var request = ClientRequest(method: .get, url: "http://a/", operationID: "t")
    #expect(try await middleware.intercept(request, next: echo).headerFields.isEmpty)
    try await RequestContext.$current.withValue(RequestContext(requestID: "r-1")) {
      let passed = try await middleware.intercept(request, next: echo)
      #expect(passed.headerFields[name] == "r-1")
      request.headerFields[name] = "own"
      let kept = try await middleware.intercept(request, next: echo)
      #expect(kept.headerFields[name] == "own")
    }
  }
}
