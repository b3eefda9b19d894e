import AccordModel

/// The probes of a string. Bounds above `RuledTexts.lengthMax` are not tried.
struct StringProbes {
  let rules: StringRules
  let place: Place
  /// A valid text.
  let example: String

  private var texts: RuledTexts { RuledTexts(rules) }
  private var most: Int { rules.maxLength ?? Int.max }

  var probes: [Probe] { shortest + longest + pattern + format }

  private var shortest: [Probe] {
    let bound = rules.minLength
    guard bound > 0, bound <= RuledTexts.lengthMax else { return [] }
    var probes: [Probe] = []
    if bound <= most, let text = texts.text(ofLength: bound) {
      probes.append(accepted("minLength", "at", Self.exactly(bound), text))
    }
    let short = texts.text(ofLength: bound - 1) ?? texts.plain(bound - 1)
    let words = bound == 1 ? "empty" : "one character shorter than \(bound)"
    probes.append(refused("minLength", "below", words, short))
    // Counted in UTF-16 it would be long enough.
    if bound > 1, let wide = texts.wideText(ofLength: bound - 1) {
      let wideWords = words + ", with characters beyond the Basic Multilingual Plane"
      probes.append(refused("minLength", "below-wide", wideWords, wide))
    }
    return probes
  }

  private var longest: [Probe] {
    guard let bound = rules.maxLength, (0...RuledTexts.lengthMax).contains(bound) else { return [] }
    var probes: [Probe] = []
    if bound >= rules.minLength {
      if let text = texts.text(ofLength: bound) {
        probes.append(accepted("maxLength", "at", Self.exactly(bound), text))
      }
      if let wide = texts.wideText(ofLength: bound) {
        let words = Self.exactly(bound) + ", with characters beyond the Basic Multilingual Plane"
        probes.append(accepted("maxLength", "at-wide", words, wide))
      }
    }
    let long = texts.text(ofLength: bound + 1) ?? texts.plain(bound + 1)
    probes.append(refused("maxLength", "above", "one character longer than \(bound)", long))
    return probes
  }

  private static func exactly(_ length: Int) -> String {
    "exactly \(counted(length, "character")) long"
  }

  private func accepted(_ rule: String, _ id: String, _ words: String, _ text: String) -> Probe {
    .accepted(rule, id, words, .string(text), at: place)
  }

  private func refused(_ rule: String, _ id: String, _ words: String, _ text: String) -> Probe {
    .refused(rule, id, words, .string(text), at: place)
  }
}

extension StringProbes {
  private var pattern: [Probe] {
    guard let texts = rules.pattern?.texts else { return [] }
    var probes: [Probe] = []
    if self.texts.isWithin(example) {
      probes.append(accepted("pattern", "inside", "matching the pattern", example))
    }
    if let text = changed(texts) ?? unmatched(texts) {
      probes.append(refused("pattern", "outside", "not matching the pattern", text))
    }
    // `$` is the end of the text, not a place before its last line feed (ECMA-262, 22.2.2.4).
    let line = example + "\n"
    if line.unicodeScalars.count <= most, !texts.matches(line) {
      probes.append(refused("pattern", "line-feed", "with a line feed at its end", line))
    }
    return probes
  }

  /// The example with one character that makes the pattern refuse it.
  private func changed(_ texts: PatternTexts) -> String? {
    let scalars = Array(example.unicodeScalars)
    guard scalars.count >= rules.minLength, scalars.count <= most, scalars.count <= 4096 else {
      return nil
    }
    let others: [Unicode.Scalar] = [" ", "!", "@", "/", "-", "a", "A", "0", "é", "\u{7F}", "\u{1}"]
    for other in others {
      for index in [scalars.count / 2, 0, scalars.count - 1]
      where scalars.indices.contains(index) {
        var changed = String.UnicodeScalarView()
        changed.append(contentsOf: scalars[..<index] + [other] + scalars[(index + 1)...])
        if !texts.matches(String(changed)) { return String(changed) }
      }
    }
    return nil
  }

  /// Any text of a good length that the pattern refuses.
  private func unmatched(_ texts: PatternTexts) -> String? {
    let last = min(most, RuledTexts.lengthMax)
    guard rules.minLength <= last else { return nil }
    let lengths = [example.unicodeScalars.count, rules.minLength, rules.minLength + 1].map {
      min(max($0, rules.minLength), last)
    }
    return lengths.lazy.compactMap { texts.texts(ofLength: $0, matching: false).first }.first
  }

  private var format: [Probe] {
    guard let format = rules.format else { return [] }
    let texts = FormatTexts(format: format)
    let unusual = texts.unusual.filter { self.texts.isWithin($0.text) }.map {
      accepted("format", "inside-\($0.id)", "'\($0.text)'", $0.text)
    }
    var missed = texts.missed.filter { self.texts.isWithin($0.text) }
    // Where the other rules let none pass, one that breaks them too.
    if missed.isEmpty { missed = Array(texts.missed.prefix(1)) }
    return unusual
      + missed.map { refused("format", "outside-\($0.id)", "'\($0.text)'", $0.text) }
  }
}
