import AccordRuntime
import CCurl

/// Sending a request again when the connection that was kept open for it fails.
///
/// A request that is not idempotent may have had its effect (RFC 9110, section 9.2.2), so it is
/// repeated only when nothing of it was sent; and so is one that would be answered otherwise then.
extension Transfer {
  /// Whether libcurl may send now. It asks before each time it sends: when a connection that was
  /// kept open is closed before a byte of the response came, libcurl repeats the request on
  /// another by itself, whatever the method.
  func begin() -> Bool {
    beginnings += 1
    return beginnings == 1 || isRepeatable || isUnsent
  }

  private var isRepeatable: Bool {
    submission.map { RetryMiddleware.isRepeatable($0.request.method) } ?? false
  }

  private var isUnsent: Bool {
    var count = 0
    return accord_curl_get_long(easy, CURLINFO_REQUEST_SIZE, &count) == CURLE_OK && count == 0
  }

  /// Whether to send the request again on a new connection, since the one kept open was reset
  /// before a byte of the response came; if so, all is set for it.
  ///
  /// libcurl does this by itself when such a connection was closed, but not each time when it was
  /// reset (7.88).
  func prepareRepeat(after code: CURLcode) -> Bool {
    guard code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING,
      !isRepeat, reply.isUntouched, connectionsMade == 0, isRepeatable
    else { return false }
    let left = timeout - start.duration(to: .now)
    guard left > .zero else { return false }
    isRepeat = true
    clearFailureText()
    set(CURLOPT_FRESH_CONNECT, 1)
    set(CURLOPT_TIMEOUT_MS, left.wholeMilliseconds)
    return true
  }
}

/// libcurl calls it inside `curl_multi_socket_action`, on the loop's thread.
func mayBegin(
  _ context: UnsafeMutableRawPointer?, _ address: UnsafeMutablePointer<CChar>?,
  _ localAddress: UnsafeMutablePointer<CChar>?, _ port: Int32, _ localPort: Int32
) -> Int32 {
  guard let context, Transfer.from(context).begin() else { return CURL_PREREQFUNC_ABORT }
  return CURL_PREREQFUNC_OK
}
