/// Where a server listens and what it allows one connection. The defaults suit a service behind
/// nothing at all: every wait is bounded and every buffer has a limit.
public struct ServerConfiguration: Sendable {
  /// The address or host name to bind.
  public var host = "127.0.0.1"
  /// 0 to 65535; 0 takes a free port, which `onListening` reports.
  public var port = 0
  /// The largest request content, de-chunked, in bytes; more is answered with 413.
  public var bodyBytesMax = 1 << 20
  /// The largest request line and header section together, in bytes; more is answered with 431,
  /// or with 414 when the request line alone is larger.
  public var headBytesMax = 16 << 10
  /// How long a request head may take from its first byte to its last.
  public var headTimeout: Duration = .seconds(10)
  /// How long a request body may take from the end of the head to its last byte.
  public var bodyTimeout: Duration = .seconds(30)
  /// How long a connection may stay open between requests.
  public var idleTimeout: Duration = .seconds(75)
  /// How long a client may take to read 32 KiB of a response that does not fit the socket buffer.
  public var writeTimeout: Duration = .seconds(30)
  /// How long the server reads on, discarding, after the last answer on a connection: closing at
  /// once could destroy the answer on its way (RFC 9112, section 9.6).
  public var lingerTimeout: Duration = .seconds(2)
  /// The connections open at once; more wait in the listening socket's queue.
  public var connectionsMax = 20_000
  /// How long requests in flight may take after shutdown began, before their connections close.
  public var shutdownGrace: Duration = .seconds(20)

  public init(host: String = "127.0.0.1", port: Int = 0) {
    self.host = host
    self.port = port
  }
}
