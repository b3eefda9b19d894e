import AccordRuntime
import CCurl
import HTTPTypes

extension Transfer {
  /// Sets every option that depends on the request, so that nothing of the last one remains.
  /// Returns why the request cannot be sent, or nil.
  ///
  /// A way to sign requests (`CURLOPT_AWS_SIGV4`) or to stream content belongs here.
  func prepare(_ request: ClientRequest) -> TransportError? {
    if let fault = RequestRules.fault(in: request) { return .invalidRequest(fault) }
    guard setTimeouts(request) else { return .timedOut }
    clearFailureText()
    beginnings = 0
    guard accord_curl_set_string(easy, CURLOPT_URL, request.url) == CURLE_OK,
      setMethod(request), setLines(request)
    else { return .notConnected("out of memory") }
    // Over TLS, requests wait for a connection being made that they may share (HTTP/2).
    set(CURLOPT_PIPEWAIT, RequestRules.isSecure(request.url) ? 1 : 0)
    return nil
  }

  /// False when there is no time at all; zero would mean endless to libcurl.
  private func setTimeouts(_ request: ClientRequest) -> Bool {
    timeout = request.timeout ?? configuration.timeout
    guard timeout > .zero else { return false }
    start = .now
    set(CURLOPT_TIMEOUT_MS, timeout.wholeMilliseconds)
    set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.wholeMilliseconds)
    return true
  }

  private func setMethod(_ request: ClientRequest) -> Bool {
    let method = request.method
    if let content = request.body { return setContent(content, method) }
    switch method {
    case .post, .put, .patch: return setContent([], method)
    case .head:
      set(CURLOPT_NOBODY, 1)
      return accord_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, nil) == CURLE_OK
    default:
      set(CURLOPT_HTTPGET, 1)
      let name = method == .get ? nil : method.rawValue
      return accord_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, name) == CURLE_OK
    }
  }

  /// libcurl's "post" is its word for a request with content. It keeps a copy of the content, which
  /// it sends together with the header and again on a new connection when it must.
  private func setContent(_ content: [UInt8], _ method: HTTPRequest.Method) -> Bool {
    hasContent = true
    set(CURLOPT_POST, 1)
    guard
      accord_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(content.count))
        == CURLE_OK
    else { return false }
    let code =
      content.isEmpty
      ? accord_curl_set_string(easy, CURLOPT_COPYPOSTFIELDS, "")
      : content.withUnsafeBytes {
        accord_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
      }
    guard code == CURLE_OK else { return false }
    return accord_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, method.rawValue) == CURLE_OK
  }

  /// Exactly the request's fields: a name with nothing behind it takes back one that libcurl would
  /// add by itself.
  private func setLines(_ request: ClientRequest) -> Bool {
    var hasAccept = false
    var hasContentType = false
    for field in request.headerFields where field.name != .contentLength {
      if field.name == .accept { hasAccept = true }
      if field.name == .contentType { hasContentType = true }
      // A trailing semicolon is how libcurl is told of a field without a value.
      let value = field.value
      let line = value.isEmpty ? field.name.rawName + ";" : "\(field.name.rawName): \(value)"
      guard append(line) else { return false }
    }
    if !hasAccept, !append("Accept:") { return false }
    if hasContent {
      if !hasContentType, !append("Content-Type:") { return false }
      if !append("Expect:") { return false }
    }
    return accord_curl_set_list(easy, CURLOPT_HTTPHEADER, lines) == CURLE_OK
  }

  private func append(_ line: String) -> Bool {
    guard let longer = curl_slist_append(lines, line) else { return false }
    lines = longer
    return true
  }
}

extension Duration {
  /// Rounded up, at least 1, at most what a C `long` of 32 bits holds.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
    return max(Int(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000), 1)
  }
}
