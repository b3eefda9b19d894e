/// A number as a JSON text has it: no digit is lost, whatever its length.
///
/// Equal by mathematical value: 1, 1.0 and 10e-1 are the same number, and so are 0 and -0.
public struct JSONNumber: Sendable {
  /// A number in the grammar of RFC 8259, section 6.
  public let text: String

  init(_ number: NumberText) {
    text = String(decoding: number.bytes, as: UTF8.self)
  }

  public init(_ value: Int) {
    text = String(value)
  }

  /// The shortest text that reads back as the value; nil unless it is finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// Nil unless the text is a number by the grammar of JSON and nothing else.
  public init?(text: String) {
    let read = JSONReader.decode(JSONValue.self, from: Array(text.utf8))
    guard case .value(.number(let number)) = read, number.text.utf8.count == text.utf8.count
    else { return nil }
    self = number
  }

  /// Its value if that is whole and fits, however it is written.
  public var int: Int? {
    guard case .value(let value) = withText({ $0.wholeNumber }) else { return nil }
    return value
  }

  /// The nearest double; nil beyond the range of finite doubles.
  public var double: Double? {
    let value = withText { $0.double }
    return value.isFinite ? value : nil
  }

  private var exact: ExactDecimal { withText { ExactDecimal($0) } }

  private func withText<Result>(_ read: (NumberText) -> Result) -> Result {
    var text = text
    return text.withUTF8 { read(NumberText($0)) }
  }
}

extension JSONNumber: Hashable {
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.text == right.text || left.exact == right.exact
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(exact)
  }
}
