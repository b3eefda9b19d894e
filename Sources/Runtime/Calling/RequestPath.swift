/// A request's path, written as a string literal whose interpolated values are percent-encoded. Of
/// the literal itself, what a path cannot hold is; its own escapes stay.
public struct RequestPath: ExpressibleByStringInterpolation, Sendable {
  public let text: String
  /// Why the path would not name the operation's path.
  let fault: String?

  public init(stringLiteral literal: String) {
    text = PercentCoding.escapeForeign(in: literal)
    fault = nil
  }

  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    fault = stringInterpolation.fault
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var fault: String?

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 36)
    }

    public mutating func appendLiteral(_ literal: String) {
      text += PercentCoding.escapeForeign(in: literal)
    }

    /// A value that is empty, or that URLs resolve (RFC 3986, section 5.2.4), is a fault.
    public mutating func appendInterpolation(_ value: some ParameterValue) {
      append(encoded: PercentCoding.encode(value.parameterText))
    }

    /// Elements between commas, each encoded: a comma in an element is data.
    public mutating func appendInterpolation(_ values: [some ParameterValue]) {
      append(encoded: values.map { PercentCoding.encode($0.parameterText) }.joined(separator: ","))
    }

    private mutating func append(encoded value: String) {
      if value.isEmpty { fault = "a path parameter is empty" }
      if value == "." || value == ".." { fault = "a path parameter is '\(value)'" }
      text += value
    }
  }
}
