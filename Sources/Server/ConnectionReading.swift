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
    do throws(Refusal) {
      let bytesMax = loop.limits.headBytesMax
      let read = try HeadReader.read(received.readableBytesUInt8Span, bytesMax: bytesMax)
      guard let read else { return try awaitRestOfHead() }
      received.moveReaderIndex(forwardBy: read.length)
      isHeadStarted = false
      try begin(read.head)
      return true
    } catch {
      refuse(error)
      return false
    }
  }

  func readBody() -> Bool {
    do throws(Refusal) {
      guard try reader?.read(&received) ?? true else {
        if isInputEnded { throw .bodyEndedEarly }
        return false
      }
      if let head { respond(head, body: reader?.body ?? []) }
      return true
    } catch {
      refuse(error)
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
  private func awaitRestOfHead() throws(Refusal) -> Bool {
    if isInputEnded { throw .bodyEndedEarly }
    if !isHeadStarted {
      isHeadStarted = true
      deadline = loop.tick + loop.limits.headTicks
    }
    return false
  }

  private func begin(_ head: RequestHead) throws(Refusal) {
    if head.framing == .none { return respond(head, body: []) }
    self.head = head
    reader = try BodyReader(head.framing, bytesMax: loop.limits.bodyBytesMax)
    phase = .body
    deadline = loop.tick + loop.limits.bodyTicks
    if head.awaitsContinue, received.readableBytes == 0 {
      send(ByteBuffer(string: ResponseWriter.continueLine))
    }
  }

  /// The client is done sending. A request whose answer is due is still answered, in case only
  /// half of the connection is closed, but its task is told that probably nobody waits for it.
  func inputEnded() {
    isInputEnded = true
    switch phase {
    case .head, .body: advance()
    case .responding: task?.cancel()
    case .lingering: context?.close(promise: nil)
    case .flushing, .closing, .closed: break
    }
  }

  func quiesce() {
    if phase == .head, received.readableBytes == 0 { closeWhenSent() }
  }

  func timeIsUp() {
    switch phase {
    case .head where received.readableBytes > 0: refuse(.tooSlow)
    case .body: refuse(.tooSlow)
    case .flushing, .closing: checkProgress()
    case .head, .lingering: context?.close(promise: nil)
    case .responding, .closed: deadline = .max
    }
  }
}
