/// Why a text is not JSON (RFC 8259), and where.
public struct MalformedJSON: Error, Sendable, Hashable {
  /// Bytes before the offending one; the length of the text when it ends too early.
  public let offset: Int
  /// Counted from 1.
  public let line: Int
  /// In bytes, counted from 1.
  public let column: Int
  public let reason: Reason

  @usableFromInline
  init(offset: Int, line: Int, column: Int, reason: Reason) {
    self.offset = offset
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// Small enough to be thrown in registers; the text is made only for an answer.
  public enum Reason: UInt8, Sendable, Hashable {
    case unexpectedEnd, unexpectedByte, byteOrderMark, trailingBytes, tooDeep
    case expectedKey, expectedColon, expectedCommaOrBrace, expectedCommaOrBracket
    case controlCharacter, invalidEscape, loneSurrogate, invalidUTF8
    case leadingZero, invalidNumber
  }

  /// For people, without the place: "a string holds an unescaped control character".
  public var message: String {
    switch reason {
    case .unexpectedEnd: "the text ends inside a value"
    case .unexpectedByte: "a value was expected"
    case .byteOrderMark: "the text starts with a byte order mark"
    case .trailingBytes: "text follows the value"
    case .tooDeep: "arrays and objects are nested too deep"
    case .expectedKey: "a member name in double quotes was expected"
    case .expectedColon: "':' was expected after a member name"
    case .expectedCommaOrBrace: "',' or '}' was expected after a member"
    case .expectedCommaOrBracket: "',' or ']' was expected after an element"
    case .controlCharacter: "a string holds an unescaped control character"
    case .invalidEscape: "a string holds an unknown escape"
    case .loneSurrogate: "a string holds half of a surrogate pair"
    case .invalidUTF8: "the text is not UTF-8"
    case .leadingZero: "a number starts with a superfluous zero"
    case .invalidNumber: "a number lacks a digit"
    }
  }
}

extension MalformedJSON: CustomStringConvertible {
  public var description: String { "\(message) (line \(line), column \(column))" }
}
