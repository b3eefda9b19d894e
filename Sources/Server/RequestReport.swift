import AccordRuntime
import Metrics
import HTTPTypes
import Logging
import NIOCore

/// Tells the log and the metrics what was answered. It never shows a field, a query or a body.
///
/// `@unchecked Sendable`: one belongs to one event loop, and is used on its thread only.
final class RequestReport: @unchecked Sendable {
  private let logger: Logger
  private let metrics: any MetricsFactory
  private let hasMetrics: Bool
  /// Making a metric costs a lock and a dictionary in most back ends, so each is made once.
  private var meters: [MeterKey: Meters] = [:]

  private struct MeterKey: Hashable {
    let operationID: String
    let status: Int
  }

  private struct Meters {
    let requests: Counter
    let duration: Timer
  }

  init(logger: Logger, metrics: any MetricsFactory = MetricsSystem.factory) {
    self.logger = logger
    self.metrics = metrics
    hasMetrics = !(metrics is NOOPMetricsHandler)
  }

  /// The time a request started, or nil if nobody will ask how long it took.
  var start: NIODeadline? {
    hasMetrics || logger.logLevel <= .info ? .now() : nil
  }

  func answered(
    _ request: ServerRequest, id: String, with response: ServerResponse, since start: NIODeadline?
  ) {
    if let cause = response.cause { logFailure(cause, of: request, id: id, response) }
    guard let start else { return }
    let elapsed = NIODeadline.now() - start
    if hasMetrics { measure(response, elapsed) }
    guard logger.logLevel <= .info else { return }
    logger.info(
      "answered",
      metadata: metadata(request, id, response).merging([
        "status": .stringConvertible(response.status.code),
        "milliseconds": .string(Self.milliseconds(elapsed)),
      ]) { first, _ in first })
  }

  /// A request that did not get as far as the responder.
  func rejected(_ rejection: Rejection, id: String) {
    if hasMetrics { measure(rejection.response, .zero) }
    logger.info(
      "refused",
      metadata: [
        "request_id": .string(id), "status": .stringConvertible(rejection.status.code),
        "detail": .string(rejection.detail.description),
      ])
  }

  private func logFailure(
    _ cause: any Error, of request: ServerRequest, id: String, _ response: ServerResponse
  ) {
    // Nobody waits for the answer any more, so nothing is wrong.
    let isCancelled = Self.isCancellation(cause)
    logger.log(
      level: isCancelled ? .debug : .error, isCancelled ? "cancelled" : "failed",
      metadata: metadata(request, id, response).merging([
        "error_type": .string(String(reflecting: type(of: cause))),
        "error": .string(String(describing: cause)),
      ]) { first, _ in first })
  }

  private static func isCancellation(_ cause: any Error) -> Bool {
    guard case ClientError.transport(.cancelled, _) = cause else {
      return cause is CancellationError
    }
    return true
  }

  private func metadata(
    _ request: ServerRequest, _ id: String, _ response: ServerResponse
  ) -> Logger.Metadata {
    [
      "request_id": .string(id), "method": .string(request.method.rawValue),
      "path": .string(String(request.target.prefix { $0 != "?" })),
      "operation": .string(response.operationID ?? "none"),
    ]
  }

  /// Milliseconds with three digits after the point.
  private static func milliseconds(_ elapsed: TimeAmount) -> String {
    let microseconds = elapsed.nanoseconds / 1000
    let fraction = String(microseconds % 1000 + 1000).dropFirst()
    return "\(microseconds / 1000).\(fraction)"
  }

  private func measure(_ response: ServerResponse, _ elapsed: TimeAmount) {
    let key = MeterKey(
      operationID: response.operationID ?? "none", status: response.status.code)
    let meters = meters[key] ?? make(key)
    meters.requests.increment()
    meters.duration.recordNanoseconds(elapsed.nanoseconds)
  }

  private func make(_ key: MeterKey) -> Meters {
    let dimensions = [("operation", key.operationID), ("status", String(key.status))]
    let made = Meters(
      requests: Counter(
        label: "http_server_requests_total", dimensions: dimensions, factory: metrics),
      duration: Timer(
        label: "http_server_request_duration", dimensions: dimensions, factory: metrics))
    meters[key] = made
    return made
  }
}
