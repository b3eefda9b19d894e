import Glibc
import Synchronization

/// A small HTTP/1.1 server on 127.0.0.1, one thread a connection, that answers with whatever bytes a
/// test wants on the wire.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var head: String
    var body: [UInt8]
    /// Which connection it came on, counted from 1.
    var connection: Int
    /// Which request on that connection, counted from 1.
    var position: Int

    var method: String { String(head.prefix { $0 != " " }) }
    var target: String { String(head.split(separator: " ")[1]) }
    /// Field lines as received, without the request line.
    var fieldLines: [String] { head.split(separator: "\r\n").dropFirst().map(String.init) }
  }

  struct Reply: Sendable {
    var bytes: [UInt8]
    var delayMilliseconds: Int32 = 0
    var closes = false

    init(_ text: String, delayMilliseconds: Int32 = 0, closes: Bool = false) {
      bytes = Array(text.utf8)
      self.delayMilliseconds = delayMilliseconds
      self.closes = closes
    }

    static func ok(_ body: String = "ok", delayMilliseconds: Int32 = 0, closes: Bool = false)
      -> Reply
    {
      Reply(
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
        delayMilliseconds: delayMilliseconds, closes: closes)
    }
  }

  struct Counts: Sendable {
    var accepted = 0
    var open = 0
    var openMax = 0
    var requests: [Request] = []
  }

  let port: UInt16
  private let listener: Int32
  private let state = Mutex(Counts())
  private let answer: @Sendable (Request) -> Reply

  init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
    self.answer = answer
    (listener, port) = try Self.listen()
    Thread.start { [self] in accept() }
  }

  var counts: Counts { state.withLock { $0 } }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  static func listen() throws -> (Int32, UInt16) {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, length) | Glibc.listen(socket, 256)
          | getsockname(socket, generic, &length)
      }
    }
    guard code == 0 else { throw SocketError(errno: errno) }
    return (socket, UInt16(bigEndian: address.sin_port))
  }

  struct SocketError: Error { var errno: Int32 }
}

extension LoopbackServer {
  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let number = state.withLock { state in
        state.accepted += 1
        state.open += 1
        state.openMax = max(state.openMax, state.open)
        return state.accepted
      }
      Thread.start { [self] in
        serve(connection, number)
        close(connection)
        state.withLock { $0.open -= 1 }
      }
    }
    close(listener)
  }

  private func serve(_ socket: Int32, _ number: Int) {
    var buffer: [UInt8] = []
    var position = 0
    while let (head, body) = read(socket, &buffer) {
      position += 1
      let request = Request(head: head, body: body, connection: number, position: position)
      state.withLock { $0.requests.append(request) }
      let reply = answer(request)
      if reply.delayMilliseconds > 0 {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        // Readable during the pause: the client has gone away.
        if poll(&entry, 1, reply.delayMilliseconds) > 0 { return }
      }
      guard write(socket, reply.bytes), !reply.closes else { return }
    }
  }

  /// The next request's head and content, or nil at the end of the connection.
  private func read(_ socket: Int32, _ buffer: inout [UInt8]) -> (String, [UInt8])? {
    while true {
      if let head = Self.head(of: buffer) {
        let text = String(decoding: buffer[..<head], as: UTF8.self)
        let length = Self.contentLength(text)
        if buffer.count >= head + 4 + length {
          let body = Array(buffer[(head + 4)..<(head + 4 + length)])
          buffer.removeFirst(head + 4 + length)
          return (text, body)
        }
      }
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = recv(socket, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  private func write(_ socket: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(socket, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func head(of buffer: [UInt8]) -> Int? {
    guard buffer.count >= 4 else { return nil }
    return (0...(buffer.count - 4)).first {
      buffer[$0] == 13 && buffer[$0 + 1] == 10 && buffer[$0 + 2] == 13 && buffer[$0 + 3] == 10
    }
  }

  private static func contentLength(_ head: String) -> Int {
    for line in head.split(separator: "\r\n")
    where line.lowercased().hasPrefix("content-length: ") {
      return Int(line.dropFirst("content-length: ".count)) ?? 0
    }
    return 0
  }
}

private enum Thread {
  final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(run)).toOpaque()
    pthread_create(
      &thread, nil,
      {
        Unmanaged<Body>.fromOpaque($0!).takeRetainedValue().run()
        return nil
      }, box)
    pthread_detach(thread)
  }
}
