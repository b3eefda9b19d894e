/// Names that a contract's may not take, because Swift or generated code has them.
///
/// A name that is worked out goes out of their way; one that is chosen by hand is refused.
package enum ReservedNames {
  /// What Swift refuses, even in backticks, for a member or a nested type, and the modules that
  /// generated code qualifies names with.
  package static let everywhere: Set<String> = [
    "self", "Self", "Type", "Protocol", "init", "_", "Swift", "AccordRuntime", "AccordXML",
  ]

  /// In a structure, beside its properties.
  package static let properties = ["xmlShape", "decode", "encode"]

  /// In an enumeration with raw values, beside its cases: what Swift makes of it.
  package static let enumerationCases = [
    "RawValue", "AllCases", "rawValue", "allCases", "hashValue",
  ]

  /// Of operations: each is a case of an enumeration with raw values.
  package static let operations = enumerationCases

  /// Of the namespaces of operations: in each of them these are types.
  package static let namespaces = ["Input", "Output", "Response"]

  /// In the input of an operation, beside its parameters.
  package static let parameters = ["body"]
}
