import AccordFormats
import AccordPattern
import AccordYAML

extension ValueChecker {
  mutating func checkString(_ value: Node, _ text: String, _ schema: Schema) {
    let length = text.unicodeScalars.count
    if let least = schema.strings.minLength, length < least {
      refuse(value, "it has \(length) characters, fewer than \(least)", "minLength", schema)
    }
    if let most = schema.strings.maxLength, length > most {
      refuse(value, "it has \(length) characters, more than \(most)", "maxLength", schema)
    }
    if let source = schema.strings.pattern, set.patterns.pattern(source)?.matches(text) == false {
      refuse(value, "it does not match the pattern", "pattern", schema)
    }
    if let format = schema.format, StringFormat(rawValue: format)?.matches(text) == false {
      refuse(value, "'\(text)' is not of the format '\(format)'", "format", schema)
    }
  }

  mutating func checkNumber(_ value: Node, _ schema: Schema) {
    guard let number = ExactNumber(value) else {
      return refuse(value, "'\(value.scalar?.text ?? "")' is no number in JSON", "type", schema)
    }
    let bounds = schema.numbers
    if let least = bounds.minimum, number < least {
      refuse(value, "\(number.text) is less than \(least.text)", "minimum", schema)
    }
    if let most = bounds.maximum, number > most {
      refuse(value, "\(number.text) is more than \(most.text)", "maximum", schema)
    }
    if let edge = bounds.exclusiveMinimum, number <= edge {
      refuse(value, "\(number.text) is not more than \(edge.text)", "exclusiveMinimum", schema)
    }
    if let edge = bounds.exclusiveMaximum, number >= edge {
      refuse(value, "\(number.text) is not less than \(edge.text)", "exclusiveMaximum", schema)
    }
    if let step = bounds.multipleOf, number.isMultiple(of: step) == false {
      refuse(value, "\(number.text) is not a multiple of \(step.text)", "multipleOf", schema)
    }
    checkWidth(value, number, schema)
  }

  private mutating func checkWidth(_ value: Node, _ number: ExactNumber, _ schema: Schema) {
    // What is listed has a rule of its own.
    if schema.enumValues != nil || schema.const != nil { return }
    let fits =
      switch schema.format {
      case "int32": number.int.flatMap(Int32.init(exactly:)) != nil
      case "float": !Float(number.double).isInfinite
      default: schema.impliedType == .integer ? number.int != nil : number.fitsDouble
      }
    let keyword = schema.format == nil ? "type" : "format"
    if !fits { refuse(value, "\(number.text) is too large for it", keyword, schema) }
  }
}

extension ExactNumber {
  /// Nil when the step has too many digits to divide by.
  func isMultiple(of step: ExactNumber) -> Bool? {
    if digits.isEmpty { return true }
    guard step.digits.count <= 18, !step.digits.isEmpty else { return nil }
    // The last digit is no zero, so a number with more decimal places is no multiple.
    let places = lastPlace - step.lastPlace
    if places < 0 { return false }
    let unit = step.digits.reduce(0) { $0 * 10 + UInt64($1) }
    let remainder = digits.reduce(0) { ($0 * 10 + UInt64($1)) % unit }
    return remainder.times(.powerOfTen(places, modulo: unit), modulo: unit) == 0
  }

  /// The power of ten that the last digit counts.
  private var lastPlace: Int { exponent - digits.count }
}

extension UInt64 {
  fileprivate func times(_ other: UInt64, modulo unit: UInt64) -> UInt64 {
    unit.dividingFullWidth(multipliedFullWidth(by: other)).remainder
  }

  fileprivate static func powerOfTen(_ exponent: Int, modulo unit: UInt64) -> UInt64 {
    var (power, base, rest) = (1 % unit, 10 % unit, exponent)
    while rest > 0 {
      if rest % 2 == 1 { power = power.times(base, modulo: unit) }
      base = base.times(base, modulo: unit)
      rest /= 2
    }
    return power
  }
}
