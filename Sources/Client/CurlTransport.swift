public import AccordRuntime

/// The transport for generated clients: HTTP/1.1, and HTTP/2 over TLS where the server has it, on
/// libcurl's multi interface.
///
/// One thread per transport moves bytes for all of its requests; callers only wait. Connections
/// are kept open and shared by requests to the same host, so make one transport and share it.
/// Any number of tasks may send at once.
///
/// - A redirect is a response like any other: none is followed.
/// - No cookie is kept, no `.netrc` read, no content decoded, no `..` removed from a path.
/// - A URL with user information is refused (RFC 9110, section 4.2.4), and so are control
///   characters in a URL or a header value.
/// - When the server closes a kept-open connection before the first byte of a response, the
///   request is sent again on a new one if its method is idempotent (RFC 9112, section 9.3.1) or
///   nothing of it was sent. Any other may have had its effect, and fails with `.interrupted`.
/// - `Content-Length` is the transport's own. A request without content carries none, except that
///   POST, PUT and PATCH say `Content-Length: 0` (RFC 9110, section 8.6).
/// - 1xx responses and trailer fields are dropped.
///
/// Ends with its last reference, or at ``shutdown()``.
public final class CurlTransport: ClientTransport {
  private let inbox: Inbox
  private let thread: LoopThread?

  /// Starts the transport's thread. It opens no connection before the first request.
  public init(configuration: Configuration = Configuration()) {
    inbox = Inbox()
    thread = TransferLoop.start(serving: inbox, configuration: configuration)
  }

  deinit {
    // The thread notices and ends by itself; nobody waits for it here.
    inbox.stop()
  }

  /// Sends one request, once.
  ///
  /// When the calling task is cancelled, the transfer ends at once with `.cancelled`, and so it
  /// does when the transport is shut down.
  public func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
    let id = inbox.nextID()
    let result = await withTaskCancellationHandler {
      // Every submission is resumed exactly once: by the inbox when it refuses it, else by the
      // loop when its transfer ends. The checked kind costs an allocation per request.
      await withUnsafeContinuation { continuation in
        inbox.submit(Submission(id: id, request: request, continuation: continuation))
      }
    } onCancel: {
      inbox.cancel(id)
    }
    return try result.get()
  }

  /// Ends every request still under way with `.cancelled`, closes all connections, and returns when
  /// the thread is gone. Later requests fail with `.cancelled`.
  public func shutdown() async {
    await inbox.stopAndWait()
    // It has nothing left to do, so this takes no time worth a thread of its own.
    thread?.join()
  }
}
