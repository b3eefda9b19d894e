import AccordDocument

/// A number as YAML writes it, put into the form that JSON and Swift share.
///
/// YAML's core schema also writes `.5`, `5.`, `+5`, `0x1F` and `0o17`.
struct NumberText {
  let json: String

  /// Nil for what is no finite number.
  init?(_ text: String) {
    if let digits = Self.digits(ofRadix: text) {
      json = digits
      return
    }
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    let mark = rest.firstIndex { $0 == "e" || $0 == "E" } ?? rest.endIndex
    let mantissa = rest[..<mark].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      mantissa.contains(where: { !$0.isEmpty })
    else { return nil }
    let whole = mantissa[0].drop { $0 == "0" }
    let fraction = mantissa.count > 1 && !mantissa[1].isEmpty ? "." + mantissa[1] : ""
    let exponent = rest[mark...].lowercased().replacingPlus()
    json = (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + fraction + exponent
  }

  private static func digits(ofRadix text: String) -> String? {
    guard text.hasPrefix("0x") || text.hasPrefix("0o") else { return nil }
    return ExactNumber(text)?.wholeDigits
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  fileprivate func replacingPlus() -> String { String(filter { $0 != "+" }) }
}
