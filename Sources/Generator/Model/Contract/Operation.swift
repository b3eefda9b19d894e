/// One operation of the service.
package struct Operation: Sendable {
  package var operationID: String
  /// The function: `updateUser`.
  package var name: Identifier
  /// The namespace of its types: `UpdateUser`, with `Input`, `Output` and `Response` inside.
  package var typeName: Identifier
  package var method: Method
  package var path: PathTemplate
  package var tags: [String]
  package var documentation: Documentation
  package var isDeprecated: Bool
  package var parameters: [Parameter]
  package var body: RequestBody?
  /// In document order; never empty.
  package var responses: [Response]
  package var security: Security
  /// The types declared inline in this operation.
  package var types: [TypeDeclaration]
  package var place: Place

  package enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET", put = "PUT", post = "POST", delete = "DELETE"
    case options = "OPTIONS", head = "HEAD", patch = "PATCH", trace = "TRACE"
  }

  package init(
    operationID: String, name: Identifier, typeName: Identifier, method: Method,
    path: PathTemplate, tags: [String] = [], documentation: Documentation = Documentation(),
    isDeprecated: Bool = false, parameters: [Parameter] = [], body: RequestBody? = nil,
    responses: [Response], security: Security = .none, types: [TypeDeclaration] = [], place: Place
  ) {
    self.operationID = operationID
    self.name = name
    self.typeName = typeName
    self.method = method
    self.path = path
    self.tags = tags
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.security = security
    self.types = types
    self.place = place
  }
}

/// A path cut at its slashes: `/user/{user_id}` is a literal and a parameter segment.
package struct PathTemplate: Sendable, Hashable {
  package enum Segment: Sendable, Hashable {
    case literal(String)
    /// A whole segment that is one parameter, by its wire name.
    case parameter(String)
    /// A segment of several pieces, such as `{name}.{extension}`; literals and parameters in turn.
    case mixed([Piece])
  }

  package enum Piece: Sendable, Hashable {
    case literal(String)
    case parameter(String)
  }

  /// As the contract has it.
  package var text: String
  package var segments: [Segment]

  package init(text: String, segments: [Segment]) {
    self.text = text
    self.segments = segments
  }
}

package struct Parameter: Sendable {
  package enum Location: String, Sendable, Hashable, CaseIterable {
    case path, query, header
  }

  package var name: Identifier
  package var wireName: String
  package var location: Location
  package var shape: Shape
  package var isRequired: Bool
  package var defaultValue: Value?
  package var documentation: Documentation
  package var isDeprecated: Bool
  package var examples: [Example]
  package var place: Place

  package init(
    name: Identifier, wireName: String, location: Location, shape: Shape, isRequired: Bool,
    defaultValue: Value? = nil, documentation: Documentation = Documentation(),
    isDeprecated: Bool = false, examples: [Example] = [], place: Place
  ) {
    self.name = name
    self.wireName = wireName
    self.location = location
    self.shape = shape
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.examples = examples
    self.place = place
  }
}

/// A model and the media types that carry it.
package struct Content: Sendable {
  package var shape: Shape
  /// In order of preference; never empty.
  package var representations: [Representation]
  package var xmlName: String

  package init(shape: Shape, representations: [Representation], xmlName: String) {
    self.shape = shape
    self.representations = representations
    self.xmlName = xmlName
  }
}

package struct Representation: Sendable {
  package enum Codec: Sendable, Hashable {
    case json
    case xml
    /// The whole model is a string and stands as it is (`text/plain`, `text/html`).
    case text
    /// The text of one required string property of the model, by its wire name; responses only.
    case textOfProperty(String)
  }

  /// `application/json`, lower-case, without parameters.
  package var mediaType: String
  package var codec: Codec
  package var examples: [Example]

  package init(mediaType: String, codec: Codec, examples: [Example] = []) {
    self.mediaType = mediaType
    self.codec = codec
    self.examples = examples
  }
}

package struct RequestBody: Sendable {
  package var content: Content
  package var isRequired: Bool
  package var documentation: Documentation

  package init(
    content: Content, isRequired: Bool, documentation: Documentation = Documentation()
  ) {
    self.content = content
    self.isRequired = isRequired
    self.documentation = documentation
  }
}

package struct Response: Sendable {
  /// 100…599.
  package var status: Int
  /// The case of `Output`: `ok`, `notFound`.
  package var name: Identifier
  package var documentation: Documentation
  package var headers: [ResponseHeader]
  package var content: Content?
  package var links: [Link]
  package var place: Place

  package init(
    status: Int, name: Identifier, documentation: Documentation = Documentation(),
    headers: [ResponseHeader] = [], content: Content? = nil, links: [Link] = [], place: Place
  ) {
    self.status = status
    self.name = name
    self.documentation = documentation
    self.headers = headers
    self.content = content
    self.links = links
    self.place = place
  }
}

package struct ResponseHeader: Sendable {
  package var name: Identifier
  package var wireName: String
  package var shape: Shape
  package var isRequired: Bool
  package var documentation: Documentation
  package var examples: [Example]

  package init(
    name: Identifier, wireName: String, shape: Shape, isRequired: Bool,
    documentation: Documentation = Documentation(), examples: [Example] = []
  ) {
    self.name = name
    self.wireName = wireName
    self.shape = shape
    self.isRequired = isRequired
    self.documentation = documentation
    self.examples = examples
  }
}

/// An OpenAPI link: which parameters of another operation a response's values fill.
package struct Link: Sendable {
  package var name: String
  package var operationID: String
  /// Parameter name to runtime expression (`$response.body#/user_id`) or constant.
  package var parameters: [Value.Member]
  package var requestBody: Value?
  package var documentation: Documentation

  package init(
    name: String, operationID: String, parameters: [Value.Member], requestBody: Value? = nil,
    documentation: Documentation = Documentation()
  ) {
    self.name = name
    self.operationID = operationID
    self.parameters = parameters
    self.requestBody = requestBody
    self.documentation = documentation
  }
}

/// Who may call an operation.
package enum Security: Sendable, Hashable {
  /// Anybody.
  case none
  /// Whoever shows one of these, by the schemes' case names; never empty.
  case required([Identifier])
  /// Anybody; a credential that is shown is checked.
  case optional([Identifier])
}

package struct SecurityScheme: Sendable {
  package enum Kind: Sendable, Hashable {
    /// RFC 6750.
    case bearer(format: String)
    /// RFC 7617.
    case basic
  }

  /// The case of the service's credential enum.
  package var name: Identifier
  /// The key under `components.securitySchemes`.
  package var wireName: String
  package var kind: Kind
  package var documentation: Documentation

  package init(
    name: Identifier, wireName: String, kind: Kind, documentation: Documentation = Documentation()
  ) {
    self.name = name
    self.wireName = wireName
    self.kind = kind
    self.documentation = documentation
  }
}
