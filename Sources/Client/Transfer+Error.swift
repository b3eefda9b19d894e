import AccordRuntime
import CCurl

extension Transfer {
  /// What a failed transfer means to its caller.
  ///
  /// `.notConnected` promises that nothing was sent, so it is said only of failures before libcurl
  /// was ready to send: resolving, connecting and the TLS handshake. Of a repeat it is not said: the
  /// first try was sent.
  func error(_ code: CURLcode) -> TransportError {
    let text = failureText(code)
    if code == CURLE_OPERATION_TIMEDOUT { return timeoutError(text) }
    if code == CURLE_ABORTED_BY_CALLBACK {
      return .interrupted("the server closed the connection instead of answering")
    }
    guard isUnsentSoFar else { return .interrupted(text) }
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_LOGIN_DENIED:
      return .invalidRequest(text)
    default: return .notConnected(text)
    }
  }

  /// Time ran out: either for connecting, or for the attempt as a whole.
  private func timeoutError(_ text: String) -> TransportError {
    // libcurl's own total leaves out the wait for a connection.
    let isWhole = start.duration(to: .now) >= timeout
    return isUnsentSoFar && !isWhole ? .notConnected(text) : .timedOut
  }

  private var isUnsentSoFar: Bool {
    !isRepeat && microseconds(CURLINFO_PRETRANSFER_TIME_T) == 0
  }

  /// 0 when the request went out on a connection that was kept open.
  var connectionsMade: Int {
    var count = 0
    return accord_curl_get_long(easy, CURLINFO_NUM_CONNECTS, &count) == CURLE_OK ? count : 1
  }

  private func microseconds(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    return accord_curl_get_offset(easy, info, &value) == CURLE_OK ? Int64(value) : 0
  }
}
