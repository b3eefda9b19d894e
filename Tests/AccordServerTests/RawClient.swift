import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A TCP client that sends exactly what a test tells it to, whatever HTTP would say. Its calls
/// block for a bounded time, so tests make them in `onThread`.
final class RawClient: Sendable {
  private let descriptor: Int32
  private let isOpen = Mutex(true)

  /// - Parameter receiveBuffer: The socket's buffer in bytes, to make a client that fills quickly.
  init(port: Int, receiveBuffer: Int32? = nil, timeout: Int = 60) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw SocketFailure(errno) }
    if var receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4)
    }
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw SocketFailure(errno) }
  }

  deinit { close() }

  /// Sends all of it, or as much as the server takes before it closes; returns how much.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Int {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    return sent
  }

  @discardableResult
  func send(_ text: String) -> Int { send(Array(text.utf8)) }

  /// The next bytes; empty when the server closed or broke the connection; nil after the timeout.
  func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN { return nil }
    return Array(buffer.prefix(max(0, count)))
  }

  /// One response, of which `received` may hold a beginning and will hold what follows it.
  func response(to method: String = "GET", after received: inout [UInt8]) -> RawResponse? {
    while true {
      if let (response, length) = RawResponse.read(received, to: method) {
        received.removeFirst(length)
        return response
      }
      guard let more = receive(), !more.isEmpty else { return nil }
      received += more
    }
  }

  /// As `response`, without interim ones.
  func finalResponse(after received: inout [UInt8]) -> RawResponse? {
    while let response = response(after: &received) {
      if response.status >= 200 { return response }
    }
    return nil
  }

  func response(to method: String = "GET") -> RawResponse? {
    var received: [UInt8] = []
    return response(to: method, after: &received)
  }

  /// Whether the server closes within the timeout; what it sends before is dropped.
  func isClosedByServer() -> Bool {
    while let bytes = receive() {
      if bytes.isEmpty { return true }
    }
    return false
  }

  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  func close() {
    isOpen.withLock { isOpen in
      if isOpen { _ = Glibc.close(descriptor) }
      isOpen = false
    }
  }
}

struct SocketFailure: Error {
  let number: Int32
  init(_ number: Int32) { self.number = number }
}

struct RawResponse {
  var status: Int
  /// By lower-case name.
  var fields: [String: String] = [:]
  var body: [UInt8] = []

  var text: String { String(decoding: body, as: UTF8.self) }

  static func read(_ bytes: [UInt8], to method: String) -> (RawResponse, length: Int)? {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    guard let end = text.utf8.firstRange(of: "\r\n\r\n".utf8) else { return nil }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    var response = RawResponse(status: Int(lines[0].split(separator: " ")[1]) ?? 0)
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      response.fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    let headLength = bytes.firstIndex(ofEndOfHead: ())
    let hasBody = method != "HEAD" && response.status >= 200
    let length = hasBody ? Int(response.fields["content-length"] ?? "0") ?? 0 : 0
    guard bytes.count >= headLength + length else { return nil }
    response.body = Array(bytes[headLength..<headLength + length])
    return (response, headLength + length)
  }
}

extension [UInt8] {
  fileprivate func firstIndex(ofEndOfHead: Void) -> Int {
    (firstRange(of: Array("\r\n\r\n".utf8))?.upperBound) ?? count
  }
}

func usleepMilliseconds(_ milliseconds: UInt32) { usleep(milliseconds * 1000) }

/// Runs blocking code on a thread of its own: the pool that runs tests has only a few.
func onThread<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "client").async { continuation.resume(with: Result { try body() }) }
  }
}
