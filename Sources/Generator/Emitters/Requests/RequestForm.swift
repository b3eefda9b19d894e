import AccordModel

/// An operation's request, filled in; negative cases change one thing about it.
struct RequestForm {
  enum Authentication {
    /// With the first of the service's tokens, as a collection as a whole does.
    case inherited(ChainVariable)
    case none
    case bearer(String)
    case basic(username: String, password: String)
  }

  struct FilledParameter {
    var parameter: Parameter
    /// What is sent; several texts for an array, never none.
    var texts: [String]
    var example: Value
    /// Whether it is sent: always if it is required.
    var isSent: Bool
    /// For people: where its value is to be put, if anywhere.
    var note = ""

    mutating func send(_ variable: ChainVariable) {
      texts = [variable.reference]
      isSent = true
    }

    mutating func send(_ value: Value) {
      texts = value.texts(in: parameter.location)
      isSent = true
    }
  }

  let operation: Operation
  let baseURL: String
  var parameters: [FilledParameter]
  var accept: String?
  /// The media type of the body, if one is sent.
  var contentType: String?
  var body: Value?
  /// Whether the last character of the body is not sent.
  var isCutShort = false
  /// The body before anything is filled in.
  let exampleBody: Value?
  var authentication: Authentication

  /// - Parameter example: a value of the body, where it is not to be the contract's first one
  init(_ operation: Operation, of service: Service, example: Value? = nil) {
    self.operation = operation
    baseURL = service.baseURL
    parameters = operation.parameters.map { Self.fill($0, operation, service) }
    accept = operation.success.content?.shown.mediaType
    contentType = operation.body?.content.shown.mediaType
    let example = operation.body.map {
      (example ?? ExampleValue(service.shapes).value(of: $0.content)).withoutReferences
    }
    exampleBody = example
    body = operation.body.flatMap { request in
      example.map { Self.fill($0, request.content, operation, service) }
    }
    authentication = Self.authentication(operation, service)
  }

  private static func fill(
    _ parameter: Parameter, _ operation: Operation, _ service: Service
  ) -> FilledParameter {
    let example = ExampleValue(service.shapes).value(of: parameter).withoutReferences
    let texts =
      switch service.chains.filling(of: parameter, in: operation) {
      case .variable(let variable): [variable.reference]
      case .constant(let value): value.texts(in: parameter.location)
      case nil: example.texts(in: parameter.location)
      }
    return FilledParameter(
      parameter: parameter, texts: texts, example: example, isSent: parameter.isRequired)
  }

  private static func fill(
    _ example: Value, _ content: Content, _ operation: Operation, _ service: Service
  ) -> Value {
    let structure = service.shapes.structure(content.shape, of: example)
    return service.chains.filledMembers(of: operation).reduce(example) { body, name in
      switch service.chains.filling(ofMember: name, in: operation) {
      case .constant(let value): return body.replacing(name, with: value)
      case .variable(let variable):
        let property = structure?.properties.first { $0.wireName == name }
        let isUnquoted = property.map { service.shapes.isUnquoted($0.shape) } ?? false
        return body.replacing(name, with: variable.placeholder(isUnquoted: isUnquoted))
      case nil: return body
      }
    }
  }

  private static func authentication(_ operation: Operation, _ service: Service) -> Authentication {
    let credentials = service.chains.credentials
    if let token = credentials.token(for: operation) {
      let isFirst = token.variable.name == credentials.tokens.first?.variable.name
      return isFirst ? .inherited(token.variable) : .bearer(token.variable.reference)
    }
    return credentials.account(for: operation).map {
      .basic(username: "{{\($0.usernameVariable)}}", password: "{{\($0.passwordVariable)}}")
    } ?? .none
  }
}

extension RequestForm {
  /// How the body is written: as its media type has it, and one that the contract has not as the one
  /// that the contract shows.
  var codec: Representation.Codec? {
    guard let content = operation.body?.content, body != nil, let contentType else { return nil }
    return content.representations.first { $0.mediaType == contentType }?.codec
      ?? content.shown.codec
  }

  /// The body as it is sent.
  func bodyText(_ shapes: Shapes) -> String? {
    guard let body, let codec, let content = operation.body?.content else { return nil }
    let text = content.text(of: body, codec, shapes)
    return isCutShort ? String(text.dropLast()) : text
  }

  var headers: [(name: String, value: String)] {
    [("Accept", accept), ("Content-Type", body == nil ? nil : contentType)].compactMap {
      name, value in
      value.map { (name, $0) }
    }
  }

  /// Whether the variable's value is part of the request.
  func mentions(_ variable: ChainVariable) -> Bool {
    let isCredential =
      switch authentication {
      case .inherited(let token): token == variable
      case .bearer(let text): text == variable.reference
      case .none, .basic: false
      }
    return isCredential || body?.jsonText.contains(variable.reference) == true
      || parameters.contains { $0.isSent && $0.texts.contains(variable.reference) }
  }

  /// The path's segments, with what `text` gives for a parameter that is a whole one.
  func pathSegments(_ text: (String) -> String) -> [String] {
    operation.path.filled(whole: text) { self.text(ofPathParameter: $0) }
  }

  func text(ofPathParameter name: String) -> String {
    let filled = parameters.first {
      $0.parameter.location == .path && $0.parameter.wireName == name
    }
    return filled?.texts.first ?? ""
  }
}

extension PathTemplate {
  /// The segments with a text for each parameter: one that is a whole segment, or a part of one.
  func filled(whole: (String) -> String, part: (String) -> String) -> [String] {
    segments.map { segment in
      switch segment {
      case .literal(let text): text.pathEncoded
      case .parameter(let name): whole(name)
      case .mixed(let pieces):
        pieces.map { piece in
          switch piece {
          case .literal(let text): text.pathEncoded
          case .parameter(let name): part(name)
          }
        }.joined()
      }
    }
  }
}

extension Content {
  /// A value as it stands in a body.
  func text(of value: Value, _ codec: Representation.Codec, _ shapes: Shapes) -> String {
    switch codec {
    case .json: value.jsonText
    case .xml: XMLText(shapes).document(value, of: self)
    case .text, .textOfProperty: value.plainText
    }
  }
}

extension Value {
  /// Texts with a space between two opening braces, so that none is taken for a variable.
  fileprivate var withoutReferences: Value {
    switch self {
    case .null, .boolean, .number: self
    case .string(let text): .string(text.separatingBraces)
    case .array(let items): .array(items.map(\.withoutReferences))
    case .object(let members):
      .object(
        members.map { .init(name: $0.name.separatingBraces, value: $0.value.withoutReferences) })
    }
  }

  /// A scalar without quotes; anything else as JSON.
  var plainText: String {
    if case .string(let text) = self { text } else { jsonText }
  }

  /// As a parameter's value is sent: several texts for an array, never none.
  func texts(in location: Parameter.Location) -> [String] {
    if case .array(let items) = self {
      return items.isEmpty ? [""] : items.flatMap { $0.texts(in: location) }
    }
    return [location == .header ? plainText : plainText.percentEncoded]
  }
}

extension String {
  fileprivate var separatingBraces: String {
    var text = ""
    for character in self {
      if character == "{", text.last == "{" { text += " " }
      text.append(character)
    }
    return text
  }

  /// For a path segment or a query: all but the unreserved characters (RFC 3986, 2.3) is escaped.
  var percentEncoded: String { percentEncoded(besides: "") }

  /// A literal of a path template: what a path cannot have (RFC 3986, 3.3) is escaped.
  var pathEncoded: String { percentEncoded(besides: "%!$&'()*+,;=:@") }

  private func percentEncoded(besides kept: String) -> String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where kept.utf8.contains(byte):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
