import AccordModel

/// The numbers that rules leave. Services compare them as floating-point numbers, so two count as
/// different only if they are different as such.
struct NumberRange {
  /// Those bounds that are given and can be held exactly.
  let minimum: DecimalNumber?
  let maximum: DecimalNumber?
  let exclusiveMinimum: DecimalNumber?
  let exclusiveMaximum: DecimalNumber?
  let step: DecimalNumber?
  /// Whether no rule was left out because it cannot be held.
  let isExact: Bool

  init(_ rules: NumberRules) {
    let texts = [
      rules.minimum, rules.maximum, rules.exclusiveMinimum, rules.exclusiveMaximum,
      rules.multipleOf,
    ]
    let numbers = texts.map { $0.flatMap(DecimalNumber.init) }
    (minimum, maximum, exclusiveMinimum, exclusiveMaximum, step) = (
      numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]
    )
    isExact = zip(texts, numbers).allSatisfy { ($0 == nil) == ($1 == nil) }
  }

  /// False too where it cannot be told.
  func contains(_ value: DecimalNumber) -> Bool {
    guard isExact, value.double.isFinite else { return false }
    return minimum.map { value.double >= $0.double } ?? true
      && maximum.map { value.double <= $0.double } ?? true
      && exclusiveMinimum.map { value.double > $0.double } ?? true
      && exclusiveMaximum.map { value.double < $0.double } ?? true
      && step.map { value.isMultiple(of: $0) ?? false } ?? true
  }

  /// The nearest number above or below one that differs from it, in steps of its last digit or, where
  /// there is one, the rules' step.
  func neighbour(of value: DecimalNumber, isAbove: Bool) -> DecimalNumber? {
    if let step {
      let nearest = value.multiple(of: step, isAbove: isAbove)
      if let nearest, nearest.double != value.double { return nearest }
      return moved(nearest ?? value, by: step, isAbove).flatMap {
        $0.double == value.double ? nil : $0
      }
    }
    let moves = (0..<40).lazy.compactMap { moved(value, by: value.unit(shiftedBy: $0), isAbove) }
    return moves.first { $0.double != value.double }
  }

  /// The same, as far as needed nearer to the number to be within the rules; nil if none is.
  func inside(_ value: DecimalNumber, isAbove: Bool) -> DecimalNumber? {
    if let near = neighbour(of: value, isAbove: isAbove), contains(near) { return near }
    guard step == nil else { return nil }
    let moves = (1..<20).lazy.compactMap { moved(value, by: value.unit(shiftedBy: -$0), isAbove) }
    return moves.first(where: contains)
  }

  private func moved(
    _ value: DecimalNumber, by step: DecimalNumber, _ isAbove: Bool
  ) -> DecimalNumber? {
    isAbove ? value.adding(step) : value.subtracting(step)
  }

  /// One to show: a bound, or the nearest to it.
  var example: DecimalNumber? {
    let bounds = [minimum, maximum, step, DecimalNumber(1), DecimalNumber(0)].compactMap(\.self)
    if let bound = bounds.first(where: contains) { return bound }
    for bound in [minimum, exclusiveMinimum].compactMap(\.self) {
      if let value = inside(bound, isAbove: true) { return value }
    }
    for bound in [maximum, exclusiveMaximum].compactMap(\.self) {
      if let value = inside(bound, isAbove: false) { return value }
    }
    return nil
  }

  /// Different ones, as many as asked for if there are and they are found.
  func values(count: Int) -> [DecimalNumber] {
    guard let first = example else { return [] }
    let units = step.map { [$0] } ?? [0, -3, -6].map { first.unit(shiftedBy: $0) }
    for unit in units {
      for isAbove in [true, false] {
        var values = [first]
        while values.count < count, let last = values.last,
          let next = moved(last, by: unit, isAbove), contains(next)
        { values.append(next) }
        if values.count == count { return values }
      }
    }
    return [first]
  }
}
