import AccordYAML

extension ObjectReader {
  func string(_ key: String) -> String? {
    value(key).flatMap { string(in: $0, key) }
  }

  func requiredString(_ key: String) -> String {
    requiredValue(key).flatMap { string(in: $0, key) } ?? ""
  }

  private func string(in value: Node, _ key: String) -> String? {
    guard value.string == nil else { return value.string }
    wrongKind(key, value, expected: "a string")
    return nil
  }

  func bool(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .bool(let flag)? = value.scalar?.kind { return flag }
    wrongKind(key, value, expected: "a boolean")
    return nil
  }

  /// An integer that fits in 64 bits; negative ones are a rule's business.
  func integer(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = ExactNumber(value), number.isInteger else {
      wrongNumber(key, value, expected: "an integer")
      return nil
    }
    if number.int == nil { log.error(at: value.range, "'\(key)' is too large") }
    return number.int
  }

  func number(_ key: String) -> ExactNumber? {
    guard let value = value(key) else { return nil }
    if let number = ExactNumber(value) { return number }
    if key.hasPrefix("exclusive"), value.kindName == "a boolean" {
      log.error(
        at: value.range, "'\(key)' must be a number; OpenAPI 3.1 puts the bound itself here")
    } else {
      wrongNumber(key, value, expected: "a number")
    }
    return nil
  }

  /// Some numbers of YAML are none in JSON, which does not make them something else.
  private func wrongNumber(_ key: String, _ value: Node, expected: String) {
    guard let scalar = value.scalar, ExactNumber(value) == nil else {
      return wrongKind(key, value, expected: expected)
    }
    switch scalar.kind {
    case .int: log.error(at: value.range, "'\(key)' is too large")
    case .float: log.error(at: value.range, "'\(key)' must be finite, not '\(scalar.text)'")
    case .null, .bool, .string: wrongKind(key, value, expected: expected)
    }
  }

  /// One of the raw values of an enumeration.
  func choice<Choice>(_ key: String, _ type: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let value = value(key), let text = string(in: value, key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    let hint = suggestion(for: text, among: all)
    let names = all.map { "'\($0)'" }.joined(separator: ", ")
    log.error(at: value.range, "'\(key)' must be one of \(names), not '\(text)'\(hint)")
    return nil
  }

  func strings(_ key: String) -> [String]? {
    sequence(key)?.compactMap { string(in: $0, key) }
  }

  func sequence(_ key: String) -> [Node]? {
    guard let value = value(key) else { return nil }
    if let nodes = value.sequence { return nodes }
    wrongKind(key, value, expected: "a sequence")
    return nil
  }
}
