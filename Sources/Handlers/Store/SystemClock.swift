import FoundationEssentials

/// The machine's clock.
public enum SystemClock {
  public static let seconds: StoreClock = { Int64(Date().timeIntervalSince1970) }
}
