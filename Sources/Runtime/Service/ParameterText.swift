/// The text of one parameter, or of one element of it, and which rules it breaks.
///
/// Each reader returns nil when it recorded a broken rule.
public struct ParameterText {
  let text: String
  var broken: [BrokenRule] = []

  init(_ text: String) {
    self.text = text
  }

  public mutating func string(_ rules: StringRules = StringRules()) -> String? {
    checked(text, rules.violations(of: text))
  }

  public mutating func integer(_ rules: IntegerRules = IntegerRules()) -> Int? {
    guard let value = Self.digits(text).flatMap({ Int($0) }) else { return mistyped("an integer") }
    return checked(value, rules.violations(of: value))
  }

  public mutating func int32(_ rules: IntegerRules = IntegerRules()) -> Int32? {
    guard let value = Self.digits(text).flatMap({ Int32($0) }) else {
      return mistyped("an integer of 32 bits")
    }
    return checked(value, rules.violations(of: Int(value)))
  }

  public mutating func number(_ rules: NumberRules = NumberRules()) -> Double? {
    guard Self.isNumber(text), let value = Double(text), value.isFinite else {
      return mistyped("a number")
    }
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
    Self.digits(text).flatMap { Int($0) }.flatMap(T.init) ?? checked(nil, [T.brokenRule])
  }

  /// Elements between commas, the style `simple` of OpenAPI; no text is no element.
  public mutating func array<T>(
    _ rules: ArrayRules = ArrayRules(), _ element: (inout ParameterText) -> T?
  ) -> [T]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return elements(text.isEmpty ? [] : parts, rules, element)
  }

  mutating func elements<T>(
    _ texts: [String], _ rules: ArrayRules, _ element: (inout ParameterText) -> T?
  ) -> [T]? {
    var values: [T] = []
    for text in texts {
      var part = ParameterText(text)
      if let value = element(&part) { values.append(value) }
      broken += part.broken
    }
    broken += rules.violations(of: texts.count)
    // Equal values have equal texts but for numbers such as 1 and 1.0.
    if rules.uniqueItems { broken += ArrayRules.repeated(in: texts) }
    return broken.isEmpty ? values : nil
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
