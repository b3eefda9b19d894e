/// Reads ECMA-262 pattern syntax (section 22.2.1) into `Syntax`.
struct PatternReader {
  let scalars: [Unicode.Scalar]
  var position = 0
  private var nesting = 0

  static func read(_ source: String) throws(PatternError) -> Syntax {
    var reader = PatternReader(scalars: Array(source.unicodeScalars))
    let syntax = try reader.choice()
    // Only a group's end stops a choice early, and here no group is open.
    if reader.peek() != nil { throw reader.error("')' closes no group") }
    return syntax
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func choice() throws(PatternError) -> Syntax {
    var alternatives = [try sequence()]
    while accept("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(PatternError) -> Syntax {
    var terms: [Syntax] = []
    while let next = peek(), next != "|", next != ")" { terms.append(try term()) }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  private mutating func term() throws(PatternError) -> Syntax {
    let atom = try atom()
    let start = position
    guard let (min, max) = try quantifier() else { return atom }
    if case .assertion = atom { throw error("nothing to repeat", at: start) }
    return .repetition(atom, min: min, max: max)
  }

  private mutating func atom() throws(PatternError) -> Syntax {
    let start = position
    switch advance() {
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case ".": return .set(ScalarSet.lineTerminators.inverted)
    case "[": return .set(try characterClass(from: start))
    case "(": return try group(from: start)
    case "\\": return try escape(from: start)
    case "*", "+", "?": throw error("nothing to repeat", at: start)
    case "{":
      position = start
      if try quantifier() != nil { throw error("nothing to repeat", at: start) }
      position = start + 1
      return .set(ScalarSet(0x7B...0x7B))
    case let scalar?: return .set(ScalarSet(scalar.value...scalar.value))
    case nil: return .sequence([])
    }
  }

  private mutating func group(from start: Int) throws(PatternError) -> Syntax {
    if accept("?") { try groupKind(from: start) }
    guard nesting < Limits.nesting else {
      throw error("groups are nested more than \(Limits.nesting) deep", at: start)
    }
    nesting += 1
    let content = try choice()
    nesting -= 1
    guard accept(")") else { throw error("group is not closed", at: start) }
    // A sequence of one, because '(^)*' may be repeated where '^*' may not.
    return .sequence([content])
  }

  private mutating func groupKind(from start: Int) throws(PatternError) {
    if accept(":") { return }
    if accept("=") || accept("!") {
      throw error("look-ahead is not supported: no automaton can honour it", at: start)
    }
    guard accept("<") else {
      throw error("'(?\(peek().map(String.init) ?? "")' is not a group of ECMA-262", at: start)
    }
    if accept("=") || accept("!") {
      throw error("look-behind is not supported: no automaton can honour it", at: start)
    }
    guard skipName() else { throw error("group name is not valid", at: start) }
  }

  /// A group's name and the `>` after it. Nothing refers to it, since back-references are refused.
  private mutating func skipName() -> Bool {
    let start = position
    while let next = peek(), next != ">" {
      let continues = next == "_" || next == "$" || next.properties.isIDContinue
      guard continues, position > start || !next.properties.isWhitespace else { return false }
      position += 1
    }
    guard position > start, scalars[start].properties.numericType == nil else { return false }
    return accept(">")
  }
}

/// The text and the place in it.
extension PatternReader {
  func peek() -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func advance() -> Unicode.Scalar? {
    guard let next = peek() else { return nil }
    position += 1
    return next
  }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    position += 1
    return true
  }

  func error(_ message: String, at offset: Int? = nil) -> PatternError {
    PatternError(message: message, offset: offset ?? position)
  }
}
