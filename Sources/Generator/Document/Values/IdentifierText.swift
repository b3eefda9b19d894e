extension Unicode.Scalar {
  /// Whether the scalar can stand in a word: what may continue an identifier (UAX #31), less `_`
  /// and what cannot be seen.
  package var isWordScalar: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) }
    return properties.isXIDContinue && properties.generalCategory != .connectorPunctuation
      && !properties.isDefaultIgnorableCodePoint
  }

  package var startsIdentifier: Bool { self == "_" || (isWordScalar && properties.isXIDStart) }
  package var continuesIdentifier: Bool { self == "_" || isWordScalar }
}

extension String {
  /// Whether Swift takes the text as an identifier, in backticks if it is a keyword.
  package var isIdentifier: Bool {
    guard let first = unicodeScalars.first, first.startsIdentifier else { return false }
    return unicodeScalars.allSatisfy(\.continuesIdentifier) && self != "_"
  }
}
