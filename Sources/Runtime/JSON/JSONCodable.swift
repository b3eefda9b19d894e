/// A type that generated code, or a person, reads from JSON without an intermediate tree.
public protocol JSONDecodable: Sendable {
  /// Reads one value at the reader's place and consumes it, whatever it is.
  ///
  /// Returns nil when the value breaks the contract; the violations are then in the reader. Throws
  /// only when the text is not JSON, after which nothing more can be read.
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Self?
}

/// A type that writes itself as exactly one JSON value.
public protocol JSONEncodable: Sendable {
  func encode(to json: inout JSONWriter)
}

public typealias JSONCodable = JSONDecodable & JSONEncodable

/// What became of a JSON text.
public enum JSONDecoding<Value> {
  case value(Value)
  /// The text is JSON but breaks the contract: at least one violation, in the order of the text,
  /// and at most 100 with a last one of keyword `more` that stands for the rest.
  case invalid([Violation])
  /// The text is not JSON, or nested too deep.
  case malformed(MalformedJSON)
}

extension JSONDecoding: Sendable where Value: Sendable {}

/// What a reader accepts beyond the grammar.
public struct JSONLimits: Sendable, Hashable {
  /// How many arrays and objects may be open at once: 1 to 512, so that reading recursive types
  /// never outgrows a thread's stack.
  public let depthMax: Int

  public init(depthMax: Int = 64) {
    self.depthMax = min(max(depthMax, 1), 512)
  }

  public static let `default` = JSONLimits()
}
