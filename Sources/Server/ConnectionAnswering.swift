import AccordRuntime
import HTTPTypes
import NIOCore

/// One request and what is needed to answer it.
struct Exchange {
  let request: ServerRequest
  let id: String
  let keepsAlive: Bool
  let isHTTP10: Bool
  let start: NIODeadline?
}

// From a request to bytes.
extension Connection {
  func respond(_ head: RequestHead, body: [UInt8]) {
    self.head = nil
    reader = nil
    let target: String
    switch head.target {
    case .origin(let path): target = path
    case .asterisk: target = "*"
    }
    exchange = Exchange(
      request: ServerRequest(
        method: head.method, target: target, headerFields: head.fields, body: body),
      id: head.requestID ?? RequestID.random(using: &loop.identifiers),
      keepsAlive: head.keepsAlive, isHTTP10: head.isHTTP10, start: loop.report.start)
    phase = .responding
    deadline = isInputEnded ? loop.tick + 1 : .max
    // OPTIONS * asks the server itself whether it is there (RFC 9110, section 9.3.7).
    if head.target == .asterisk { return complete(ServerResponse(status: .noContent)) }
    let task = loop.executor.start { await self.answer() }
    if phase == .responding { self.task = task }
  }

  private func answer() async {
    guard let exchange else { return }
    let response = await RequestContext.$current.withValue(RequestContext(requestID: exchange.id)) {
      await loop.responder.respond(to: exchange.request)
    }
    loop.executor.eventLoop.assertInEventLoop()
    complete(response)
  }

  private func complete(_ response: ServerResponse) {
    guard let exchange else { return }
    self.exchange = nil
    task = nil
    loop.report.answered(exchange.request, id: exchange.id, with: response, since: exchange.start)
    guard phase == .responding else { return }
    let isLast = isInputEnded && received.readableBytes == 0
    let closes = !exchange.keepsAlive || loop.isQuiescing || isLast
    write(
      response,
      as: ResponseWriter(
        requestID: exchange.id, dateLine: loop.date.line, isHead: exchange.request.method == .head,
        closes: closes, saysKeepAlive: exchange.isHTTP10))
    if closes { hangUp() } else { awaitRequest() }
  }

  /// Ready for the next request, unless the client must first read more of what it was sent.
  func awaitRequest() {
    guard phase != .closed else { return }
    if context?.channel.isWritable ?? false {
      phase = .head
      deadline = loop.tick + loop.limits.idleTicks
      if loop.isQuiescing { quiesce() }
      advance()
    } else {
      phase = .flushing
      startWaitingForClient()
    }
  }

  func reject(_ rejection: Rejection) {
    let id = head?.requestID ?? RequestID.random(using: &loop.identifiers)
    loop.report.rejected(rejection, id: id)
    write(
      rejection.response,
      as: ResponseWriter(
        requestID: id, dateLine: loop.date.line, isHead: head?.method == .head, closes: true,
        saysKeepAlive: false))
    hangUp()
  }

  private func write(_ response: ServerResponse, as writer: ResponseWriter) {
    loop.output.clear()
    writer.write(response, to: &loop.output)
    let bytes = loop.output
    // One large response must not stay in memory for as long as the server runs.
    if bytes.readableBytes > 256 << 10 { loop.output = ByteBuffer() }
    send(bytes)
  }

  func send(_ bytes: ByteBuffer) {
    context?.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
  }
}

// Waiting for a client to read.
extension Connection {
  func closeWhenSent() {
    guard phase != .closed else { return }
    phase = .closing
    startWaitingForClient()
    whenSent { context in context.close(promise: nil) }
  }

  /// Closes after the last answer, our side first: a connection that is closed while the client
  /// still sends is reset, which destroys what the client has yet to read (RFC 9112, section 9.6).
  ///
  /// - Parameter ticks: for how long what the client still sends is discarded.
  func hangUp(lingering ticks: Int? = nil) {
    guard phase != .closed else { return }
    phase = .closing
    received = ByteBuffer()
    (head, reader) = (nil, nil)
    startWaitingForClient()
    let lingerTicks = ticks ?? loop.limits.lingerTicks
    whenSent { context in self.linger(context, ticks: lingerTicks) }
    advance()
  }

  private func linger(_ context: ChannelHandlerContext, ticks: Int) {
    guard phase == .closing, !isInputEnded else { return context.close(promise: nil) }
    phase = .lingering
    deadline = loop.tick + ticks
    context.close(mode: .output, promise: nil)
  }

  /// Runs `action` when everything written so far has gone to the socket.
  private func whenSent(_ action: @escaping @Sendable (ChannelHandlerContext) -> Void) {
    guard let context else { return }
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.whenSuccess { if let context = self.context { action(context) } }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
  }

  private func startWaitingForClient() {
    unsentBytes = countUnsentBytes()
    deadline = loop.tick + loop.limits.writeTicks
  }

  /// A client may be slow, but not so slow that it keeps the response in memory for ever.
  func checkProgress() {
    let unsent = countUnsentBytes()
    guard unsentBytes - unsent >= Self.writeProgressMin else {
      context?.close(promise: nil)
      return
    }
    unsentBytes = unsent
    deadline = loop.tick + loop.limits.writeTicks
  }

  private func countUnsentBytes() -> Int {
    (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }
}
