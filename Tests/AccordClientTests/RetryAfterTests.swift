import AccordClient
import AccordRuntime
import HTTPTypes
import Synchronization
import Testing

@Suite struct RetryAfterTests {
  /// The pause after a 503 with these fields; nil when the request was not sent again.
  private func pause(_ retryAfter: String, date: String? = nil) async throws -> Duration? {
    let clock = ManualClock()
    let middleware = RetryMiddleware(clock: clock, random: { 0 })
    let attempts = Mutex(0)
    let request = ClientRequest(method: .get, url: "http://a/", operationID: "t")
    let response = try await middleware.intercept(request) {
      _ throws(TransportError) -> ClientResponse in
      let isFirst = attempts.withLock { attempts in
        attempts += 1
        return attempts == 1
      }
      var response = ClientResponse(status: isFirst ? .serviceUnavailable : .ok)
      response.headerFields[.retryAfter] = retryAfter
      response.headerFields[.date] = date
      return response
    }
    return response.status == .ok ? clock.pauses.first : nil
  }

  @Test(
    "a moment is waited for, in each of HTTP's three forms, counted from the response's date",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
    ])
  func forms(_ text: String) async throws {
    #expect(try await pause(text, date: "Sun, 06 Nov 1994 08:49:30 GMT") == .seconds(7))
    #expect(try await pause(text, date: "Sun, 06 Nov 1994 08:49:00 GMT") == nil)
    #expect(try await pause(text, date: "Sun, 06 Nov 1994 09:00:00 GMT") == .zero)
  }

  @Test(
    "days are counted over months, leap years and centuries",
    arguments: [
      ("Thu, 29 Feb 2024 23:59:58 GMT", "Fri, 01 Mar 2024 00:00:01 GMT"),
      ("Tue, 28 Feb 2023 23:59:58 GMT", "Wed, 01 Mar 2023 00:00:01 GMT"),
      ("Tue, 29 Feb 2000 23:59:58 GMT", "Wed, 01 Mar 2000 00:00:01 GMT"),
      ("Sun, 28 Feb 2100 23:59:58 GMT", "Mon, 01 Mar 2100 00:00:01 GMT"),
      ("Fri, 31 Dec 1999 23:59:58 GMT", "Sat, 01 Jan 2000 00:00:01 GMT"),
      ("Friday, 31-Dec-99 23:59:58 GMT", "Saturday, 01-Jan-00 00:00:01 GMT"),
    ])
  func calendar(date: String, retryAfter: String) async throws {
    #expect(try await pause(retryAfter, date: date) == .seconds(3))
  }

  @Test("without a date in the response, this machine's clock counts")
  func ownClock() async throws {
    #expect(try await pause("Sun, 06 Nov 1994 08:49:37 GMT") == .zero)
    #expect(try await pause("Fri, 31 Dec 9999 23:59:59 GMT") == nil)
    #expect(try await pause("Fri, 31 Dec 9999 23:59:59 GMT", date: "yesterday") == nil)
  }

  @Test(
    "what is neither seconds nor a date is as good as nothing",
    arguments: [
      "soon", "-1", "1.5", "Fri, 31 Dec 9999 23:59:59 CET", "Fri, 32 Dec 9999 23:59:59 GMT",
      "Fri, 31 Foo 9999 23:59:59 GMT", "Fri, 31 Dec 9999 24:00:00 GMT",
      "Fri, 31 Dec 9999 23:59 GMT", "Fri, 31 Dec 99999 23:59:59 GMT",
    ])
  func nonsense(_ text: String) async throws {
    #expect(try await pause(text) == .zero)
  }
}
