import Foundation
import Synchronization

/// The loopback interface, seen through the C library.
enum Loopback {
  private static let issued = Mutex<Set<Int>>([])

  /// A port that nobody listens on, and that is issued once only.
  ///
  /// It is from below the range that systems take outgoing connections' ports from: a port out of
  /// that range could be taken by any connection before the service binds it.
  static func freePort() throws -> Int {
    for _ in 0..<1000 {
      let port = Int.random(in: 20_000..<29_900)
      let isNew = issued.withLock { $0.insert(port).inserted }
      if isNew, try isFree(port) { return port }
    }
    throw WireError.system("bind", EADDRINUSE)
  }

  private static func isFree(_ port: Int) throws -> Bool {
    let descriptor = try makeSocket()
    defer { close(descriptor) }
    var address = address(port: port)
    return withSocketAddress(&address) { bind(descriptor, $0, $1) } == 0
  }

  static func makeSocket() throws -> Int32 {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    guard descriptor >= 0 else { throw WireError.system("socket", errno) }
    // A write to a closed connection is to fail, not to end the test process.
    signal(SIGPIPE, SIG_IGN)
    return descriptor
  }

  static var shutdownWriting: Int32 {
    #if canImport(Darwin)
      SHUT_WR
    #else
      Int32(SHUT_WR)
    #endif
  }

  static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  /// The C interface takes any family's address by a pointer to their common head.
  static func withSocketAddress(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
