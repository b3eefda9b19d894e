extension CurlTransport {
  /// How a transport connects, and what it bears. Counts and sizes below 1 are taken as 1.
  public struct Configuration: Sendable, Hashable {
    /// The `User-Agent` of requests that do not bring their own.
    public var userAgent = "accord"
    /// The time one attempt may take in all when the request does not say: waiting for a
    /// connection, connecting, sending and receiving.
    public var timeout: Duration = .seconds(30)
    /// The time that resolving, connecting and the TLS handshake may take.
    public var connectTimeout: Duration = .seconds(5)
    /// Connections to one host and port at once; further requests wait their turn.
    public var connectionsPerHostMax = 64
    /// Connections in all, in use or kept open; further requests wait their turn.
    public var connectionsMax = 256
    /// A connection unused for longer than this is not used again; whole seconds. Below the idle
    /// timeout of common servers (60 s and more), so that few requests meet a closing connection.
    public var idleConnectionTimeout: Duration = .seconds(50)
    /// The largest content accepted, in bytes; beyond it a request fails.
    public var responseBytesMax = 16 * 1024 * 1024
    /// What stands between this process and the server.
    public var proxy = Proxy.none
    /// A file of certificates in PEM form to trust instead of the system's.
    public var certificateAuthoritiesFile: String?

    public init() {}
  }

  /// Which proxy requests pass through.
  public enum Proxy: Sendable, Hashable {
    /// None, whatever the environment says. The default: a service's calls to its neighbours
    /// should not leave through a proxy that was meant for people.
    case none
    /// As libcurl reads the environment: `http_proxy`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`.
    case environment
    /// This one, for every request: `http://host:port`, `socks5h://host:port`.
    case url(String)
  }
}
