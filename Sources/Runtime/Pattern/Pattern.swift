/// A JSON Schema `pattern`, compiled into an automaton when the code was generated.
///
/// Matching looks at each byte once, stops as soon as the answer is certain, and allocates nothing.
/// The pattern is not anchored: it matches anywhere in a text, as JSON Schema 2020-12 section 6.3.3
/// says. Loading the automaton takes longer than matching with it, so keep it in a `static let`.
public struct Pattern: Sendable {
  // One reference, because rules are made anew for each value, and copying them would retain and
  // release the source and each array of the table.
  private let storage: Storage

  /// The pattern as written in the contract, for messages.
  public var source: String { storage.source }

  /// - Parameter automaton: what the code generator wrote. White space in it is skipped. Any other
  ///   text than the generator's own makes a pattern that matches nothing.
  public init(_ source: String, automaton: String) {
    storage = Storage(source, PatternTable(reading: automaton.utf8) ?? .matchingNothing)
  }

  /// Whether the pattern matches somewhere in `text`.
  public func matches(_ text: String) -> Bool {
    // The closure does not let the buffer escape; a native string lends its own storage.
    let answer = text.utf8.withContiguousStorageIfAvailable { matches($0.span) }
    return answer ?? matches(Array(text.utf8))
  }

  /// Whether the pattern matches somewhere in the text that `utf8` holds. A byte that is not part
  /// of well-formed UTF-8 counts as U+FFFD.
  public func matches(_ utf8: [UInt8]) -> Bool { matches(utf8.span) }

  /// As `matches(_:)` for an array, without a copy of the bytes.
  public func matches(_ utf8: Span<UInt8>) -> Bool { storage.table.matches(utf8) }

  private final class Storage: Sendable {
    let source: String
    let table: PatternTable

    init(_ source: String, _ table: PatternTable) {
      self.source = source
      self.table = table
    }
  }
}
