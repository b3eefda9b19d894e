import AccordModel

/// The errors that several operations answer alike. A page tells them once.
struct SharedErrors {
  /// By status, one for each.
  private(set) var all: [Response] = []

  init(_ operations: [Operation]) {
    let errors = operations.flatMap(\.responses).filter { $0.status >= 400 && $0.links.isEmpty }
    for status in Set(errors.map(\.status)).sorted() {
      let alike = errors.filter { $0.status == status }
      let counts = Dictionary(alike.map { (Signature($0), 1) }, uniquingKeysWith: +)
      let most = counts.values.max() ?? 0
      // Of those that are equally frequent, the contract's first.
      let first = alike.first { counts[Signature($0)] == most }
      if most > 1, let first { all.append(first) }
    }
  }

  func contains(_ response: Response) -> Bool {
    guard response.links.isEmpty else { return false }
    let signature = Signature(response)
    return all.contains { Signature($0) == signature }
  }

  /// What a page says about a response.
  private struct Signature: Hashable {
    var status: Int
    var documentation: Documentation
    var shape: Shape?
    var mediaTypes: [String]
    var headers: [Header]

    struct Header: Hashable {
      var name: String
      var shape: Shape
      var isRequired: Bool
      var documentation: Documentation
      var examples: [Value]
    }

    init(_ response: Response) {
      status = response.status
      documentation = response.documentation
      shape = response.content?.shape
      mediaTypes = response.content?.representations.map(\.mediaType) ?? []
      headers = response.headers.map {
        Header(
          name: $0.wireName, shape: $0.shape, isRequired: $0.isRequired,
          documentation: $0.documentation, examples: $0.examples.map(\.value))
      }
    }
  }
}
