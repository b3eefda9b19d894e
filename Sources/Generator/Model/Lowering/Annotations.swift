import AccordDocument
import AccordYAML

/// What the schemas along a chain of `$ref` say about a value beside its assertions.
///
/// Each of them may annotate; where several say the same thing, the nearest to the use is heard.
struct Annotations {
  /// The nearest first, the schema with the assertions last; never empty.
  private let chain: [Schema]

  init(_ schema: Schema, in document: ValidatedDocument) {
    chain = document.chain(from: schema)
  }

  var defaultValue: Value? {
    nearest { $0.annotations.defaultValue }.map { node in
      // A default is a Swift literal, and Swift has no `1e2` among its integers.
      isInteger ? ExactNumber(node)?.int.map { .number("\($0)") } ?? Value(node) : Value(node)
    }
  }

  private var isInteger: Bool {
    guard let schema = chain.last else { return false }
    switch SchemaKind(schema) {
    case .integer, .integerEnumeration: return true
    default: return false
    }
  }

  /// All of a chain: deprecated anywhere is deprecated (JSON Schema 2020-12 validation, 9.3).
  func isDeprecated(_ extent: Extent) -> Bool {
    schemas(extent).contains { $0.annotations.deprecated }
  }

  func documentation(_ extent: Extent) -> Documentation {
    schemas(extent).map(\.documentation).first { $0 != Documentation() } ?? Documentation()
  }

  func examples(_ extent: Extent) -> [Example] {
    schemas(extent).map(\.examples).first { !$0.isEmpty } ?? []
  }

  /// A declared type carries its own annotations, so they are not repeated where it is used.
  enum Extent {
    case whole, besideDeclaredType

    init(of shape: Shape) {
      switch shape {
      case .declared, .nullable(.declared): self = .besideDeclaredType
      default: self = .whole
      }
    }
  }

  private func schemas(_ extent: Extent) -> ArraySlice<Schema> {
    switch extent {
    case .whole: chain[...]
    // A type declared in place is documented twice, at the type and at the use, as its schema stands at both.
    case .besideDeclaredType: chain.count == 1 ? chain[...] : chain.dropLast()
    }
  }
}

// XML (OpenAPI 3.1, 4.8.26).
extension Annotations {
  var xmlName: String? { xml(\.name) }
  var isXMLAttribute: Bool { xml { $0.node["attribute"] == nil ? nil : $0.attribute } ?? false }
  var isXMLWrapped: Bool { xml { $0.node["wrapped"] == nil ? nil : $0.wrapped } ?? false }

  private func xml<Word>(_ word: (XMLObject) -> Word?) -> Word? {
    nearest { $0.xml.flatMap(word) }
  }

  private func nearest<Word>(_ word: (Schema) -> Word?) -> Word? {
    chain.lazy.compactMap(word).first
  }
}

extension Lowering {
  /// A parameter's or header's own words; without them, those of its schema.
  func documentation(_ description: String?, _ annotations: Annotations?) -> Documentation {
    let own = Documentation(description: description)
    return own == Documentation() ? annotations?.documentation(.whole) ?? own : own
  }
}

extension Schema {
  var documentation: Documentation {
    Documentation(summary: annotations.title, description: annotations.description)
  }

  var examples: [Example] {
    let nodes = (annotations.example.map { [$0] } ?? []) + annotations.examples
    return nodes.enumerated().map { Example(name: "example\($0 + 1)", value: Value($1)) }
  }
}
