import AccordClient
import AccordRuntime
import HTTPTypes
import Testing

/// One after another: some tests count the process's threads and descriptors.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TransportTests {
  let transport = CurlTransport()

  func send(
    _ method: HTTPRequest.Method = .get, _ url: String, _ fields: HTTPFields = [:],
    body: [UInt8]? = nil, timeout: Duration? = nil
  ) async throws(TransportError) -> ClientResponse {
    try await transport.send(
      ClientRequest(
        method: method, url: url, headerFields: fields, body: body, operationID: "test",
        timeout: timeout))
  }

  /// The failure of a request that is expected to fail.
  func failure(
    of method: HTTPRequest.Method = .get, _ url: String, _ fields: HTTPFields = [:],
    body: [UInt8]? = nil, timeout: Duration? = nil
  ) async -> TransportError? {
    let request = ClientRequest(
      method: method, url: url, headerFields: fields, body: body, operationID: "test",
      timeout: timeout)
    return await AccordClientTests.failure(of: request, on: transport)
  }
}

/// The failure of a request that is expected to fail.
func failure(of request: ClientRequest, on transport: CurlTransport) async -> TransportError? {
  do throws(TransportError) {
    _ = try await transport.send(request)
    return nil
  } catch { return error }
}

extension TransportError {
  /// The case, without the text that libcurl may word differently another day.
  var kind: String {
    String("\(self)".prefix { $0 != "(" })
  }
}

func text(_ response: ClientResponse) -> String {
  String(decoding: response.body, as: UTF8.self)
}

/// Waits until something holds, for two seconds at most.
func eventually(_ holds: () -> Bool) async throws -> Bool {
  for _ in 0..<6000 {
    if holds() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return holds()
}
