import HTTPTypes

/// An answer that generated code gives without asking the service: a problem (RFC 9457).
public struct Refusal: Error {
  var problem: ProblemDetails
  var headerFields: HTTPFields

  init(
    _ status: Int, _ title: String, detail: String? = nil, violations: [Violation] = [],
    headerFields: HTTPFields = [:]
  ) {
    problem = ProblemDetails(title: title, status: status, detail: detail, violations: violations)
    self.headerFields = headerFields
  }

  /// - Parameter target: the request's; its path becomes the problem's instance.
  func response(target: String) -> ServerResponse {
    var problem = problem
    problem.instance = target.split(separator: "?", maxSplits: 1).first.map {
      PercentCoding.escapeForeign(in: $0)
    }
    var response = ServerResponse.problem(problem)
    response.headerFields.append(contentsOf: headerFields)
    return response
  }
}

extension Refusal {
  static var notFound: Refusal {
    Refusal(404, "Not Found", detail: "There is nothing at this path.")
  }

  static var badPath: Refusal {
    Refusal(400, "Bad Request", detail: "The path is not percent-encoded UTF-8.")
  }

  static func methodNotAllowed(_ methods: [String]) -> Refusal {
    let allowed = methods.joined(separator: ", ")
    return Refusal(
      405, "Method Not Allowed", detail: "This path answers \(allowed).",
      headerFields: [.allow: allowed])
  }

  static func notAcceptable(_ offered: [String]) -> Refusal {
    let list = offered.joined(separator: ", ")
    return Refusal(406, "Not Acceptable", detail: "The answer comes as \(list).")
  }

  /// The types that would be understood also stand in `Accept` (RFC 9110, section 15.5.16).
  static func unsupportedMediaType(_ accepted: [String]) -> Refusal {
    let list = accepted.joined(separator: ", ")
    return Refusal(
      415, "Unsupported Media Type", detail: "The body may be \(list).",
      headerFields: [.accept: list])
  }

  /// The body would have to be decoded first (RFC 9110, sections 8.4.1 and 12.5.3).
  static var contentCoding: Refusal {
    Refusal(
      415, "Unsupported Media Type", detail: "The body may have no content coding.",
      headerFields: [.acceptEncoding: "identity"])
  }

  static func invalid(_ violations: [Violation]) -> Refusal {
    Refusal(
      400, "Bad Request", detail: "The request breaks the contract.", violations: violations)
  }
}

extension ServerResponse {
  public static func problem(_ problem: ProblemDetails) -> ServerResponse {
    ServerResponse(
      status: .init(code: problem.status), headerFields: ContentFields.problem,
      body: JSONWriter.encode(problem))
  }

  /// What a thrown error is answered with.
  static func failure(_ error: any Error, target: String) -> ServerResponse {
    if let refusal = error as? Refusal { return refusal.response(target: target) }
    let unavailable = error as? ServiceUnavailable
    let refusal =
      unavailable.map { Refusal.unavailable(retryAfter: $0.retryAfter) }
      ?? Refusal(500, "Internal Server Error")
    var response = refusal.response(target: target)
    response.cause = unavailable?.cause ?? error
    return response
  }
}
