/// One or more problems, ordered by path and position, each reported once.
package struct Diagnostics: Error, Sendable {
  package let all: [Diagnostic]

  /// Nil when there is nothing to report.
  package init?(_ problems: [Diagnostic]) {
    guard !problems.isEmpty else { return nil }
    all = Self.ordered(problems)
  }

  package init(_ problem: Diagnostic) {
    all = [problem]
  }

  private static func ordered(_ problems: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<SortKey> = []
    return problems.map { (SortKey($0), $0) }
      .filter { seen.insert($0.0).inserted }
      .sorted { $0.0 < $1.0 }
      .map(\.1)
  }
}

extension Diagnostics: CustomStringConvertible {
  package var description: String {
    all.map(\.description).joined()
  }
}

private struct SortKey: Hashable, Comparable {
  let path: String
  let position: SourcePosition
  let message: String

  init(_ diagnostic: Diagnostic) {
    path = diagnostic.path
    position = diagnostic.range?.start ?? SourcePosition(line: 0, column: 0)
    message = diagnostic.message
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    (a.path, a.position, a.message) < (b.path, b.position, b.message)
  }
}
