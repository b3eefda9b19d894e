import Foundation

/// One TCP connection to a service: bytes in, answers out, and every wait is bounded.
///
/// It sends what it is given, right or wrong, which is what a client library would not do.
final class Wire {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isClosed = false

  init(port: Int) throws {
    descriptor = try Loopback.makeSocket()
    var address = Loopback.address(port: port)
    let status = Loopback.withSocketAddress(&address) { connect(descriptor, $0, $1) }
    // Everything is stored by now, so throwing runs `deinit`, which closes the socket. Closing it here
    // as well would close whatever got its number in the meantime.
    guard status == 0 else { throw WireError.system("connect", errno) }
    // A peer that stops reading makes a send fail, not hang.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  func send(_ bytes: some Collection<UInt8>) throws {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw WireError.system("send", errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more will be sent; answers can still be received.
  func finishSending() {
    shutdown(descriptor, Loopback.shutdownWriting)
  }

  /// The next answer, or nil if the peer closed the connection without one.
  func receive(within seconds: Double = 60) throws -> Answer? {
    let deadline = Date.now.addingTimeInterval(seconds)
    while true {
      if let (answer, length) = try Answer.read(buffer, isComplete: isClosed) {
        buffer.removeFirst(length)
        return answer
      }
      if isClosed {
        guard buffer.isEmpty else { throw WireError.incomplete(buffer) }
        return nil
      }
      try receiveSome(until: deadline)
    }
  }

  /// Whether the peer closes the connection in time; what it still sends is left unread.
  func isClosedByPeer(within seconds: Double) -> Bool {
    let deadline = Date.now.addingTimeInterval(seconds)
    while !isClosed, (try? receiveSome(until: deadline)) != nil {}
    return isClosed
  }

  private func receiveSome(until deadline: Date) throws {
    let milliseconds = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, milliseconds) > 0 else { throw WireError.timeout(received: buffer) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    // A reset connection is a closed one.
    if count > 0 { buffer += bytes[..<count] } else { isClosed = true }
  }
}

enum WireError: Error, CustomStringConvertible {
  case system(String, Int32)
  case timeout(received: [UInt8])
  case incomplete([UInt8])
  case malformed(String)

  var description: String {
    switch self {
    case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
    case .timeout(let bytes): "no answer in time after '\(String(decoding: bytes, as: UTF8.self))'"
    case .incomplete(let bytes): "half an answer: '\(String(decoding: bytes, as: UTF8.self))'"
    case .malformed(let text): "not HTTP: '\(text)'"
    }
  }
}
