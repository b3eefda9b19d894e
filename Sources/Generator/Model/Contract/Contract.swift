/// The intermediate representation: one contract in Swift's terms, and the source of every artefact.
///
/// It knows neither OpenAPI nor Swift syntax. Everything in it is resolved, named and known to be
/// emittable; collections are in document order.
package struct Contract: Sendable {
  /// The stem of the service's names: `User` gives `UserService`, `UserServer`, `UserClient`.
  package var name: Identifier
  /// The contract's path as shown to people, `spec/user.yaml`.
  package var source: String
  package var title: String
  package var version: String
  package var documentation: Documentation
  package var servers: [Server]
  package var tags: [Tag]
  /// Declared types: components first, each in document order, then what is declared inline.
  package var types: [TypeDeclaration]
  package var operations: [Operation]
  /// The schemes that some operation uses.
  package var securitySchemes: [SecurityScheme]
  /// The tables that hold objects of declared types.
  package var tables: [Table]

  package init(
    name: Identifier, source: String, title: String, version: String,
    documentation: Documentation = Documentation(), servers: [Server] = [], tags: [Tag] = [],
    types: [TypeDeclaration] = [], operations: [Operation] = [],
    securitySchemes: [SecurityScheme] = [], tables: [Table] = []
  ) {
    self.name = name
    self.source = source
    self.title = title
    self.version = version
    self.documentation = documentation
    self.servers = servers
    self.tags = tags
    self.types = types
    self.operations = operations
    self.securitySchemes = securitySchemes
    self.tables = tables
  }
}

package struct Server: Sendable {
  /// The URL with its variables' defaults filled in.
  package var url: String
  package var documentation: Documentation

  package init(url: String, documentation: Documentation = Documentation()) {
    self.url = url
    self.documentation = documentation
  }
}

package struct Tag: Sendable {
  package var name: String
  package var documentation: Documentation

  package init(name: String, documentation: Documentation = Documentation()) {
    self.name = name
    self.documentation = documentation
  }
}

/// What the contract says to people about a thing; both parts may be empty.
package struct Documentation: Sendable, Hashable {
  /// One line.
  package var summary: String
  /// CommonMark, any number of lines.
  package var description: String

  package init(summary: String = "", description: String = "") {
    self.summary = summary
    self.description = description
  }
}

/// Where in a contract something stands; lines and columns count from 1.
package struct Place: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A value written in a contract: an example, a default, a constant.
package indirect enum Value: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// The number's exact text, valid JSON.
  case number(String)
  case string(String)
  case array([Value])
  case object([Member])

  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: Value

    package init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }
}

/// A named example of a body or parameter.
package struct Example: Sendable {
  package var name: String
  package var summary: String
  package var value: Value

  package init(name: String, summary: String = "", value: Value) {
    self.name = name
    self.summary = summary
    self.value = value
  }
}
