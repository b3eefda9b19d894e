import AccordRuntime
import HTTPTypes
import NIOCore

// From bytes to a request. Each step returns whether another may follow.
extension Connection {
  func readHead() -> Bool {
    skipEmptyLines()
    guard received.readableBytes > 0 else {
      if isInputEnded { closeWhenSent() }
      return false
    }
    do throws(Rejection) {
      let bytesMax = loop.limits.headBytesMax
      let read = try HeadReader.read(received.readableBytesUInt8Span, bytesMax: bytesMax)
      guard let read else { return try awaitRestOfHead() }
      received.moveReaderIndex(forwardBy: read.length)
      isHeadStarted = false
      try begin(read.head)
      return true
    } catch {
      reject(error)
      return false
    }
  }

  func readBody() -> Bool {
    do throws(Rejection) {
      guard try reader?.read(&received) ?? true else {
        if isInputEnded { throw .bodyEndedEarly }
        return false
      }
      if let head { respond(head, body: reader?.body ?? []) }
      return true
    } catch {
      reject(error)
      return false
    }
  }

  /// RFC 9112, section 2.2: empty lines before a request are skipped. They do not count as the
  /// start of one, so a client cannot stay by sending nothing else.
  private func skipEmptyLines() {
    while received.readableBytes >= 2,
      received.getInteger(at: received.readerIndex, as: UInt16.self) == 0x0D0A
    {
      received.moveReaderIndex(forwardBy: 2)
    }
  }

  /// The time for a head is counted from its first byte and is not renewed by the next ones.
  private func awaitRestOfHead() throws(Rejection) -> Bool {
    if isInputEnded { throw .bodyEndedEarly }
    if !isHeadStarted {
      isHeadStarted = true
      deadline = loop.tick + loop.limits.headTicks
    }
    return false
  }

  private func begin(_ head: RequestHead) throws(Rejection) {
    if head.framing == .none { return respond(head, body: []) }
    self.head = head
    reader = try BodyReader(head.framing, bytesMax: loop.limits.bodyBytesMax)
    phase = .body
    deadline = loop.tick + loop.limits.bodyTicks
    if head.awaitsContinue, received.readableBytes == 0 {
      send(ByteBuffer(string: ResponseWriter.continueLine))
    }
  }

  /// The client is done sending. It may still read (RFC 9112, section 9.6), so what is due is
  /// answered; whether it does is asked at the next tick.
  func inputEnded() {
    isInputEnded = true
    switch phase {
    case .head, .body: advance()
    case .responding: deadline = loop.tick + 1
    case .lingering: context?.close(promise: nil)
    case .flushing, .closing, .closed: break
    }
  }

  /// A request that was on its way when the shutdown began has a moment to be read.
  func quiesce() {
    if phase == .head, received.readableBytes == 0 { deadline = loop.tick + 2 }
  }

  func timeIsUp() {
    switch phase {
    case .head where received.readableBytes > 0: reject(.tooSlow)
    case .body: reject(.tooSlow)
    case .flushing, .closing: checkProgress()
    case .head: hangUp(lingering: 2)
    case .lingering: context?.close(promise: nil)
    case .responding: askWhetherClientReads()
    case .closed: deadline = .max
    }
  }

  /// TCP tells a client that has gone from one that only stopped sending when it is sent something:
  /// the former's system resets the connection, which ends the request's task. So it is sent an
  /// interim response, which any client of HTTP/1.1 discards (RFC 9110, section 15.2.1). One of
  /// HTTP/1.0 does not know them (section 15.2), and gets its answer in any case.
  private func askWhetherClientReads() {
    deadline = .max
    guard isInputEnded, exchange?.isHTTP10 == false else { return }
    send(ByteBuffer(string: ResponseWriter.continueLine))
  }
}
