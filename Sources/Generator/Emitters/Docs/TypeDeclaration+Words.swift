import AccordModel

extension TypeDeclaration {
  /// Of an enumeration; empty for other types.
  var enumeratedTexts: [String] {
    switch kind {
    case .stringEnumeration(let cases): cases.map(\.rawValue)
    case .integerEnumeration(let cases): cases.map { "\($0.rawValue)" }
    case .structure, .union, .alias, .wrapper: []
    }
  }

  /// Whether it is told where it is used, because it is an enumeration without a name of its own.
  var isInlined: Bool { name.path.count > 1 && !enumeratedTexts.isEmpty }
}

extension TypeName {
  /// For people: `Login.Body`.
  var shownText: String { path.map(\.text).joined(separator: ".") }
}
