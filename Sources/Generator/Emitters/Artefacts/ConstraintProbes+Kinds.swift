import AccordModel

/// A value of every kind that is not allowed.
struct KindProbes {
  let kinds: Set<Value.Kind>
  let place: Place
  /// A valid one.
  let example: Value

  var probes: [Probe] {
    let expected = Value.Kind.allCases.filter { kinds.contains($0) && $0 != .null }
    let words = expected.map(\.words).joined(separator: " or ")
    return Value.Kind.allCases.filter { !kinds.contains($0) }.map { kind in
      .refused(
        "type", kind.rawValue, "\(kind.words) instead of \(words)", value(kind), at: place)
    }
  }

  /// As near to the example as that kind comes.
  private func value(_ kind: Value.Kind) -> Value {
    switch kind {
    case .null: .null
    case .boolean: true
    case .number: 1
    case .string: .string(quoted)
    case .array: [example]
    case .object: [:]
    }
  }

  /// A number or flag in quotes.
  private var quoted: String {
    switch example {
    case .number(let text): text
    case .boolean(let flag): "\(flag)"
    case .null, .string, .array, .object: "text"
    }
  }
}

/// The first and the last value of a fixed set, and one that is not in it.
struct EnumerationProbes {
  let values: [Value]
  let foreign: [(id: String, value: Value)]
  let place: Place

  init(texts: [String], place: Place) {
    var foreign = [(id: "foreign", value: Value.string(Self.text(notIn: texts)))]
    if let first = texts.first {
      let changed = first.uppercased() == first ? first.lowercased() : first.uppercased()
      if !texts.contains(changed) { foreign.append(("case", .string(changed))) }
    }
    values = texts.map { .string($0) }
    self.foreign = foreign
    self.place = place
  }

  init(integers: [Int], place: Place) {
    values = integers.map { .integer($0) }
    foreign = [
      ("foreign", .integer(Self.integer(notIn: integers))),
      ("fraction", .number("\(integers.first ?? 0).5")),
    ]
    self.place = place
  }

  /// One above the greatest; where there is none, the first from zero on that is free.
  private static func integer(notIn integers: [Int]) -> Int {
    let greatest = integers.max() ?? 0
    guard greatest == Int.max else { return greatest + 1 }
    let known = Set(integers)
    return (0...).first { !known.contains($0) } ?? 0
  }

  private static func text(notIn texts: [String]) -> String {
    var text = "unknown"
    while texts.contains(text) { text += "x" }
    return text
  }

  var probes: [Probe] {
    let rule = values.count == 1 ? "const" : "enum"
    let edges = [("first", values.first), ("last", values.count > 1 ? values.last : nil)]
    let inside = edges.compactMap { id, value -> Probe? in
      value.map { .accepted(rule, id, $0.shownText, $0, at: place) }
    }
    return inside
      + foreign.map { id, value in
        .refused(
          id == "fraction" ? "type" : rule, id, value.shownText, value, at: place)
      }
  }
}

extension Value {
  /// A scalar for people: texts in single quotes.
  fileprivate var shownText: String {
    guard case .string(let text) = self else { return jsonText }
    return "'\(text)'"
  }
}
