/// Texts that an automaton accepts, or refuses, of a length that is asked for.
///
/// A text of `length` characters is found in steps proportional to the length times the table of
/// transitions, and none is found, as though there were none, where that is more than a moment.
package struct AutomatonTexts: Sendable {
  private let automaton: Automaton
  /// The characters that texts are made of, those to use first in front.
  private let letters: [(scalar: Unicode.Scalar, class: Int)]
  /// The classes that have characters; one of nothing but surrogates has none.
  private let usableClasses: [Int]

  private static let stepsMax = 64_000_000
  private static let cellsMax = 16_000_000

  /// - Parameter first: Characters to prefer to plain ASCII.
  package init(of automaton: Automaton, preferring first: [Unicode.Scalar] = []) {
    self.automaton = automaton
    letters = Letters.ordered(for: automaton, first)
    usableClasses = Set(letters.map(\.class)).sorted()
  }

  /// The first few texts of exactly `length` Unicode scalars, all different, that the automaton
  /// accepts or, with `accepted` false, refuses; empty if there is none.
  package func texts(ofLength length: Int, accepted: Bool = true, count: Int = 1) -> [String] {
    guard length >= 0, isAffordable(length),
      let reachable = table(length, accepted: accepted), reachable[length][automaton.start]
    else { return [] }
    var walk = Walk(places: [], state: automaton.start)
    var texts: [String] = []
    repeat {
      complete(&walk, to: length, reachable)
      texts.append(text(of: walk))
    } while texts.count < count && advance(&walk, length, reachable)
    return texts
  }

  /// The lengths from 0 to `last` of texts that the automaton accepts, as flags; nil if it costs too
  /// much to tell.
  package func lengths(upTo last: Int) -> [Bool]? {
    guard last >= 0, isAffordable(last) else { return nil }
    var row = automaton.accepting
    var lengths = [row[automaton.start]]
    for _ in 0..<last {
      row = self.row(before: row)
      lengths.append(row[automaton.start])
    }
    return lengths
  }

  private func isAffordable(_ length: Int) -> Bool {
    length < Self.stepsMax / max(1, automaton.transitions.count)
  }

  /// For each number of characters still to come, up to `length`, the states from which a text can
  /// end as it should.
  private func table(_ length: Int, accepted: Bool) -> [[Bool]]? {
    guard length < Self.cellsMax / max(1, automaton.accepting.count) else { return nil }
    var rows = [automaton.accepting.map { $0 == accepted }]
    rows.reserveCapacity(length + 1)
    for index in 0..<length { rows.append(row(before: rows[index])) }
    return rows
  }

  private func row(before row: [Bool]) -> [Bool] {
    row.indices.map { state in
      usableClasses.contains { row[target(of: state, $0)] }
    }
  }

  private func target(of state: Int, _ number: Int) -> Int {
    Int(automaton.transitions[state * automaton.classCount + number])
  }
}

// Walking through the table: every step that it allows leads to a text, so no step is taken back
// but to find the next text.
extension AutomatonTexts {
  private struct Walk {
    /// For each character so far, where it stands among the letters, and the state before it.
    var places: [(letter: Int, before: Int)]
    var state: Int
  }

  private func complete(_ walk: inout Walk, to length: Int, _ reachable: [[Bool]]) {
    while walk.places.count < length {
      guard step(&walk, from: 0, reachable[length - walk.places.count - 1]) else { return }
    }
  }

  private func step(_ walk: inout Walk, from first: Int, _ allowed: [Bool]) -> Bool {
    for letter in first..<letters.count {
      let next = target(of: walk.state, letters[letter].class)
      guard allowed[next] else { continue }
      walk.places.append((letter, walk.state))
      walk.state = next
      return true
    }
    return false
  }

  /// Changes the last character that can be another one.
  private func advance(_ walk: inout Walk, _ length: Int, _ reachable: [[Bool]]) -> Bool {
    while let last = walk.places.popLast() {
      walk.state = last.before
      let allowed = reachable[length - walk.places.count - 1]
      if step(&walk, from: last.letter + 1, allowed) { return true }
    }
    return false
  }

  private func text(of walk: Walk) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: walk.places.lazy.map { letters[$0.letter].scalar })
    return String(text)
  }
}

/// Which characters stand for the classes of an automaton.
private enum Letters {
  /// Letters, digits, signs that need no escape anywhere, other signs, and what cannot be seen.
  static let known: [Unicode.Scalar] =
    scalars("a"..."z") + scalars("A"..."Z") + scalars("0"..."9")
    + Array("-_.~!*+,;:@$'()=?|^`{}[]#%\\/\"&<> éßжλ中あ\u{1F600}\u{20000}\t\n\r".unicodeScalars)

  private static func scalars(_ range: ClosedRange<Unicode.Scalar>) -> [Unicode.Scalar] {
    (range.lowerBound.value...range.upperBound.value).compactMap { Unicode.Scalar($0) }
  }

  static func ordered(
    for automaton: Automaton, _ first: [Unicode.Scalar]
  ) -> [(scalar: Unicode.Scalar, class: Int)] {
    let others = known.filter { !first.contains($0) }
    let known = (first + others).map { ($0, automaton.classNumber(of: $0.value)) }
    var seen = Set(known.map(\.1))
    var unnamed: [(Unicode.Scalar, Int)] = []
    for (index, number) in automaton.classes.enumerated() where !seen.contains(Int(number)) {
      let last =
        index + 1 < automaton.classStarts.count ? automaton.classStarts[index + 1] - 1 : 0x10FFFF
      guard let scalar = scalar(in: automaton.classStarts[index]...last) else { continue }
      seen.insert(Int(number))
      unnamed.append((scalar, Int(number)))
    }
    return known + unnamed.filter { !$0.0.isControl } + unnamed.filter(\.0.isControl)
  }

  /// A character that a text can hold, not a control if there is another.
  private static func scalar(in range: ClosedRange<UInt32>) -> Unicode.Scalar? {
    let places = [range.lowerBound, 0x20, 0x7F, 0xA1, 0xE000, range.upperBound]
    let scalars = places.filter(range.contains).compactMap { Unicode.Scalar($0) }
    return scalars.first { !$0.isControl } ?? scalars.first
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
