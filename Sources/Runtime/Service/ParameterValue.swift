/// A value that stands in a path, query or header field as text.
public protocol ParameterValue {
  var parameterText: String { get }
}

extension String: ParameterValue {
  public var parameterText: String { self }
}

extension Int: ParameterValue {
  public var parameterText: String { String(self) }
}

extension Int32: ParameterValue {
  public var parameterText: String { String(self) }
}

extension Double: ParameterValue {
  /// As JSON has it: 5, not 5.0.
  public var parameterText: String { String(decoding: JSONWriter.encode(self), as: UTF8.self) }
}

extension Bool: ParameterValue {
  public var parameterText: String { self ? "true" : "false" }
}

extension ParameterValue where Self: RawRepresentable, RawValue: ParameterValue {
  public var parameterText: String { rawValue.parameterText }
}

extension Array: ParameterValue where Element: ParameterValue {
  /// Between commas, the style `simple` of OpenAPI.
  public var parameterText: String { map(\.parameterText).joined(separator: ",") }
}
