import AccordModel

/// The headings of a page and what they are linked by.
///
/// Where headings are alike, forges number their anchors, each in its own way. So the page's own
/// headings are unlike each other and unlike all that stand in descriptions.
struct Anchors {
  struct Heading: Sendable, Hashable {
    var text: Markdown
    var anchor: String
  }

  enum Subject: Hashable {
    case part(Part)
    case tag(String)
    /// By its `operationId`.
    case operation(String)
    case type(TypeName)
  }

  enum Part: String, CaseIterable {
    case servers = "Servers"
    case authentication = "Authentication"
    case overview = "Overview"
    case others = "Other operations"
    case errors = "Errors"
    case schemas = "Schemas"
    case tables = "Tables"
  }

  private var headings: [Subject: Heading] = [:]
  private var taken: Set<String> = [""]

  init(_ contract: Contract) {
    reserve([contract.title] + contract.descriptions.flatMap { Prose($0).headings })
    for part in Part.allCases { add(.part(part), part.rawValue, orBeside: "reference") }
    for tag in contract.tagGroups.compactMap(\.name) { add(.tag(tag), tag, orBeside: "operations") }
    for operation in contract.operations {
      add(.operation(operation.operationID), operation.title, orBeside: operation.operationID)
    }
    for type in contract.allTypes where !type.isInlined {
      add(.type(type.name), type.name.shownText, orBeside: "schema")
    }
  }

  /// Total: what the contract does not have is linked to the top.
  subscript(subject: Subject) -> Heading { headings[subject] ?? Heading(text: "", anchor: "") }

  func link(_ subject: Subject, _ text: Markdown) -> Markdown {
    headings[subject].map { .link(text, to: $0.anchor) } ?? text
  }

  /// Numbers go to those that come twice.
  private mutating func reserve(_ texts: [String]) {
    var counts: [String: Int] = [:]
    for anchor in texts.map(\.anchor) {
      let count = counts[anchor, default: 0]
      taken.insert(count == 0 ? anchor : "\(anchor)-\(count)")
      counts[anchor] = count + 1
    }
  }

  private mutating func add(_ subject: Subject, _ text: String, orBeside qualifier: String) {
    let free = (0...).lazy.map { number in
      number == 0
        ? text : number == 1 ? "\(text) (\(qualifier))" : "\(text) (\(qualifier) \(number))"
    }.first { !self.taken.contains($0.anchor) }
    guard let free, headings[subject] == nil else { return }
    taken.insert(free.anchor)
    headings[subject] = Heading(text: "\(text: free)", anchor: free.anchor)
  }
}
