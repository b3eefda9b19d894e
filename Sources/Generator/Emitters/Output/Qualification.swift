import AccordModel

/// Keeps the names of Swift's and the runtime's types apart from those that a contract declares.
///
/// Emitters write `String` and `JSONReader` plainly. Where a contract declares a type of that name,
/// the emitters' own words become `Swift.String` and `AccordRuntime.JSONReader`; the contract's are
/// marked, as they are interpolated, and stay.
struct Qualification {
  /// A private-use scalar, which no literal and no comment lets through.
  static let mark: Unicode.Scalar = "\u{E000}"

  /// Whether an identifier from a contract needs the mark.
  static func isKnown(_ name: String) -> Bool { modules[name] != nil }

  private let shadowed: [String: String]

  init(_ contract: Contract) {
    var names = Set(contract.allTypes.map(\.name.last.text))
    names.formUnion(contract.operations.map(\.typeName.text))
    names.formUnion(contract.memberNames.map(\.text))
    shadowed = Self.modules.filter { names.contains($0.key) }
  }

  /// The text as it goes into a file.
  func finished(_ text: String) -> String {
    let hasMarks = text.unicodeScalars.contains(Self.mark)
    if shadowed.isEmpty && !hasMarks { return text }
    var words = SourceWords(text)
    var finished = ""
    while let piece = words.next() {
      switch piece {
      case .word(let word, isOwn: true): finished += qualified(word)
      case .word(let word, isOwn: false), .other(let word): finished += word
      }
    }
    return finished
  }

  private func qualified(_ word: Substring) -> String {
    shadowed[String(word)].map { "\($0).\(word)" } ?? String(word)
  }

  /// What the emitters write that a contract could declare too, and where it comes from.
  private static let modules: [String: String] = {
    let standard = [
      "Bool", "CaseIterable", "Double", "Duration", "Int", "Int32", "Sendable", "String",
    ]
    let runtime = [
      "ArrayRules", "ClientCall", "ClientConnection", "ClientError", "ClientMiddleware",
      "ClientResponse", "ClientTransport", "CredentialScheme", "Indirect", "IntegerEnumeration",
      "IntegerRules", "JSONCodable", "JSONReader", "JSONValue", "JSONWriter", "MalformedJSON",
      "Nullable", "NumberRules", "ObjectRules", "OperationResponse", "Pattern", "ReceivedResponse",
      "Refusal",
      "RequestReader", "Responder", "Route", "RoutedRequest", "Router", "ServerRequest",
      "ServerResponse", "StringEnumeration", "StringRules", "TableSchema", "UnexpectedResponse",
    ]
    let xml = ["XMLCodable", "XMLMember", "XMLShape"]
    var modules: [String: String] = [:]
    for name in standard { modules[name] = "Swift" }
    for name in runtime { modules[name] = "AccordRuntime" }
    for name in xml { modules[name] = "AccordXML" }
    return modules
  }()
}
