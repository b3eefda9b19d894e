/// An error as an answer (RFC 9457), `application/problem+json`.
///
/// Members are written in the order below; those that are nil, and an empty list of violations, are
/// left out.
public struct ProblemDetails: Sendable, Hashable {
  public static let contentType = "application/problem+json"

  /// A URI that names the kind of problem; `about:blank` when the status says it all.
  public var type: String
  public var title: String
  /// The status of the response it is the content of.
  public var status: Int
  /// This occurrence, for people.
  public var detail: String?
  /// A URI of this occurrence.
  public var instance: String?
  public var violations: [Violation]

  public init(
    type: String = "about:blank", title: String, status: Int, detail: String? = nil,
    instance: String? = nil, violations: [Violation] = []
  ) {
    self.type = type
    self.title = title
    self.status = status
    self.detail = detail
    self.instance = instance
    self.violations = violations
  }
}

extension ProblemDetails: JSONEncodable {
  public func encode(to json: inout JSONWriter) {
    json.beginObject()
    json.write("type", type)
    json.write("title", title)
    json.write("status", status)
    json.write("detail", detail)
    json.write("instance", instance)
    if !violations.isEmpty { json.write("violations", violations) }
    json.endObject()
  }
}
