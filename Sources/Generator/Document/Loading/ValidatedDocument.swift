package import AccordPattern
package import AccordYAML

/// A contract that has passed every rule. Holding one is the proof: nothing below here can fail.
package struct ValidatedDocument: Sendable {
  /// The root document.
  package let document: Document
  /// Every file the contract reaches, the root first.
  package let files: [SourceFile]
  /// In document order.
  package let operations: [ValidatedOperation]
  /// The root's component schemas in document order, then those of other files that it uses, in the order of
  /// first use, then whatever else its references lead to that has no place in one of these.
  package let namedSchemas: [NamedSchema]
  private let set: DocumentSet

  /// Throws the problems of all rules at once.
  package init(checking set: DocumentSet) throws(Diagnostics) {
    if let problems = Diagnostics(Rule.all.flatMap { $0.problems(set) }) { throw problems }
    self.init(passed: set)
  }

  /// Loads and checks in one go, so that problems of shape and of rules are reported together.
  ///
  /// - Parameter reserved: what generated code declares beside the contract's types.
  package init(
    loading path: String, reserving reserved: [String] = [],
    reading readFile: DocumentLoader.ReadFile
  ) throws(Diagnostics) {
    var (set, problems) = try DocumentLoader.read(path, reading: readFile)
    set.reservedTypeNames = reserved
    let all = problems + Rule.all.flatMap { $0.problems(set) }
    if let problems = Diagnostics(all) { throw problems }
    self.init(passed: set)
  }

  private init(passed set: DocumentSet) {
    self.set = set
    document = set.root
    files = set.files
    operations = ValidatedOperation.all(in: set)
    namedSchemas = NamedSchema.all(in: set)
  }
}

extension ValidatedDocument {
  /// Every schema of the files, wherever it stands.
  package var schemas: [Schema] { self.set.inventory.schemas }
  /// The schema itself, or what its `$ref` leads to in the end.
  package func schema(_ schema: Schema) -> Resolved<Schema> { resolve(.inline(schema)) }
  /// The schema itself, then all that its `$ref` leads to in turn, the one of `schema(_:)` last. Annotations apply
  /// from each of them, the nearest first; never empty.
  package func chain(from schema: Schema) -> [Schema] { set.chain(from: schema) ?? [schema] }
  /// A pattern of the contract, compiled; nil for any other text.
  package func pattern(_ source: String) -> Pattern? { set.patterns.pattern(source) }
  package func parameter(_ it: Referenced<Parameter>) -> Resolved<Parameter> { resolve(it) }
  package func header(_ it: Referenced<Header>) -> Resolved<Header> { resolve(it) }
  package func requestBody(_ it: Referenced<RequestBody>) -> Resolved<RequestBody> { resolve(it) }
  package func response(_ it: Referenced<Response>) -> Resolved<Response> { resolve(it) }
  package func example(_ it: Referenced<Example>) -> Resolved<Example> { resolve(it) }
  package func link(_ it: Referenced<Link>) -> Resolved<Link> { resolve(it) }
  package func securityScheme(_ it: Referenced<SecurityScheme>) -> Resolved<SecurityScheme> {
    resolve(it)
  }

  /// The root's security schemes, in document order.
  package var securitySchemes: [(name: String, scheme: SecurityScheme)] {
    (document.components?.securitySchemes ?? OrderedMap()).map {
      ($0.name, resolve($0.value).value)
    }
  }

  private func resolve<Object: Referable>(_ referenced: Referenced<Object>) -> Resolved<Object> {
    if let resolved = set.resolve(referenced) { return resolved }
    // The rule on references leaves none that fails; an empty object keeps this function total all the same.
    let nothing = Node(.mapping(Mapping([])), range: referenced.range)
    return Resolved(value: ReadingLog().read(Object.self, from: nothing), identity: nil)
  }
}
