import AccordModel

/// The integers that rules leave, exactly: bounds may be those of 64 bits.
struct IntegerRange {
  private let rules: IntegerRules
  let least: Int128
  let greatest: Int128
  let step: Int128

  init(_ rules: IntegerRules) {
    self.rules = rules
    let width = Self.width(rules)
    least = max(rules.least.map { Int128($0) } ?? width.lowerBound, width.lowerBound)
    greatest = min(rules.greatest.map { Int128($0) } ?? width.upperBound, width.upperBound)
    step = Int128(max(1, rules.multipleOf ?? 1))
  }

  static func width(_ rules: IntegerRules) -> ClosedRange<Int128> {
    switch rules.width {
    case .int32: Int128(Int32.min)...Int128(Int32.max)
    case .int64: Int128(Int64.min)...Int128(Int64.max)
    }
  }

  func contains(_ value: Int128) -> Bool {
    value >= least && value <= greatest && value.isMultiple(of: step)
  }

  func multiple(notAbove value: Int128) -> Int128 {
    let remainder = value % step
    return value - (remainder < 0 ? remainder + step : remainder)
  }

  func multiple(notBelow value: Int128) -> Int128 { -multiple(notAbove: -value) }

  /// One to show: the first from the minimum on, else a small one.
  var example: Int128 {
    let wanted = rules.least == nil ? min(step, greatest) : least
    let value = multiple(notBelow: wanted)
    return contains(value) ? value : multiple(notAbove: wanted)
  }

  /// Different ones, as many as asked for if there are.
  func values(count: Int) -> [Int128] {
    let first = rules.least == nil && greatest >= step ? step : multiple(notBelow: least)
    let values = (0..<count).map { first + Int128($0) * step }
    if values.last.map({ $0 <= greatest }) ?? true { return values }
    let last = multiple(notAbove: greatest)
    return (0..<count).map { last - Int128($0) * step }.filter { $0 >= least }
  }
}

struct IntegerProbes {
  let rules: IntegerRules
  let place: Place
  /// A valid one.
  let example: Int128

  private var range: IntegerRange { IntegerRange(rules) }

  var probes: [Probe] { lower + upper + steps + kinds }

  private var lower: [Probe] {
    let width = IntegerRange.width(rules)
    if let bound = rules.exclusiveMinimum, bound >= width.lowerBound {
      return exclusive(
        "exclusiveMinimum", bound, inside: range.multiple(notBelow: range.least),
        outside: range.multiple(notAbove: Int128(bound)), "more than")
    }
    let isWidth = rules.least.map { Int128($0) <= width.lowerBound } ?? true
    let rule = isWidth ? "format" : "minimum"
    let (inside, outside) = (
      range.multiple(notBelow: range.least), range.multiple(notAbove: range.least - 1)
    )
    var probes: [Probe] = []
    if range.contains(inside) {
      probes.append(accepted(rule, isWidth ? "at-least" : "at", inside, range.least, "least"))
    }
    let words = step(outside, range.least, "less than")
    probes.append(refused(rule, "below", words, "\(outside)"))
    return probes
  }

  private var upper: [Probe] {
    let width = IntegerRange.width(rules)
    if let bound = rules.exclusiveMaximum, bound <= width.upperBound {
      return exclusive(
        "exclusiveMaximum", bound, inside: range.multiple(notAbove: range.greatest),
        outside: range.multiple(notBelow: Int128(bound)), "less than")
    }
    let isWidth = rules.greatest.map { Int128($0) >= width.upperBound } ?? true
    let rule = isWidth ? "format" : "maximum"
    let (inside, outside) = (
      range.multiple(notAbove: range.greatest), range.multiple(notBelow: range.greatest + 1)
    )
    var probes: [Probe] = []
    if range.contains(inside) {
      let id = isWidth ? "at-greatest" : "at"
      probes.append(accepted(rule, id, inside, range.greatest, "greatest"))
    }
    let words = step(outside, range.greatest, "more than")
    probes.append(refused(rule, "above", words, "\(outside)"))
    return probes
  }

  /// As for numbers: the nearest that is within the bound, and the bound itself.
  private func exclusive(
    _ rule: String, _ bound: Int, inside: Int128, outside: Int128, _ relation: String
  ) -> [Probe] {
    var probes: [Probe] = []
    if range.contains(inside) {
      let words = "\(inside), \(relation) \(bound)"
      probes.append(.accepted(rule, "inside", words, .number("\(inside)"), at: place))
    }
    let words = outside == bound ? "exactly \(bound)" : "\(outside), not \(relation) \(bound)"
    probes.append(refused(rule, "at", words, "\(outside)"))
    return probes
  }

  private func step(_ value: Int128, _ bound: Int128, _ relation: String) -> String {
    abs(value - bound) == 1 ? "one \(relation) \(bound)" : "\(value), \(relation) \(bound)"
  }

  private var steps: [Probe] {
    guard range.step > 1 else { return [] }
    var probes: [Probe] = []
    let inside = [example + range.step, example - range.step, example].first(where: range.contains)
    if let inside {
      let words = "\(inside), a multiple of \(range.step)"
      probes.append(.accepted("multipleOf", "at", words, .number("\(inside)"), at: place))
    }
    let outside = [example + 1, example - 1, range.least, range.least + 1].first {
      $0 >= range.least && $0 <= range.greatest && !$0.isMultiple(of: range.step)
    }
    if let outside {
      let words = "\(outside), no multiple of \(range.step)"
      probes.append(refused("multipleOf", "beside", words, "\(outside)"))
    }
    return probes
  }

  /// 1.0 is an integer (JSON Schema 2020-12 validation, 6.1.1).
  private var kinds: [Probe] {
    var probes: [Probe] = []
    if range.contains(example) {
      let whole = "\(example).0"
      probes.append(.accepted("type", "whole", whole, .number(whole), at: place))
    }
    return probes + [refused("type", "fraction", "\(example).5", "\(example).5")]
  }

  private func accepted(
    _ rule: String, _ id: String, _ value: Int128, _ bound: Int128, _ superlative: String
  ) -> Probe {
    let words =
      value == bound
      ? "exactly \(bound)" : "\(value), the \(superlative) multiple of \(range.step) allowed"
    return .accepted(rule, id, words, .number("\(value)"), at: place)
  }

  private func refused(_ rule: String, _ id: String, _ words: String, _ text: String) -> Probe {
    .refused(rule, id, words, .number(text), at: place)
  }
}
