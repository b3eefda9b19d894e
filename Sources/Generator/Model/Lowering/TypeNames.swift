import AccordDocument
import AccordYAML

/// Which schemas become declared types, and what the types are called.
///
/// A component is called after its key. What is declared inline stands inside the type it belongs
/// to: a property's type in its structure, a body's in its operation.
struct TypeNames {
  private let document: ValidatedDocument
  private let lists: Circles<Place>
  private var names: [Place: TypeName] = [:]
  let operationNames: OperationNames
  /// Their namespaces, by operation id.
  private(set) var operations: [String: Identifier] = [:]
  private var topLevel: Scope
  private var topLevelNames: Set<String> = []

  init(of document: ValidatedDocument, reserved: [String]) {
    self.document = document
    lists = Circles(ofListsIn: document)
    operationNames = OperationNames(document.operations, reserved: reserved)
    topLevel = Scope(reserved: reserved)
    nameComponents()
    nameOperations()
    for operation in document.operations { nameTypes(in: operation) }
  }

  /// The declared type that a schema, references followed, becomes; nil when it needs none.
  func name(of schema: Schema) -> TypeName? {
    names[Place(schema.range)]
  }

  /// Whether a schema becomes a type wherever it stands.
  func needsType(_ schema: Schema) -> Bool {
    SchemaKind(schema).isDeclared || containsItself(schema)
  }

  /// Whether an array or dictionary is its own item or value, through others at most.
  func containsItself(_ schema: Schema) -> Bool {
    lists.join(Place(schema.range), Place(schema.range))
  }
}

// Naming, outermost scope first.
extension TypeNames {
  private mutating func nameComponents() {
    let components = document.namedSchemas
    let texts = Self.distinctTexts(components)
    let identifiers = topLevel.identifiers(
      for: texts, chosen: components.map(\.schema.chosenName), style: .type)
    topLevelNames = Set(identifiers.map(\.text))
    for (component, identifier) in zip(components, identifiers) {
      names[Place(component.schema.range)] = TypeName(identifier)
    }
    for (component, identifier) in zip(components, identifiers) {
      nameParts(of: component.schema, named: identifier)
    }
  }

  /// Components of one name in two files are told apart by the file's; those in files of one name,
  /// by the folders too.
  private static func distinctTexts(_ components: [NamedSchema]) -> [String] {
    let root = components.first?.identity.file
    let names = repeated(components.map(\.name))
    let texts = components.map { component in
      let file = component.identity.file
      guard names.contains(component.name), file != root else { return component.name }
      let stem = file.split(separator: "/").last?.split(separator: ".").first ?? ""
      return "\(stem) \(component.name)"
    }
    let alike = repeated(texts)
    return zip(components, texts).map { component, text in
      alike.contains(text) ? "\(component.identity.file) \(component.name)" : text
    }
  }

  private static func repeated(_ texts: [String]) -> Set<String> {
    Set(Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys)
  }

  /// A structure's parts stand inside it; those of an alias, which cannot hold types, beside it.
  private mutating func nameParts(of schema: Schema, named identifier: Identifier) {
    if needsType(schema) {
      nameParts(of: schema, in: TypeName(identifier))
    } else {
      let found = schema.children.flatMap { parts($0.below(identifier.text)) }
      let hints = Self.hints(found)
      let identifiers = topLevel.identifiers(for: found.map(\.path)) {
        NameCandidates(nested: hints[ExactText($0)] ?? $0, at: $0)
      }
      topLevelNames.formUnion(identifiers.map(\.text))
      name(found.map(\.schema), identifiers.map { TypeName($0) })
    }
  }

  private mutating func nameParts(of schema: Schema, in parent: TypeName) {
    // Swift takes a type and a property of one name for the other in expressions.
    let properties = PropertyNames(schema).all.map(\.text)
    name(schema.children.flatMap(parts), in: parent, reserved: properties)
  }

  private mutating func name(_ parts: [Part], in parent: TypeName, reserved: [String] = []) {
    var scope = Scope(reserved: reserved, inside: topLevelNames)
    let hints = Self.hints(parts)
    let identifiers = scope.identifiers(for: parts.map(\.path)) {
      NameCandidates(nested: hints[ExactText($0)] ?? $0, at: $0, in: parent.last.text)
    }
    name(parts.map(\.schema), identifiers.map(parent.nested))
  }

  private mutating func name(_ schemas: [Schema], _ typeNames: [TypeName]) {
    for (schema, typeName) in zip(schemas, typeNames) {
      names[Place(schema.range)] = typeName
      nameParts(of: schema, in: typeName)
    }
  }

  private static func hints(_ parts: [Part]) -> [ExactText: String] {
    Dictionary(parts.map { (ExactText($0.path), $0.hint) }) { first, _ in first }
  }

  /// The schema itself if it needs a type; what it holds that does, if it is a list or dictionary.
  private func parts(_ part: Part) -> [Part] {
    if part.schema.reference != nil { return [] }
    if needsType(part.schema) { return [part] }
    return part.schema.children.flatMap { parts($0.below(part)) }
  }
}

extension TypeNames {
  private mutating func nameOperations() {
    topLevel.reserve(memberNames)
    let ids = document.operations.map(\.id)
    let chosen = Dictionary(
      document.operations.map { ($0.id, $0.operation.chosenName) }
    ) { first, _ in first }
    let identifiers = topLevel.identifiers(for: ids) {
      NameCandidates(operation: $0, chosen: chosen[$0] ?? nil)
    }
    for (id, identifier) in zip(ids, identifiers) { operations[id] = identifier }
    topLevelNames.formUnion(identifiers.map(\.text))
  }

  /// What stands in and beside operations and is no type: a namespace of that name could not be
  /// mentioned there.
  private var memberNames: [Identifier] {
    let names = document.operations.flatMap { operation in
      ParameterNames(operation).parameters
        + inlineSchemas(of: operation, in: document).flatMap { propertyNames($0.schema) }
    }
    return operationNames.functions + OperationNames.namespaceMembers + names
  }

  private func propertyNames(_ schema: Schema) -> [Identifier] {
    if schema.reference != nil { return [] }
    return PropertyNames(schema).all + schema.children.flatMap { propertyNames($0.schema) }
  }

  private mutating func nameTypes(in operation: ValidatedOperation) {
    guard let namespace = operations[operation.id] else { return }
    let found = inlineSchemas(of: operation, in: document)
      // A response that several operations share has its types in the first of them.
      .filter { names[Place($0.schema.range)] == nil }
      .flatMap(parts)
    name(found, in: TypeName(namespace), reserved: ReservedNames.namespaces)
  }
}
