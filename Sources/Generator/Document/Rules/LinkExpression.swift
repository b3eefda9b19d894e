/// Where a runtime expression finds a value (OpenAPI 3.1, 4.8.20.4), of those that links may use.
enum LinkExpression {
  /// Of the request that is answered.
  case parameter(Parameter.Location, String)
  /// The place in that request's body.
  case request(JSONPointer)
  case header(String)
  /// The place in the response's body.
  case response(JSONPointer)
  /// One of the specification's that is not compiled.
  case unsupported
  case malformedPointer

  /// Nil for what is no runtime expression.
  init?(_ text: String) {
    let root = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard root.count == 2, ["$request", "$response"].contains(root[0]) else {
      guard ["$url", "$method", "$statusCode"].contains(text) else { return nil }
      self = .unsupported
      return
    }
    let isRequest = root[0] == "$request"
    if root[1].hasPrefix("body") {
      self.init(body: root[1].dropFirst(4), isRequest: isRequest)
      return
    }
    let parts = root[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let location = Parameter.Location(rawValue: String(parts[0])),
      location != .cookie
    else { return nil }
    let name = String(parts[1])
    if isRequest {
      self = .parameter(location, name)
    } else {
      self = location == .header ? .header(name) : .unsupported
    }
  }

  private init?(body fragment: Substring, isRequest: Bool) {
    guard fragment.isEmpty || fragment.hasPrefix("#") else { return nil }
    guard let pointer = JSONPointer(parsing: String(fragment.dropFirst())) else {
      self = .malformedPointer
      return
    }
    if !isRequest {
      self = .response(pointer)
    } else {
      self = pointer.tokens.count == 1 ? .request(pointer) : .unsupported
    }
  }
}
