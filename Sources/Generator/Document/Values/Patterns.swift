import AccordPattern

/// Every pattern of a contract, compiled once: for the rule that refuses, the values that are checked, and the
/// code that is generated.
struct Patterns: Sendable {
  private let compiled: [String: Result<Pattern, PatternError>]

  init(of schemas: [Schema]) {
    var compiled: [String: Result<Pattern, PatternError>] = [:]
    for source in schemas.compactMap(\.strings.pattern) where compiled[source] == nil {
      compiled[source] = Self.compile(source)
    }
    self.compiled = compiled
  }

  private static func compile(_ source: String) -> Result<Pattern, PatternError> {
    do throws(PatternError) {
      return .success(try Pattern(source))
    } catch {
      return .failure(error)
    }
  }

  func pattern(_ source: String) -> Pattern? { try? compiled[source]?.get() }

  func problem(_ source: String) -> PatternError? {
    if case .failure(let error)? = compiled[source] { error } else { nil }
  }
}
