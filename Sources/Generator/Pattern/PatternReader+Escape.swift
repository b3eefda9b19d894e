extension PatternReader {
  /// The escape whose `\` was just read, outside a class.
  mutating func escape(from start: Int) throws(PatternError) -> Syntax {
    switch peek() {
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.notWordBoundary)
    case "k", "1", "2", "3", "4", "5", "6", "7", "8", "9":
      throw error("back-references are not supported: no automaton can honour them", at: start)
    default: return .set(try escapedSet(from: start))
    }
  }

  private mutating func assertion(_ assertion: Assertion) -> Syntax {
    position += 1
    return .assertion(assertion)
  }

  /// The escapes that stand for a character or a set of them.
  mutating func escapedSet(from start: Int) throws(PatternError) -> ScalarSet {
    guard let scalar = advance() else { throw error("'\\' escapes nothing", at: start) }
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .space
    case "S": return ScalarSet.space.inverted
    case "p": return try property(from: start)
    case "P": return try property(from: start).inverted
    default:
      let value = try escapedCharacter(scalar, from: start)
      return ScalarSet(value...value)
    }
  }

  private mutating func escapedCharacter(
    _ scalar: Unicode.Scalar, from start: Int
  ) throws(PatternError) -> UInt32 {
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "c": return try controlLetter(from: start)
    case "x": return try hexadecimal(digits: 2, from: start)
    case "u": return try codePoint(from: start)
    case "0":
      if let next = peek(), ("0"..."9").contains(next) { fallthrough }
      return 0
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      throw error("octal escapes are not in ECMA-262's Unicode patterns", at: start)
    case "A", "z", "Z":
      let anchor = scalar == "A" ? "^" : "$"
      throw error("'\\\(scalar)' is not an escape of ECMA-262; write '\(anchor)'", at: start)
    case "a"..."z", "A"..."Z": throw error("'\\\(scalar)' is not an escape of ECMA-262", at: start)
    default: return scalar.value
    }
  }

  private mutating func controlLetter(from start: Int) throws(PatternError) -> UInt32 {
    guard let letter = advance(), ("a"..."z").contains(letter) || ("A"..."Z").contains(letter)
    else { throw error("'\\c' takes a letter", at: start) }
    return letter.value % 32
  }

  /// What follows `\u`: four digits, a surrogate pair of two escapes, or digits in braces.
  private mutating func codePoint(from start: Int) throws(PatternError) -> UInt32 {
    if accept("{") { return try bracedCodePoint(from: start) }
    let high = try hexadecimal(digits: 4, from: start)
    let afterHigh = position
    guard (0xD800...0xDBFF).contains(high), accept("\\"), accept("u"), peek() != "{",
      let low = try? hexadecimal(digits: 4, from: start), (0xDC00...0xDFFF).contains(low)
    else {
      position = afterHigh
      return high
    }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func bracedCodePoint(from start: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    let first = position
    while let digit = peek().flatMap(Self.hexadecimalValue) {
      value = min(value << 4 + digit, 0x1000000)
      position += 1
    }
    guard position > first, accept("}") else {
      throw error("'\\u{' takes hexadecimal digits and '}'", at: start)
    }
    guard value <= ScalarSet.last else { throw error("no such code point", at: start) }
    return value
  }

  private mutating func hexadecimal(digits: Int, from start: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek().flatMap(Self.hexadecimalValue) else {
        throw error("escape takes \(digits) hexadecimal digits", at: start)
      }
      value = value << 4 + digit
      position += 1
    }
    return value
  }

  private static func hexadecimalValue(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "a"..."f": scalar.value - 0x57
    case "A"..."F": scalar.value - 0x37
    default: nil
    }
  }

  private mutating func property(from start: Int) throws(PatternError) -> ScalarSet {
    guard accept("{") else {
      throw error("'\\p' takes a property in braces, such as '\\p{L}'", at: start)
    }
    var name = ""
    while let next = peek(), next != "}" {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard accept("}") else { throw error("'\\p{' is not closed", at: start) }
    guard let set = UnicodeProperty.set(named: name) else {
      throw error("'\(name)' is not a Unicode property that can be matched", at: start)
    }
    return set
  }
}
