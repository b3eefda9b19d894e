/// A string of a fixed set, as `enum` in a schema has it. Generated enumerations conform and need
/// nothing more.
public protocol StringEnumeration: RawRepresentable, CaseIterable, Hashable, JSONCodable,
  ParameterValue
where RawValue == String {}

extension StringEnumeration {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Self? {
    guard let text = try json.string() else { return nil }
    if let value = Self(exactly: text) { return value }
    json.record(brokenRule)
    return nil
  }

  /// The case whose text is this one byte for byte. What Swift makes of an enumeration takes texts
  /// for one that differ in Unicode normalisation.
  init?(exactly text: String) {
    guard let found = Self(rawValue: text) else { return nil }
    let exact = ExactText(text)
    if ExactText(found.rawValue) == exact {
      self = found
    } else if let other = Self.allCases.first(where: { ExactText($0.rawValue) == exact }) {
      self = other
    } else {
      return nil
    }
  }

  public func encode(to json: inout JSONWriter) {
    json.write(rawValue)
  }

  /// What a value outside of the set breaks, in the words that every answer uses.
  public static var brokenRule: BrokenRule {
    .enumeration(of: allCases.map { "'\($0.rawValue)'" })
  }
}

/// An integer of a fixed set.
public protocol IntegerEnumeration: RawRepresentable, CaseIterable, Hashable, JSONCodable,
  ParameterValue
where RawValue == Int {}

extension IntegerEnumeration {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Self? {
    guard let number = try json.integer() else { return nil }
    if let value = Self(rawValue: number) { return value }
    json.record(brokenRule)
    return nil
  }

  public func encode(to json: inout JSONWriter) {
    json.write(rawValue)
  }

  /// What a value outside of the set breaks, in the words that every answer uses.
  public static var brokenRule: BrokenRule {
    .enumeration(of: allCases.map { String($0.rawValue) })
  }
}
