import AccordModel

/// The probes of a number. A bound of more than 38 digits is not tried.
struct NumberProbes {
  let rules: NumberRules
  let place: Place
  /// A valid one.
  let example: DecimalNumber?

  private var range: NumberRange { NumberRange(rules) }

  var probes: [Probe] {
    inclusive("minimum", range.minimum, isLower: true)
      + inclusive("maximum", range.maximum, isLower: false)
      + exclusive("exclusiveMinimum", range.exclusiveMinimum, isLower: true)
      + exclusive("exclusiveMaximum", range.exclusiveMaximum, isLower: false)
      + steps + width
  }

  /// Only where no bound is nearer, and no step asks for more.
  private var width: [Probe] {
    guard rules == NumberRules(isFloat: true) else { return [] }
    return [
      .accepted(
        "format", "at", "the greatest of 32 bits", .number("3.4028234663852886e38"), at: place),
      .refused("format", "above", "1e39, which 32 bits do not hold", .number("1e39"), at: place),
    ]
  }

  private func inclusive(_ rule: String, _ bound: DecimalNumber?, isLower: Bool) -> [Probe] {
    guard let bound else { return [] }
    var probes: [Probe] = []
    if range.contains(bound) {
      probes.append(accepted(rule, "at", "exactly \(bound.text)", bound))
    } else if let inside = range.inside(bound, isAbove: isLower) {
      probes.append(accepted(rule, "at", "\(inside.text), the nearest to \(bound.text)", inside))
    }
    if let outside = range.neighbour(of: bound, isAbove: !isLower) {
      let words = "\(outside.text), \(isLower ? "less" : "more") than \(bound.text)"
      probes.append(refused(rule, isLower ? "below" : "above", words, outside))
    }
    return probes
  }

  private func exclusive(_ rule: String, _ bound: DecimalNumber?, isLower: Bool) -> [Probe] {
    guard let bound else { return [] }
    var probes: [Probe] = []
    if let inside = range.inside(bound, isAbove: isLower) {
      let words = "\(inside.text), \(isLower ? "more" : "less") than \(bound.text)"
      probes.append(accepted(rule, "inside", words, inside))
    }
    probes.append(refused(rule, "at", "exactly \(bound.text)", bound))
    return probes
  }

  private var steps: [Probe] {
    guard let step = range.step, let start = example ?? range.example else { return [] }
    var probes: [Probe] = []
    let inside = [start.adding(step), start.subtracting(step), start].compactMap(\.self)
      .first(where: range.contains)
    if let inside {
      let words = "\(inside.text), a multiple of \(step.text)"
      probes.append(accepted("multipleOf", "at", words, inside))
    }
    let unit = step.unit(shiftedBy: -1)
    let outside = [start.adding(unit), start.subtracting(unit)].compactMap(\.self).first {
      isWithinBounds($0) && $0.isMultiple(of: step) == false
    }
    if let outside {
      let words = "\(outside.text), no multiple of \(step.text)"
      probes.append(refused("multipleOf", "beside", words, outside))
    }
    return probes
  }

  private func isWithinBounds(_ value: DecimalNumber) -> Bool {
    var bounds = rules
    bounds.multipleOf = nil
    return NumberRange(bounds).contains(value)
  }

  private func accepted(
    _ rule: String, _ id: String, _ words: String, _ value: DecimalNumber
  ) -> Probe {
    .accepted(rule, id, words, .number(value.text), at: place)
  }

  private func refused(
    _ rule: String, _ id: String, _ words: String, _ value: DecimalNumber
  ) -> Probe {
    .refused(rule, id, words, .number(value.text), at: place)
  }
}
