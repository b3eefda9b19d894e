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
    if let format = schema.format, !TextFormat.fits(text, format) {
      refuse(value, "'\(text)' is not a \(format)", "format", schema)
    }
  }

  mutating func checkNumber(_ value: Node, _ schema: Schema) {
    guard let number = ExactNumber(value) else {
      if case .float? = value.scalar?.kind {
        refuse(value, "'\(value.scalar?.text ?? "")' is no number in JSON", "type", schema)
      }
      return
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
    guard number.isInteger else { return }
    let fits =
      switch schema.format {
      case "int32": number.int.flatMap(Int32.init(exactly:)) != nil
      case "int64": number.int != nil
      default: true
      }
    if !fits { refuse(value, "\(number.text) is too large for it", "format", schema) }
  }
}

extension ExactNumber {
  /// Nil when the numbers are too far apart to tell in 64 bits.
  func isMultiple(of step: ExactNumber) -> Bool? {
    let places = max(fractionDigits, step.fractionDigits)
    guard let value = scaled(by: places), let unit = step.scaled(by: places), unit != 0 else {
      return nil
    }
    return value.isMultiple(of: unit)
  }

  private var fractionDigits: Int { max(0, digits.count - exponent) }

  private func scaled(by places: Int) -> Int? {
    let zeros = places - (digits.count - exponent)
    guard (0...18).contains(zeros), digits.count + zeros <= 18 else { return nil }
    return (digits + Array(repeating: 0, count: zeros)).reduce(0) { $0 * 10 + Int($1) }
  }
}

/// The formats whose texts are short enough to judge at a glance.
private enum TextFormat {
  static func fits(_ text: String, _ format: String) -> Bool {
    switch format {
    case "uuid": matches(text, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")
    case "date": isDate(text)
    case "date-time": isDateTime(text)
    default: true
    }
  }

  /// `h` stands for a hexadecimal and `0` for a decimal digit.
  private static func matches(_ text: String, _ shape: String) -> Bool {
    let pairs = zip(text.utf8, shape.utf8)
    return text.utf8.count == shape.utf8.count
      && pairs.allSatisfy { byte, kind in
        switch kind {
        case UInt8(ascii: "0"): (0x30...0x39).contains(byte)
        case UInt8(ascii: "h"):
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
        default: byte | 0x20 == kind | 0x20
        }
      }
  }

  private static func isDate(_ text: String) -> Bool {
    guard matches(text, "0000-00-00") else { return false }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), parts[2] >= 1 else { return false }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return parts[2] <= days[parts[1] - 1]
  }

  /// RFC 3339, 5.6.
  private static func isDateTime(_ text: String) -> Bool {
    guard isDate(String(text.prefix(10))) else { return false }
    let time = text.dropFirst(10)
    guard matches(String(time.prefix(9)), "T00:00:00") else { return false }
    var zone = time.dropFirst(9)
    if zone.first == "." {
      let fraction = zone.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if fraction.isEmpty { return false }
      zone = zone.dropFirst(1 + fraction.count)
    }
    let offset = String(zone)
    return matches(offset, "Z") || matches(offset, "+00:00") || matches(offset, "-00:00")
  }
}
