import AccordRuntime
import HTTPTypes
import NIOCore

/// One HTTP/1.1 connection: reads a request, has it answered, writes the answer, reads the next.
///
/// Requests that arrive while one is being answered stay in `received` as bytes, so pipelined
/// requests are answered in order and cost no more than their bytes.
///
/// `@unchecked Sendable`: everything is used on the event loop's thread only; the tasks that hold
/// a connection run on that thread too, by their executor.
final class Connection: ChannelDuplexHandler, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum Phase {
    /// Waiting for a request or reading its head.
    case head
    case body
    case responding
    /// The client does not read as fast as it asks: no request is begun until it has caught up.
    case flushing
    /// Everything is written but not sent; the connection closes when it is.
    case closing
    /// The last answer is sent; what the client still sends is discarded for a while.
    case lingering
    case closed
  }

  /// What may wait unread by us while a request is answered; more stays in the socket.
  static let readAheadBytesMax = 64 << 10
  static let lingerBytesMax = 16 << 20
  static let writeProgressMin = 32 << 10

  let loop: LoopState
  /// This connection's place in its loop's list.
  var slot = -1
  /// The tick at which `timeIsUp` is called.
  var deadline = Int.max
  var context: ChannelHandlerContext?
  var phase = Phase.head
  var received = ByteBuffer()
  /// The head of the request whose body is being read.
  var head: RequestHead?
  var reader: BodyReader?
  var exchange: Exchange?
  var task: Task<Void, Never>?
  var isHeadStarted = false
  /// The client will send nothing more: it shut down its side, or closed.
  var isInputEnded = false
  private var isAdvancing = false
  private var isReadHeld = false
  /// Whether `received` is the event loop's own buffer, which other connections wait for.
  private var isBorrowed = false
  private var lingeredBytes = 0
  var unsentBytes = 0

  init(_ loop: LoopState) {
    self.loop = loop
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    deadline = loop.tick + loop.limits.idleTicks
    loop.add(self)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    switch phase {
    case .closing, .closed: return
    case .lingering:
      lingeredBytes += bytes.readableBytes
      if lingeredBytes > Self.lingerBytesMax { context.close(promise: nil) }
    case .head, .body, .responding, .flushing:
      guard received.readableBytes > 0 else {
        received = bytes
        isBorrowed = true
        return advance()
      }
      let isLineEnded = bytes.readableBytesView.contains(ByteGrammar.lineFeed)
      received.writeBuffer(&bytes)
      // Reading a head again for each of its bytes would be quadratic: only a line end changes it.
      if !isHeadStarted || isLineEnded || received.readableBytes > loop.limits.headBytesMax {
        advance()
      }
    }
  }

  func read(context: ChannelHandlerContext) {
    let isBusy = phase == .responding || phase == .flushing
    if isBusy, received.readableBytes > Self.readAheadBytesMax {
      isReadHeld = true
    } else {
      context.read()
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if phase == .flushing, context.channel.isWritable { awaitRequest() }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed: inputEnded()
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// Takes every step that `received` allows. A step that answers a request at once comes back
  /// here through `awaitRequest`, which must then not recurse.
  func advance() {
    guard !isAdvancing else { return }
    isAdvancing = true
    while step() {}
    isAdvancing = false
    settle()
  }

  private func step() -> Bool {
    switch phase {
    case .head: readHead()
    case .body: readBody()
    case .responding, .flushing, .closing, .lingering, .closed: false
    }
  }

  /// Gives the event loop its buffer back: what is left over is copied to one of its own size.
  private func settle() {
    if received.readableBytes == 0 {
      received = ByteBuffer()
    } else if isBorrowed || received.readerIndex > Self.readAheadBytesMax {
      received = ByteBuffer(bytes: received.readableBytesView)
    }
    isBorrowed = false
    guard isReadHeld, received.readableBytes <= Self.readAheadBytesMax else { return }
    isReadHeld = false
    context?.read()
  }

  private func end() {
    guard phase != .closed else { return }
    phase = .closed
    deadline = .max
    task?.cancel()
    task = nil
    received = ByteBuffer()
    loop.remove(self)
  }
}
