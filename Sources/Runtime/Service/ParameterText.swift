/// The text of one parameter, or of one element of it, and which rules it breaks.
///
/// Each reader returns nil when it recorded a broken rule.
public struct ParameterText {
  let text: String
  var broken: [BrokenRule] = []
  /// What the text was read as, if that is a number.
  private var number: JSONNumber?

  init(_ text: String) {
    self.text = text
  }

  public mutating func string(_ rules: StringRules = StringRules()) -> String? {
    checked(text, rules.violations(of: text))
  }

  public mutating func integer(_ rules: IntegerRules = IntegerRules()) -> Int? {
    guard let value = Self.digits(text).flatMap({ Int($0) }) else { return mistyped("an integer") }
    number = JSONNumber(value)
    return checked(value, rules.violations(of: value))
  }

  public mutating func int32(_ rules: IntegerRules = IntegerRules()) -> Int32? {
    guard let value = Self.digits(text).flatMap({ Int32($0) }) else {
      return mistyped("an integer of 32 bits")
    }
    number = JSONNumber(Int(value))
    return checked(value, rules.violations(of: Int(value)))
  }

  public mutating func number(_ rules: NumberRules = NumberRules()) -> Double? {
    guard Self.isNumber(text), let value = Double(text), value.isFinite else {
      return mistyped("a number")
    }
    number = JSONNumber(value)
    return checked(value, rules.violations(of: value))
  }

  public mutating func boolean() -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: mistyped("true or false")
    }
  }

  public mutating func enumeration<T: StringEnumeration>(_ type: T.Type = T.self) -> T? {
    T(exactly: text) ?? checked(nil, [T.brokenRule])
  }

  public mutating func enumeration<T: IntegerEnumeration>(_ type: T.Type = T.self) -> T? {
    guard let value = Self.digits(text).flatMap({ Int($0) }).flatMap(T.init) else {
      return checked(nil, [T.brokenRule])
    }
    number = JSONNumber(value.rawValue)
    return value
  }

  /// Elements between commas, the style `simple` of OpenAPI; no text is no element. Spaces around
  /// an element are none of it, as in lists of header fields (RFC 9110, section 5.6.1).
  public mutating func array<T>(
    _ rules: ArrayRules = ArrayRules(), _ element: (inout ParameterText) -> T?
  ) -> [T]? {
    // By scalars, because a comma and an accent behind it are one character.
    let parts = text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false)
    return elements(text.isEmpty ? [] : parts.map(Self.trimmed), rules, element)
  }

  mutating func elements<T>(
    _ texts: [String], _ rules: ArrayRules, _ element: (inout ParameterText) -> T?
  ) -> [T]? {
    var values: [T] = []
    var read: [JSONValue] = []
    for text in texts {
      var part = ParameterText(text)
      if let value = element(&part) { values.append(value) }
      if rules.uniqueItems { read.append(part.number.map { .number($0) } ?? .string(text)) }
      // Once each, because the sender chooses how many elements there are.
      broken += part.broken.filter { !broken.contains($0) }
    }
    broken += rules.violations(of: texts.count)
    if rules.uniqueItems { broken += ArrayRules.repeated(in: read) }
    return broken.isEmpty ? values : nil
  }

  private static func trimmed(_ element: Substring.UnicodeScalarView) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let start = element.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...last])
  }

  private mutating func mistyped<T>(_ expected: String) -> T? {
    broken.append(BrokenRule("type", "must be \(expected)"))
    return nil
  }

  private mutating func checked<T>(_ value: T?, _ rules: [BrokenRule]) -> T? {
    broken += rules
    return rules.isEmpty ? value : nil
  }

  /// A minus sign or none, then digits.
  private static func digits(_ text: String) -> String? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return digits.allSatisfy(ASCII.isDigit) ? text : nil
  }

  /// Only what a decimal number is made of, because `Double` reads more than that.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      ASCII.isDigit(byte) || "+-.eE".utf8.contains(byte)
    } && text.utf8.first != UInt8(ascii: "+")
  }
}
