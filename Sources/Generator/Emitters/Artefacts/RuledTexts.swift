import AccordModel

/// Texts within a string's rules, or outside of just one of them. Lengths count Unicode scalars.
struct RuledTexts {
  let rules: StringRules

  /// Longer texts are not made, so that a bound costs no more than a moment and a few bytes.
  static let lengthMax = 65_536

  init(_ rules: StringRules) {
    self.rules = rules
  }

  /// One to show: neither as short nor as long as can be, where there is a choice.
  var example: String { knownExample ?? plain(min(max(4, rules.minLength), most)) }

  /// Whether the text is one that stands for a format of which none is known within the rules.
  func isStopgap(_ text: String) -> Bool {
    rules.format != nil && knownExample == nil && text == example
  }

  private var most: Int { min(rules.maxLength ?? Self.lengthMax, Self.lengthMax) }

  private var knownExample: String? {
    let least = rules.minLength
    if let format = rules.format, rules.pattern == nil {
      let example = FormatTexts(format: format).example
      if (least...max(least, most)).contains(example.unicodeScalars.count) { return example }
    }
    if rules.pattern == nil, rules.format == nil { return plain(min(max(4, least), most)) }
    let texts = [4, 1, 0].lazy.compactMap { start -> String? in
      let first = max(least, start)
      return first > most ? nil : text(ofLengthFrom: first, to: min(most, first + 256))
    }
    return texts.first
  }

  /// Of exactly this length, within the pattern and the format, whatever the bounds of the length
  /// say; nil if there is none, or none is found in a moment.
  func text(ofLength length: Int) -> String? {
    guard (0...Self.lengthMax).contains(length) else { return nil }
    guard let format = rules.format else {
      guard let pattern = rules.pattern else { return plain(length) }
      return pattern.texts?.texts(ofLength: length).first
    }
    guard let text = FormatTexts(format: format).text(ofLength: length) else { return nil }
    return matchesPattern(text) ? text : nil
  }

  private func text(ofLengthFrom first: Int, to last: Int) -> String? {
    if rules.format == nil, let lengths = rules.pattern?.texts?.lengths(upTo: last) {
      return (first...last).first { lengths[$0] }.flatMap(text(ofLength:))
    }
    return (first...last).lazy.compactMap(text(ofLength:)).first
  }

  /// As `text(ofLength:)`, with characters beyond the Basic Multilingual Plane, which count as one;
  /// nil if the rules leave none.
  func wideText(ofLength length: Int) -> String? {
    guard (1...Self.lengthMax).contains(length), rules.format == nil else { return nil }
    guard let pattern = rules.pattern else { return String(repeating: "\u{1F600}", count: length) }
    let wide: [Unicode.Scalar] = ["\u{1F600}", "\u{20000}", "\u{10400}", "\u{1D7CE}"]
    let text = pattern.texts?.texts(ofLength: length, preferring: wide).first
    return text.flatMap { $0.unicodeScalars.contains { $0.value > 0xFFFF } ? $0 : nil }
  }

  /// Different texts within all the rules, as many as asked for if there are and are found.
  func texts(count: Int) -> [String] {
    let least = max(rules.minLength, String(count).count)
    if let format = rules.format {
      return FormatTexts(format: format).texts(count: count).filter(isWithin)
    }
    if let texts = rules.pattern?.texts {
      return patterned(count, texts, rules.minLength, most)
    }
    guard least <= most, rules.pattern == nil else { return [example] }
    return (0..<count).map { index in
      let digits = String(index)
      return plain(least - digits.count) + digits
    }
  }

  private func patterned(
    _ count: Int, _ texts: PatternTexts, _ least: Int, _ most: Int
  ) -> [String] {
    guard least <= most else { return [] }
    let last = min(most, least + 256)
    guard let lengths = texts.lengths(upTo: last) else { return [] }
    var found: [String] = []
    for length in least...last where lengths[length] && found.count < count {
      found += texts.texts(ofLength: length, count: count - found.count)
    }
    return found
  }

  /// Whether a text is within the lengths and the pattern; its format is not looked at.
  func isWithin(_ text: String) -> Bool {
    let length = text.unicodeScalars.count
    return length >= rules.minLength && length <= rules.maxLength ?? length && matchesPattern(text)
  }

  private func matchesPattern(_ text: String) -> Bool {
    guard let pattern = rules.pattern else { return true }
    return pattern.texts?.matches(text) ?? false
  }

  func plain(_ length: Int) -> String {
    guard length > 4 else { return String("text".prefix(max(0, length))) }
    return "text" + String(repeating: "t", count: length - 4)
  }
}
