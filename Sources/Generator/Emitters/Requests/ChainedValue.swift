import AccordModel

/// A value that one operation's response answers and later requests send.
struct ChainedValue: Sendable, Hashable {
  enum Origin: Sendable, Hashable {
    /// The tokens of a JSON pointer into the body.
    case body([String])
    case header(String)
  }

  var operationID: String
  var origin: Origin
}

/// The variable that holds a chained value.
struct ChainVariable: Sendable, Hashable {
  enum Scope: Sendable, Hashable {
    /// Seen in one contract's requests only.
    case collection
    /// For credentials, which must not be stored with the requests.
    case environment
  }

  var name: String
  var scope: Scope
  /// Nil for a credential that another contract's service issues, or nobody known.
  var value: ChainedValue?

  var reference: String { "{{\(name)}}" }

  /// A body with the variable in a place for text or, without quotes, for a number.
  func placeholder(isUnquoted: Bool) -> Value {
    isUnquoted ? .number(reference) : .string(reference)
  }
}

/// What fills a parameter or a member of a body.
enum Filling: Sendable, Hashable {
  case variable(ChainVariable)
  case constant(Value)
}

/// A value of a link as OpenAPI has it: a runtime expression or a constant (3.1, 4.8.20.4).
enum LinkExpression {
  case response(ChainedValue.Origin)
  /// A parameter of the request that the response answers.
  case parameter(Parameter.Location, String)
  /// A member of that request's body.
  case member(String)
  case constant(Value)

  init(_ value: Value) {
    guard case .string(let text) = value, text.hasPrefix("$") else {
      self = .constant(value)
      return
    }
    if let name = text.dropping("$response.header.") {
      self = .response(.header(name))
    } else if let pointer = text.dropping("$response.body#") {
      self = .response(.body(Self.tokens(pointer)))
    } else if text == "$response.body" {
      self = .response(.body([]))
    } else if let pointer = text.dropping("$request.body#") {
      self = Self.tokens(pointer).first.map { .member($0) } ?? .constant(value)
    } else {
      let parameter = Parameter.Location.allCases.lazy.compactMap { location in
        text.dropping("$request.\(location.rawValue).").map { Self.parameter(location, $0) }
      }.first
      self = parameter ?? .constant(value)
    }
  }

  /// RFC 6901, section 4.
  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      token.split(separator: "~1", omittingEmptySubsequences: false).map { piece in
        piece.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
      }.joined(separator: "/")
    }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  /// A name for a variable: letters, digits and underscores of ASCII.
  var variableName: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Letters and digits alone, in lower case: what `user_id`, `userId` and `UserID` share.
  var bareName: String { String(filter { $0.isLetter || $0.isNumber }).lowercased() }
}

extension Operation {
  /// The response to a request that succeeds: the first of 200…299, else the first.
  var success: Response { responses.first { 200..<300 ~= $0.status } ?? responses[0] }

  func response(_ status: Int) -> Response? { responses.first { $0.status == status } }

  /// For people.
  var title: String { documentation.summary.isEmpty ? operationID : documentation.summary }
}

extension Content {
  /// The one to show and to ask for: JSON, or else what is preferred.
  var shown: Representation { json ?? representations[0] }

  var json: Representation? { representations.first { $0.codec == .json } }
}

extension Parameter {
  func isNamed(_ name: String) -> Bool {
    name == wireName || name == "\(location.rawValue).\(wireName)"
  }
}
