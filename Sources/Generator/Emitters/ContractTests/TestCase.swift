import AccordModel

/// One test: steps that prepare, and a last one that the test is about.
struct TestCase {
  enum Kind: String {
    case response, required, constraint, credential, method, malformed, oversize, path, flow, outage
    case mediaType = "media-type"
    case notAcceptable = "not-acceptable"
  }

  /// What must be the case outside the service for a test's last step.
  enum Condition: String {
    case unavailable = "dependency-unavailable"
    case failing = "dependency-failing"
  }

  /// Tells it from all others of the plan, and stays the same when others change.
  var id: String
  /// For people: what holds if the test passes.
  var name: String
  var kind: Kind
  /// Nil where the case is about a path.
  var operation: Operation?
  /// What of the contract it holds the service to: a keyword, or the part of an operation.
  var rule: String
  var place: Place
  var condition: Condition?
  /// Never empty.
  var steps: [TestStep]

  var value: Value {
    let start: Value = [
      "id": .string(id), "name": .string(name),
      "operation": operation.map { .string($0.operationID) } ?? .null, "rule": .string(rule),
      "place": .string(place.text), "kind": .string(kind.rawValue),
    ]
    return start.adding("condition", condition.map { .string($0.rawValue) })
      .adding("steps", .array(steps.map(\.value)))
  }
}

/// What a step must be answered.
struct Expectation {
  /// One of these; never empty.
  var statuses: [Int]
  /// Whether nobody can tell which of them it is, because what the request means to the service is
  /// not known.
  var isOpen = false
  /// The JSON pointer of a violation.
  var violation: String?
  var allowed: [String] = []
  var mediaType: String?
  /// Members of the body, by their JSON pointers.
  var equals: [(pointer: String, value: Value)] = []
  /// Values that stand nowhere in the body.
  var lacks: [Value] = []

  static func status(_ status: Int, mediaType: String? = nil) -> Expectation {
    Expectation(statuses: [status], mediaType: mediaType)
  }

  /// What the answer to a valid request must be one of, if what it names may not be there, may not be
  /// the caller's, or may be there already. Whoever shows no credential may be taken for somebody.
  static func accepted(by operation: Operation) -> Expectation {
    let refusals = [403, 404, 409] + (operation.security == .none ? [401] : [])
    let statuses = operation.responses.map(\.status).filter { $0 < 400 || refusals.contains($0) }
    guard !statuses.isEmpty else { return .status(operation.success.status) }
    return Expectation(statuses: statuses, isOpen: true)
  }

  var isRefusal: Bool { statuses.allSatisfy { $0 >= 400 } }

  var value: Value {
    let members = equals.map { pointer, value -> Value in
      ["pointer": .string(pointer), "value": value.quotingPlaceholders]
    }
    return Value(dictionaryLiteral: ("status", .array(statuses.map { .integer($0) })))
      .adding("open", isOpen ? true : nil)
      .adding("violation", violation.map { .string($0) })
      .adding("allow", allowed.isEmpty ? nil : .array(allowed.map { .string($0) }))
      .adding("mediaType", mediaType.map { .string($0) })
      .adding("equals", members.isEmpty ? nil : .array(members))
      .adding("lacks", lacks.isEmpty ? nil : .array(lacks))
  }
}

extension Value {
  /// The value with variables as texts, also where they stand for a number: the runner knows the
  /// type of what it has kept.
  var quotingPlaceholders: Value {
    switch self {
    case .number(let text): text.hasPrefix("{{") ? .string(text) : self
    case .array(let items): .array(items.map(\.quotingPlaceholders))
    case .object(let members):
      .object(members.map { Member(name: $0.name, value: $0.value.quotingPlaceholders) })
    case .null, .boolean, .string: self
    }
  }
}

/// A JSON pointer (RFC 6901) of these tokens.
func jsonPointer(_ tokens: [String]) -> String {
  tokens.map { token in
    "/"
      + token.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
  }.joined()
}
