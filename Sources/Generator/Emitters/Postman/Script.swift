import AccordModel

/// A script of Postman: JavaScript, line by line. A contract's text comes in as a literal only.
struct Script {
  var text: String

  /// Pieces without text are left out, the others stand apart.
  init(_ pieces: [String]) {
    text = pieces.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Nil if there is nothing to run.
  func event(_ listen: String, id: NameBasedUUID) -> Value? {
    guard !text.isEmpty else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [
      "listen": .string(listen),
      "script": [
        "id": .string(id.text), "type": "text/javascript",
        "exec": .array(lines.map { .string(String($0)) }),
      ],
    ]
  }
}

extension Script {
  /// A number as the response has it: JavaScript rounds those beyond 2^53.
  static let exactNumbers = """
    const kept = (value, response) => {
      if (typeof value !== "number" || Number.isSafeInteger(value)) return String(value);
      const digits = response.text().match(/-?\\d+/g).find((text) => Number(text) === value);
      return digits ?? String(value);
    };
    """
}

extension ChainVariable.Scope {
  /// Where Postman keeps such variables, a member of `pm`.
  var word: String {
    switch self {
    case .collection: "collectionVariables"
    case .environment: "environment"
    }
  }
}

extension ChainVariable {
  /// A statement that empties it: an empty variable counts as none.
  var clearing: String { "pm.\(scope.word).set(\(name.jsonText), \"\");" }

  /// An expression for what the response says.
  var reading: String {
    switch value?.origin {
    case .body(let tokens):
      "pm.response.json()" + tokens.map { "?.[\($0.jsonText)]" }.joined()
    case .header(let name): "pm.response.headers.get(\(name.jsonText))"
    case nil: "undefined"
    }
  }
}
