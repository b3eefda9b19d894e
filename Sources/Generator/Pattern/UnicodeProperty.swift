/// The sets behind `\p{…}`, from the properties the standard library knows.
enum UnicodeProperty {
  /// `expression` is what stands between the braces; nil where it names nothing that is known.
  static func set(named expression: String) -> ScalarSet? {
    let parts = expression.split(separator: "=", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "gc" || parts[0] == "General_Category" {
      return categorySet(String(parts[1]))
    }
    guard parts.count == 1 else { return nil }
    return categorySet(expression) ?? binarySet(expression)
  }

  private static func categorySet(_ name: String) -> ScalarSet? {
    let short = longNames[name] ?? name
    if short == "LC" { return ScalarSet(runs(where: { ["Lu", "Ll", "Lt"].contains($0) })) }
    guard shortNames.contains(short) else { return nil }
    return ScalarSet(runs(where: { short.utf8.count == 1 ? $0.hasPrefix(short) : $0 == short }))
  }

  private static func runs(where holds: (String) -> Bool) -> [ClosedRange<UInt32>] {
    categoryRuns.filter { holds($0.category) }.map(\.range)
  }

  private static func binarySet(_ name: String) -> ScalarSet? {
    switch name {
    case "Any": return .all
    case "ASCII": return ScalarSet(0...0x7F)
    case "Assigned": return categorySet("Cn")?.inverted
    default: break
    }
    guard let property = binaryProperties[name] else { return nil }
    var ranges: [ClosedRange<UInt32>] = []
    for run in categoryRuns {
      for value in run.range {
        guard let scalar = Unicode.Scalar(value), property(scalar.properties) else { continue }
        ranges.append(value...value)
      }
    }
    return ScalarSet(ranges)
  }

  private static let shortNames = Set(longNames.values)

  /// Maximal runs of code points of one general category. Planes 4 to 13 are unassigned, and the
  /// two private-use planes uniform, so they are not walked.
  private static let categoryRuns: [(range: ClosedRange<UInt32>, category: String)] = {
    var runs: [(range: ClosedRange<UInt32>, category: String)] = []
    func add(_ range: ClosedRange<UInt32>, _ category: String) {
      if let previous = runs.last, previous.category == category {
        runs[runs.count - 1].range = previous.range.lowerBound...range.upperBound
      } else {
        runs.append((range, category))
      }
    }
    for value in UInt32(0)...0x3FFFF { add(value...value, category(of: value)) }
    add(0x40000...0xDFFFF, "Cn")
    for value in UInt32(0xE0000)...0xE0FFF { add(value...value, category(of: value)) }
    add(0xE1000...0xEFFFF, "Cn")
    for plane in [UInt32(0xF0000), 0x100000] {
      add(plane...plane + 0xFFFD, "Co")
      add(plane + 0xFFFE...plane + 0xFFFF, "Cn")
    }
    return runs
  }()

  private static func category(of value: UInt32) -> String {
    guard let scalar = Unicode.Scalar(value) else { return "Cs" }
    return shortName(scalar.properties.generalCategory)
  }
}
