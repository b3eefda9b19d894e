import Foundation

/// How many files and sockets the process may have open.
enum DescriptorLimit {
  /// Raises it to the most that the system lets the process have, as servers do: the lower one is
  /// for programs that cannot count so far. Returns what it is then.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 256 }
    var raised = limit
    raised.rlim_cur = limit.rlim_max
    if setrlimit(resource, &raised) == 0 { limit = raised }
    return Int(clamping: limit.rlim_cur)
  }

  /// What each of several servers may have open, so that all of them together leave enough for the
  /// store, the calls of one service to another, and the log.
  ///
  /// - Parameter servers: at least 1
  static func connectionsMax(descriptors: Int, servers: Int) -> Int {
    max(1, (descriptors - min(descriptors / 2, 512)) / servers)
  }

  #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif
}
