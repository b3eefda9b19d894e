import AccordModel

/// One request of a test, and what must be answered.
struct TestStep {
  /// What the runner spoils about a credential.
  enum Fault: String, CaseIterable {
    case malformed, foreign, expired, unsigned, scheme
  }

  enum Credential {
    case bearer(String)
    case basic(scheme: String)
  }

  enum Body {
    case json(Value)
    case xml(Value, root: String, schema: Value)
    /// Exactly these characters.
    case text(String)
    /// Exactly these bytes.
    case base64(String)
    /// More than any service reads.
    case oversize
  }

  /// The stem of the contract whose service is asked.
  var service: String
  /// Nil where no operation answers.
  var operation: String?
  var method: String
  /// Percent-encoded, as the query's names and values are.
  var path: String
  var query: [(name: String, value: String)] = []
  var headers: [(name: String, value: String)] = []
  var credential: Credential?
  var fault: Fault?
  var mediaType: String?
  var body: Body?
  var expected: Expectation
  var kept: [ChainVariable] = []
  /// Whether what `Location` leads to is kept as the variable `location`.
  var keepsLocation = false
  /// Of a list that is read to its end.
  var pages: Pages?

  /// A path, with its query, that an answer's `Location` has named.
  static let location = "{{$location}}"

  var value: Value {
    let step: Value = [
      "service": .string(service), "operation": operation.map { .string($0) } ?? .null,
      "method": .string(method), "path": .string(path), "query": Self.pairs(query),
      "headers": Self.pairs(headers), "credential": credentialValue, "body": bodyValue,
      "expect": expected.value, "keep": .array(kept.map(keeping) + keptLocation),
    ]
    return step.adding("pages", pages?.value)
  }

  private static func pairs(_ pairs: [(name: String, value: String)]) -> Value {
    .array(pairs.map { [.string($0.name), .string($0.value)] })
  }

  private var credentialValue: Value {
    let value: Value
    switch credential {
    case nil: return .null
    case .bearer(let text): value = ["kind": "bearer", "value": .string(text)]
    case .basic(let scheme): value = ["kind": "basic", "scheme": .string(scheme)]
    }
    return value.adding("fault", fault.map { .string($0.rawValue) })
  }

  private var bodyValue: Value {
    guard let body else { return .null }
    let start: Value = ["mediaType": mediaType.map { .string($0) } ?? .null]
    switch body {
    case .json(let value):
      return start.adding("form", "json").adding("value", value.quotingPlaceholders)
    case .xml(let value, let root, let schema):
      return start.adding("form", "xml").adding("root", .string(root)).adding("schema", schema)
        .adding("value", value.quotingPlaceholders)
    case .text(let text): return start.adding("form", "text").adding("text", .string(text))
    case .base64(let text): return start.adding("form", "base64").adding("text", .string(text))
    case .oversize: return start.adding("form", "oversize")
    }
  }

  private var keptLocation: [Value] {
    keepsLocation ? [["variable": "$location", "from": "location"]] : []
  }

  private func keeping(_ variable: ChainVariable) -> Value {
    let start: Value = ["variable": .string(variable.name)]
    switch variable.value?.origin {
    case .body(let tokens):
      return start.adding("from", "body").adding("pointer", .string(jsonPointer(tokens)))
    case .header(let name): return start.adding("from", "header").adding("name", .string(name))
    case nil: return start
    }
  }
}
