import CCurl

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The sockets that libcurl wants watched, and when it wants to be called next.
///
/// With these, libcurl looks only at the transfers that something happened to. Left to poll by
/// itself it tries every one each time, at three system calls a request.
final class Sockets {
  /// What happened to one socket, in libcurl's bits.
  struct Event {
    let socket: Int32
    let bits: Int32
  }

  /// What the last `wait` found.
  private(set) var events: [Event] = []
  private var entries: [pollfd]
  private var deadline: ContinuousClock.Instant?
  private let wake: WakePipe

  init(wakingBy wake: WakePipe) {
    self.wake = wake
    entries = [pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0)]
  }

  /// Whether libcurl's time has come. It sets another by itself, so this one is forgotten.
  func takeDeadline() -> Bool {
    guard let deadline, deadline <= .now else { return false }
    self.deadline = nil
    return true
  }

  /// Fills `events`; waits for the first one, or for libcurl's time, only if told to.
  func wait(mayBlock: Bool) {
    events.removeAll(keepingCapacity: true)
    guard poll(&entries, nfds_t(entries.count), mayBlock ? milliseconds() : 0) > 0 else { return }
    if entries[0].revents != 0 { wake.drain() }
    for entry in entries[1...] where entry.revents != 0 {
      events.append(Event(socket: entry.fd, bits: Self.bits(entry.revents)))
    }
  }

  /// Until libcurl's time, rounded up; -1 for no end.
  private func milliseconds() -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: deadline).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int32(min(seconds, 1000) * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// A broken socket counts as ready, since the next read or write tells what broke.
  private static func bits(_ events: Int16) -> Int32 {
    let isBroken = events & Int16(POLLERR | POLLNVAL) != 0
    let isReadable = isBroken || events & Int16(POLLIN | POLLHUP) != 0
    let isWritable = isBroken || events & Int16(POLLOUT) != 0
    return (isReadable ? CURL_CSELECT_IN : 0) | (isWritable ? CURL_CSELECT_OUT : 0)
  }
}

/// What libcurl calls.
extension Sockets {
  /// False when libcurl cannot do it. The multi handle must not outlive this object, whose address
  /// it keeps; unretained is safe for that reason.
  func attach(to multi: UnsafeMutableRawPointer) -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return accord_curl_multi_set_sockets(multi, watchSocket, context) == CURLM_OK
      && accord_curl_multi_set_timer(multi, setTimer, context) == CURLM_OK
  }

  fileprivate func watch(_ socket: Int32, _ what: Int32) {
    let place = entries.firstIndex { $0.fd == socket }
    if what == CURL_POLL_REMOVE {
      guard let place else { return }
      entries.swapAt(place, entries.count - 1)
      entries.removeLast()
      return
    }
    let isRead = what & CURL_POLL_IN != 0
    let isWrite = what & CURL_POLL_OUT != 0
    let events = Int16((isRead ? POLLIN : 0) | (isWrite ? POLLOUT : 0))
    if let place {
      entries[place].events = events
    } else {
      entries.append(pollfd(fd: socket, events: events, revents: 0))
    }
  }

  fileprivate func setDeadline(milliseconds: Int) {
    deadline = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  }

  fileprivate static func from(_ context: UnsafeMutableRawPointer) -> Sockets {
    Unmanaged<Sockets>.fromOpaque(context).takeUnretainedValue()
  }
}

private func watchSocket(
  _ easy: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32,
  _ context: UnsafeMutableRawPointer?, _ unused: UnsafeMutableRawPointer?
) -> Int32 {
  if let context { Sockets.from(context).watch(socket, what) }
  return 0
}

private func setTimer(
  _ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  if let context { Sockets.from(context).setDeadline(milliseconds: milliseconds) }
  return 0
}
