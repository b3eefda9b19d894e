import AccordModel

/// The operations that issue tokens, and for which schemes.
///
/// OpenAPI has no word for it, so names tell: an operation that asks for no credential answers a type
/// with the scheme's name, or a member that is called a token. Where there are several schemes, words
/// of their names decide whose it is: `adminLogin` or `/admin/login` for `AdminToken`.
struct TokenIssues {
  private struct Source {
    let value: ChainedValue
    /// The names of the operation, of its path's segments and of what it answers.
    let words: Set<String>
    /// What it answers, where that alone tells.
    let typeName: String?
    let hasToken: Bool
  }

  private var issues: [String: ChainedValue] = [:]

  init(_ contract: Contract, _ shapes: Shapes) {
    let schemes = contract.securitySchemes.filter { $0.kind != .basic }
    let sources = contract.operations.compactMap { Self.source($0, schemes, shapes) }
    for scheme in schemes {
      let named = sources.first { $0.typeName == scheme.wireName.bareName }
      let words = scheme.tellingWords
      let alike = sources.first { source in
        source.hasToken && !words.isEmpty && words.allSatisfy(source.words.contains)
      }
      issues[scheme.wireName] = (named ?? alike)?.value
    }
    // What is left belongs together if it is one scheme.
    let open = schemes.filter { issues[$0.wireName] == nil }
    let taken = Set(issues.values)
    if open.count == 1 {
      issues[open[0].wireName] = sources.first { $0.hasToken && !taken.contains($0.value) }?.value
    }
  }

  /// Nil if no operation of the contract issues its tokens.
  func issue(of scheme: SecurityScheme) -> ChainedValue? { issues[scheme.wireName] }

  private static func source(
    _ operation: Operation, _ schemes: [SecurityScheme], _ shapes: Shapes
  ) -> Source? {
    guard [.post, .put].contains(operation.method), operation.security == .none,
      let content = operation.success.content, content.json != nil,
      let structure = shapes.structure(content.shape)
    else { return nil }
    let texts = structure.properties.filter { isText(shapes.resolve($0.shape)) }
    let typeName = typeName(content.shape)
    let isNamed = schemes.contains { $0.wireName.bareName == typeName?.bareName }
    let token = texts.first { isToken($0.wireName) }
    guard let member = isNamed ? texts.first(where: \.isRequired) : token else { return nil }
    let names = [operation.operationID, operation.path.text, typeName ?? ""]
    return Source(
      value: ChainedValue(
        operationID: operation.operationID, origin: .body([member.wireName])),
      words: Set(names.flatMap(\.words)), typeName: isNamed ? typeName?.bareName : nil,
      hasToken: token != nil)
  }

  private static func isText(_ shape: Shape) -> Bool {
    if case .string = shape { true } else { false }
  }

  private static func typeName(_ shape: Shape) -> String? {
    if case .declared(let name) = shape { name.last.text } else { nil }
  }

  private static func isToken(_ name: String) -> Bool {
    ["token", "jwt", "accesstoken", "idtoken", "bearertoken", "sessiontoken"]
      .contains(name.bareName)
  }
}

extension SecurityScheme {
  /// The words of the name that other schemes hardly have.
  fileprivate var tellingWords: Set<String> {
    wireName.words.subtracting([
      "token", "auth", "bearer", "jwt", "login", "session", "context", "credential", "scheme",
      "access", "http",
    ])
  }
}

extension String {
  /// In lower case: `admin` and `login` of `adminLogin`, `AdminLogin`, `/admin/login`.
  var words: Set<String> {
    var words = [""]
    for letter in self {
      let isLetter = letter.isLetter || letter.isNumber
      if !isLetter || letter.isUppercase && words.last?.last?.isUppercase == false {
        words.append("")
      }
      if isLetter { words[words.count - 1].append(letter) }
    }
    return Set(words.filter { !$0.isEmpty }.map { $0.lowercased() })
  }
}
