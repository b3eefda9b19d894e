import AccordRuntime
import Logging
import NIOCore

/// What all connections of one event loop share.
///
/// `@unchecked Sendable`: after `init`, every property is used on the event loop's thread only.
final class LoopState: @unchecked Sendable {
  /// How often deadlines are looked at: a wait ends up to this much late.
  static let tickInterval = TimeAmount.milliseconds(200)

  let responder: any Responder
  let limits: ConnectionLimits
  let executor: LoopExecutor
  let report: RequestReport
  var identifiers = IDGenerator()
  /// Where responses are written before they go to the socket; reused while nothing else holds it.
  var output: ByteBuffer
  private(set) var tick = 0
  private(set) var date = DateField()
  private var connections: [Connection] = []
  private var ticker: RepeatedTask?
  /// Whether connections close as soon as they have no request to answer.
  private(set) var isQuiescing = false
  private var isStopped = false

  init(
    eventLoop: any EventLoop, responder: any Responder, limits: ConnectionLimits,
    report: RequestReport
  ) {
    self.responder = responder
    self.limits = limits
    self.report = report
    executor = LoopExecutor(eventLoop)
    output = ByteBufferAllocator().buffer(capacity: 1024)
  }

  /// Keeps time for the connection until it is removed. An event loop without connections sleeps.
  func add(_ connection: Connection) {
    guard !isStopped else {
      connection.context?.close(promise: nil)
      return
    }
    connection.slot = connections.count
    connections.append(connection)
    if isQuiescing { connection.quiesce() }
    guard ticker == nil else { return }
    date.refresh()
    ticker = executor.eventLoop.scheduleRepeatedTask(
      initialDelay: Self.tickInterval, delay: Self.tickInterval
    ) { [unowned self] _ in advance() }
  }

  func remove(_ connection: Connection) {
    let slot = connection.slot
    guard connections.indices.contains(slot), connections[slot] === connection else { return }
    connections.swapAt(slot, connections.count - 1)
    connections.removeLast()
    if slot < connections.count { connections[slot].slot = slot }
    guard connections.isEmpty else { return }
    ticker?.cancel()
    ticker = nil
  }

  /// Closes idle connections and whatever is accepted from now on in a moment, and the others after
  /// their requests; callable from any thread. (HummingbirdCore sends connections an event
  /// for it, but one that is just being set up would miss that.)
  func quiesce() {
    executor.eventLoop.execute {
      self.isQuiescing = true
      for connection in self.connections { connection.quiesce() }
    }
  }

  /// Closes everything; callable from any thread.
  func stop() {
    executor.eventLoop.execute {
      self.isQuiescing = true
      self.isStopped = true
      for connection in self.connections { connection.context?.close(promise: nil) }
    }
  }

  private func advance() {
    tick += 1
    date.refresh()
    // A copy, because a connection whose time is up leaves the array.
    for connection in connections where connection.deadline <= tick { connection.timeIsUp() }
  }
}

/// A server's configuration in the units connections count in: bytes, and ticks of their loop.
struct ConnectionLimits {
  let bodyBytesMax: Int
  let headBytesMax: Int
  let headTicks: Int
  let bodyTicks: Int
  let idleTicks: Int
  let writeTicks: Int
  let lingerTicks: Int

  init(_ configuration: ServerConfiguration) {
    bodyBytesMax = configuration.bodyBytesMax
    headBytesMax = configuration.headBytesMax
    headTicks = Self.ticks(configuration.headTimeout)
    bodyTicks = Self.ticks(configuration.bodyTimeout)
    idleTicks = Self.ticks(configuration.idleTimeout)
    writeTicks = Self.ticks(configuration.writeTimeout)
    lingerTicks = Self.ticks(configuration.lingerTimeout)
  }

  /// One more than fit, so that no wait is cut short by a tick about to come.
  private static func ticks(_ duration: Duration) -> Int {
    Int(min(TimeAmount(duration).nanoseconds / LoopState.tickInterval.nanoseconds, 1 << 31)) + 1
  }
}
