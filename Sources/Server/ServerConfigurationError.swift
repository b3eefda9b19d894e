import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a server does not start.
public enum ServerConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The port is not in 0 to 65535.
  case portOutOfRange(Int)
  /// The host is unknown, or the address is taken or not this machine's; the reason is the
  /// system's, for people.
  case cannotListen(host: String, port: Int, reason: String)

  public var description: String {
    switch self {
    case .portOutOfRange(let port): "\(port) is not a port: ports are 0 to 65535"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on port \(port) of '\(host)': \(reason)"
    }
  }

  /// Nil for errors that are not about listening.
  init?(_ error: any Error, host: String, port: Int) {
    switch error {
    case let error as IOError:
      let reason = String(cString: strerror(error.errnoCode))
      self = .cannotListen(host: host, port: port, reason: reason)
    case is SocketAddressError, is SocketAddressError.UnknownHost:
      self = .cannotListen(host: host, port: port, reason: "the host is not known")
    default: return nil
    }
  }
}
