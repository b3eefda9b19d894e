import AccordRuntime
import CCurl

/// Runs all transfers of one transport, on one thread that nothing else touches.
final class TransferLoop {
  private let inbox: Inbox
  private let configuration: CurlTransport.Configuration
  private let multi: UnsafeMutableRawPointer
  private let sockets: Sockets
  private let names = FieldNames()
  private var work = Work()
  private var active: [Transfer] = []
  /// Transfers whose easy handle waits for another request.
  private var idle: [Transfer] = []
  private static let idleMax = 64
  private var ended: [(Submission, Result<ClientResponse, TransportError>)] = []

  /// Starts a thread that serves `inbox` until it is stopped. Without a thread or libcurl's memory,
  /// the inbox is closed, and every request fails.
  static func start(
    serving inbox: Inbox, configuration: CurlTransport.Configuration
  ) -> LoopThread? {
    let thread = LoopThread {
      guard let loop = TransferLoop(serving: inbox, configuration) else {
        return refuseAll(inbox)
      }
      loop.run()
    }
    if thread == nil { refuseAll(inbox) }
    return thread
  }

  private static func refuseAll(_ inbox: Inbox) {
    let refusal = TransportError.notConnected("the transport's thread did not start")
    for submission in inbox.close(refusal: refusal) {
      submission.continuation.resume(returning: .failure(refusal))
    }
    inbox.end()
  }

  private init?(serving inbox: Inbox, _ configuration: CurlTransport.Configuration) {
    // Counted and safe to repeat; libcurl locks it since 7.84.
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let pipe = WakePipe(),
      let multi = curl_multi_init()
    else { return nil }
    self.inbox = inbox
    self.configuration = configuration
    self.multi = multi
    sockets = Sockets(wakingBy: pipe)
    guard sockets.attach(to: multi) else {
      curl_multi_cleanup(multi)
      return nil
    }
    inbox.open(pipe)
    limit(CURLMOPT_MAX_HOST_CONNECTIONS, to: configuration.connectionsPerHostMax)
    limit(CURLMOPT_MAX_TOTAL_CONNECTIONS, to: configuration.connectionsMax)
    limit(CURLMOPT_MAXCONNECTS, to: configuration.connectionsMax)
  }

  private func limit(_ option: CURLMoption, to count: Int) {
    // All three are integers within their range, which libcurl does not refuse.
    _ = accord_curl_multi_set_long(multi, option, min(max(count, 1), Int(Int32.max)))
  }

  private func run() {
    close(refusal: serve())
  }

  /// Serves until told to stop, or until libcurl cannot go on. Returns what later requests meet.
  private func serve() -> TransportError {
    while true {
      inbox.take(into: &work)
      if work.isStopping { return .cancelled }
      startAndCancel()
      guard runTimer() else { break }
      collectFinished()
      resumeEnded()
      sockets.wait(mayBlock: inbox.fallAsleep())
      guard handleEvents() else { break }
      collectFinished()
    }
    return .notConnected("the transport's thread ran out of memory")
  }

  /// Cancellations last: they may be of requests that came with them.
  private func startAndCancel() {
    for submission in work.submissions { start(submission) }
    for id in work.cancellations { cancel(id) }
    work.submissions.removeAll(keepingCapacity: true)
    work.cancellations.removeAll(keepingCapacity: true)
  }

  /// Does what libcurl wants done by now, which includes beginning what was just added. False when
  /// libcurl cannot go on.
  private func runTimer() -> Bool {
    guard sockets.takeDeadline() else { return true }
    var running: Int32 = 0
    return curl_multi_socket_action(multi, CURL_SOCKET_BAD, 0, &running) == CURLM_OK
  }

  /// Moves the transfers on whose sockets something happened.
  private func handleEvents() -> Bool {
    var running: Int32 = 0
    return sockets.events.allSatisfy { event in
      curl_multi_socket_action(multi, event.socket, event.bits, &running) == CURLM_OK
    }
  }

  private func collectFinished() {
    var remaining: Int32 = 0
    while let message = curl_multi_info_read(multi, &remaining) {
      guard message.pointee.msg == CURLMSG_DONE else { continue }
      finish(message.pointee.easy_handle, with: message.pointee.data.result)
    }
  }

  /// All at once, so that the executor wakes one thread for many of them.
  private func resumeEnded() {
    for (submission, result) in ended { submission.continuation.resume(returning: result) }
    ended.removeAll(keepingCapacity: true)
  }

  private func start(_ submission: Submission) {
    guard let transfer = idle.popLast() ?? Transfer(configuration, names) else {
      return ended.append((submission, .failure(.notConnected("out of memory"))))
    }
    if let error = transfer.prepare(submission.request) {
      transfer.clear()
      idle.append(transfer)
      return ended.append((submission, .failure(error)))
    }
    transfer.submission = submission
    transfer.position = active.count
    active.append(transfer)
    let code = curl_multi_add_handle(multi, transfer.easy)
    if code != CURLM_OK {
      end(transfer, with: .failure(.notConnected(String(cString: curl_multi_strerror(code)))))
    }
  }

  private func finish(_ easy: UnsafeMutableRawPointer?, with code: CURLcode) {
    guard let easy, let transfer = Transfer.of(easy) else { return }
    if transfer.prepareRepeat(after: code) {
      curl_multi_remove_handle(multi, easy)
      if curl_multi_add_handle(multi, easy) == CURLM_OK { return }
    }
    end(transfer, with: transfer.result(code))
  }

  /// Rare, so a search will do; a transfer that has ended is not found, and nothing happens.
  private func cancel(_ id: UInt64) {
    guard let transfer = active.first(where: { $0.submission?.id == id }) else { return }
    end(transfer, with: .failure(.cancelled))
  }

  private func end(_ transfer: Transfer, with result: Result<ClientResponse, TransportError>) {
    curl_multi_remove_handle(multi, transfer.easy)
    let last = active.removeLast()
    if last !== transfer {
      last.position = transfer.position
      active[transfer.position] = last
    }
    if let submission = transfer.submission { ended.append((submission, result)) }
    transfer.clear()
    if idle.count < Self.idleMax { idle.append(transfer) }
  }

  /// Ends what is left, then gives everything back to libcurl.
  private func close(refusal: TransportError) {
    let refused = work.submissions + inbox.close(refusal: refusal)
    for submission in refused { submission.continuation.resume(returning: .failure(refusal)) }
    // These may have been sent, whatever becomes of later ones.
    let ending = refusal == .cancelled ? refusal : .interrupted("the transport's thread ended")
    while let transfer = active.last { end(transfer, with: .failure(ending)) }
    resumeEnded()
    idle = []
    curl_multi_cleanup(multi)
    curl_global_cleanup()
    inbox.end()
  }
}
