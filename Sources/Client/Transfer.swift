import AccordRuntime
import CCurl

/// One easy handle with what it receives: in use by one request at a time, and used again.
final class Transfer {
  let easy: UnsafeMutableRawPointer
  var submission: Submission?
  /// Where the loop keeps it among the active ones.
  var position = 0
  let configuration: CurlTransport.Configuration
  var reply: ReplyReader
  /// What libcurl reads header lines from, and where it writes why it failed. It keeps both
  /// addresses across calls, so both are memory of their own rather than Swift values.
  var lines: UnsafeMutablePointer<curl_slist>?
  private let message: UnsafeMutablePointer<CChar>
  /// When the attempt began and how long it may take.
  var start = ContinuousClock.now
  var timeout: Duration = .zero
  var hasContent = false
  /// How often libcurl was about to send the request.
  var beginnings = 0
  /// Whether this is the second try, after a kept-open connection failed the first.
  var isRepeat = false

  init?(_ configuration: CurlTransport.Configuration, _ names: FieldNames) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    self.configuration = configuration
    reply = ReplyReader(names: names, contentBytesMax: max(configuration.responseBytesMax, 1))
    message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard setConstantOptions() else { return nil }
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(lines)
    message.deallocate()
  }

  /// The transfer that an easy handle belongs to.
  static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
    var context: UnsafeMutableRawPointer?
    guard accord_curl_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, let context
    else { return nil }
    return from(context)
  }

  /// Unretained is safe: libcurl has this address only while the transfer holds the easy handle.
  static func from(_ context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// What the transfer came to. Call before `clear`.
  func result(_ code: CURLcode) -> Result<ClientResponse, TransportError> {
    if let limit = reply.exceededLimit { return .failure(.responseTooLarge(limit: limit)) }
    guard code == CURLE_OK else { return .failure(error(code)) }
    guard let response = reply.response() else {
      return .failure(.interrupted("the response has no status"))
    }
    return .success(response)
  }

  /// Drops what belonged to the last request; connections are the multi handle's and stay.
  func clear() {
    submission = nil
    reply.clear()
    curl_slist_free_all(lines)
    lines = nil
    if hasContent { _ = accord_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, nil) }
    hasContent = false
    if isRepeat { set(CURLOPT_FRESH_CONNECT, 0) }
    isRepeat = false
  }
}

extension Transfer {
  /// Options that no request changes. False when libcurl lacks one that safety depends on.
  private func setConstantOptions() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let codes = [
      accord_curl_set_pointer(easy, CURLOPT_PRIVATE, context),
      accord_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message),
      accord_curl_set_pointer(easy, CURLOPT_HEADERDATA, context),
      accord_curl_set_receive(easy, CURLOPT_HEADERFUNCTION, receiveLine),
      accord_curl_set_pointer(easy, CURLOPT_WRITEDATA, context),
      accord_curl_set_receive(easy, CURLOPT_WRITEFUNCTION, receiveContent),
      accord_curl_set_prerequest(easy, mayBegin, context),
      accord_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https"),
      accord_curl_set_string(easy, CURLOPT_USERAGENT, configuration.userAgent),
      setProxy(), setCertificateAuthorities(),
    ]
    setConstantNumbers()
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  private func setConstantNumbers() {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_TCP_NODELAY, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_MAXAGE_CONN, max(Int(configuration.idleConnectionTimeout.components.seconds), 1))
    // Else removing a transfer that is still resolving would wait for the resolver.
    set(CURLOPT_QUICK_EXIT, 1)
  }

  /// Numbers within their range; libcurl refuses none of them.
  func set(_ option: CURLoption, _ value: Int) {
    _ = accord_curl_set_long(easy, option, value)
  }

  private func setProxy() -> CURLcode {
    switch configuration.proxy {
    case .none: accord_curl_set_string(easy, CURLOPT_PROXY, "")
    case .environment: CURLE_OK
    case .url(let url): setProxy(url)
    }
  }

  /// Without hosts that are exempt: left alone, libcurl would take them from the environment.
  private func setProxy(_ url: String) -> CURLcode {
    let code = accord_curl_set_string(easy, CURLOPT_NOPROXY, "")
    return code == CURLE_OK ? accord_curl_set_string(easy, CURLOPT_PROXY, url) : code
  }

  private func setCertificateAuthorities() -> CURLcode {
    guard let file = configuration.certificateAuthoritiesFile else { return CURLE_OK }
    return accord_curl_set_string(easy, CURLOPT_CAINFO, file)
  }

  /// libcurl's words on the last failure, or its general ones for the code.
  func failureText(_ code: CURLcode) -> String {
    message.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: message)
  }

  func clearFailureText() {
    message.pointee = 0
  }
}

// libcurl calls these inside `curl_multi_socket_action`, on the loop's thread; the bytes are its own and
// are copied before they return. Fewer bytes than given ends the transfer.

private func receiveLine(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let context else { return 0 }
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return Transfer.from(context).reply.receive(line: line) ? line.count : 0
}

private func receiveContent(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let context else { return 0 }
  let content = UnsafeRawBufferPointer(start: bytes, count: size * count)
  let transfer = Transfer.from(context)
  if transfer.reply.content.isEmpty { transfer.expectContent() }
  return transfer.reply.receive(content: content) ? content.count : 0
}

extension Transfer {
  /// Makes room for the content in one step where the server says how much there is.
  fileprivate func expectContent() {
    var length: curl_off_t = -1
    _ = accord_curl_get_offset(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
    if length > 0 { reply.expect(contentBytes: Int(length)) }
  }
}
