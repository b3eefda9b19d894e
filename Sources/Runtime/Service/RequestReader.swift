/// Reads what an operation takes from a request, and collects everything in it that breaks the
/// contract.
///
/// Each reader returns nil when a parameter is absent or breaks a rule; the latter, and the absence
/// of what is required, is recorded. Query parameters that the contract does not name are ignored,
/// as HTTP clients and proxies expect.
public struct RequestReader {
  let request: RoutedRequest
  private(set) var violations: [Violation] = []
  private lazy var query = Query(target: request.request.target)

  public init(_ request: RoutedRequest) {
    self.request = request
  }

  /// Whether nothing breaks the contract so far.
  public var isValid: Bool { violations.isEmpty }

  /// The answer 400 with all that was found.
  public var refusal: Refusal { .invalid(violations) }
}

/// Where a parameter stands.
public enum ParameterPlace: Sendable {
  /// The parameter's index among those of the path template. Always required.
  case path(Int)
  case query
  case header
}

extension RequestReader {
  public mutating func string(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false,
    _ rules: StringRules = StringRules()
  ) -> String? {
    value(name, in: place, required: required) { $0.string(rules) }
  }

  public mutating func integer(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false,
    _ rules: IntegerRules = IntegerRules()
  ) -> Int? {
    value(name, in: place, required: required) { $0.integer(rules) }
  }

  public mutating func int32(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false,
    _ rules: IntegerRules = IntegerRules()
  ) -> Int32? {
    value(name, in: place, required: required) { $0.int32(rules) }
  }

  public mutating func number(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false,
    _ rules: NumberRules = NumberRules()
  ) -> Double? {
    value(name, in: place, required: required) { $0.number(rules) }
  }

  public mutating func boolean(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false
  ) -> Bool? {
    value(name, in: place, required: required) { $0.boolean() }
  }

  public mutating func enumeration<T: StringEnumeration>(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false, _ type: T.Type = T.self
  ) -> T? {
    value(name, in: place, required: required) { $0.enumeration(type) }
  }

  public mutating func enumeration<T: IntegerEnumeration>(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false, _ type: T.Type = T.self
  ) -> T? {
    value(name, in: place, required: required) { $0.enumeration(type) }
  }

  /// A query parameter once for each element; in other places elements between commas.
  public mutating func array<T>(
    _ name: StaticString, in place: ParameterPlace, required: Bool = false,
    _ rules: ArrayRules = ArrayRules(), _ element: (inout ParameterText) -> T?
  ) -> [T]? {
    guard case .query = place else {
      return value(name, in: place, required: required) { $0.array(rules, element) }
    }
    guard let texts = texts(name, in: place) else { return nil }
    guard !texts.isEmpty else { return missing(name, in: place, required) }
    return checked(name, in: place, "") { $0.elements(texts, rules, element) }
  }
}

extension RequestReader {
  private mutating func value<T>(
    _ name: StaticString, in place: ParameterPlace, required: Bool,
    _ read: (inout ParameterText) -> T?
  ) -> T? {
    if case .path(let index) = place, request.captures.indices.contains(index) {
      return checked(name, in: place, request.captures[index], read)
    }
    guard let texts = texts(name, in: place) else { return nil }
    guard let text = texts.first else { return missing(name, in: place, required) }
    if texts.count > 1 {
      record(name, in: place, BrokenRule("duplicate", "appears more than once"))
    }
    return checked(name, in: place, text, read)
  }

  /// None for a parameter that is absent; nil for one that cannot be read, which is recorded.
  private mutating func texts(_ name: StaticString, in place: ParameterPlace) -> [String]? {
    switch place {
    case .path: return []
    case .header: return request.header("\(name)").map { [$0] } ?? []
    case .query:
      let values = query.values(of: "\(name)")
      let texts = values.compactMap { $0 }
      if texts.count == values.count { return texts }
      record(name, in: place, BrokenRule("encoding", "must be percent-encoded UTF-8"))
      return nil
    }
  }

  private mutating func checked<T>(
    _ name: StaticString, in place: ParameterPlace, _ text: String,
    _ read: (inout ParameterText) -> T?
  ) -> T? {
    var text = ParameterText(text)
    let value = read(&text)
    for broken in text.broken { record(name, in: place, broken) }
    return value
  }

  private mutating func missing<T>(
    _ name: StaticString, in place: ParameterPlace, _ isRequired: Bool
  ) -> T? {
    if isRequired { record(name, in: place, BrokenRule("required", "is required")) }
    return nil
  }

  private mutating func record(
    _ name: StaticString, in place: ParameterPlace, _ broken: BrokenRule
  ) {
    let location: Violation.Location =
      switch place {
      case .path: .path
      case .query: .query
      case .header: .header
      }
    violations.append(Violation(location, "\(name)", broken))
  }

  mutating func record(body broken: BrokenRule) { violations.append(Violation(.body, "", broken)) }

  mutating func record(_ found: [Violation]) { violations += found }
}
