package import AccordModel

/// Emits the Swift of a contract: models, service protocol, server and client.
package struct SwiftEmitter: Emitter {
  private let layout: Layout

  package init(layout: Layout) {
    self.layout = layout
  }

  package func files(for contract: Contract) -> [OutputFile] {
    let declarations = Self.declarations(of: contract)
    let files = FileAssembler(contract: contract)
    return switch layout {
    case .sharded: files.sharded(declarations)
    case .readable: files.readable(declarations)
    }
  }

  private static func declarations(of contract: Contract) -> [Declaration] {
    let spelling = Spelling(contract)
    let names = ServiceNames(contract)
    let xml = XMLUse(contract, spelling)
    let tables = TablesEmitter(contract: contract, spelling: spelling, names: names)
    return service(contract, spelling, names)
      + contract.types.flatMap(\.withNested).map {
        model($0, .model($0.name.path[0]), spelling, xml)
      }
      + tables.declarations
      + contract.operations.flatMap { operation in
        let shape = OperationShape(
          operation: operation, spelling: spelling, names: names, schemes: contract.securitySchemes)
        return self.operation(shape, xml)
      }
  }

  /// What there is once. A contract without operations has models alone: there is nothing to serve,
  /// and Swift has no enumeration of raw values without a case.
  private static func service(
    _ contract: Contract, _ spelling: Spelling, _ names: ServiceNames
  ) -> [Declaration] {
    let ends =
      contract.operations.isEmpty
      ? []
      : [
        Declaration(
          subject: .server, code: ServerEmitter(contract: contract, names: names).code,
          imports: .publicRuntime),
        Declaration(
          subject: .client, code: ClientEmitter(contract: contract, names: names).code,
          imports: .publicRuntime),
      ]
    return [
      Declaration(
        subject: .api,
        code: APIEmitter(contract: contract, spelling: spelling, names: names).code)
    ] + ends + [
      Declaration(
        subject: .patterns, code: PatternsEmitter(patterns: spelling.patterns).code,
        imports: spelling.patterns.entries.isEmpty ? Imports() : .internalRuntime)
    ]
  }

  private static func model(
    _ type: TypeDeclaration, _ subject: Declaration.Subject, _ spelling: Spelling, _ xml: XMLUse
  ) -> Declaration {
    let model = ModelEmitter(spelling: spelling).declaration(type)
    let codec = JSONCodecEmitter(spelling: spelling).codec(type)
    let isInXML = xml.types.contains(type.name)
    let shape = isInXML ? XMLShapeEmitter(spelling: spelling).conformance(type) : ""
    var imports = spelling.imports(type)
    if !shape.isEmpty { imports.xml = .public }
    return Declaration(
      subject: subject, code: [model, codec, shape].paragraphs, imports: imports)
  }

  private static func operation(_ shape: OperationShape, _ xml: XMLUse) -> [Declaration] {
    let subject = Declaration.Subject.operation(shape.name)
    let hasXML = shape.contents.contains(where: \.hasXML)
    let operation = Declaration(
      subject: subject, code: OperationEmitter(shape: shape).code,
      imports: Imports(runtime: .public, xml: hasXML ? .internal : .none))
    return [operation]
      + shape.operation.types.flatMap(\.withNested).map { model($0, subject, shape.spelling, xml) }
  }
}

extension Spelling {
  /// An alias needs the runtime only if it names one of the runtime's types.
  fileprivate func imports(_ type: TypeDeclaration) -> Imports {
    guard case .alias(let shape) = type.kind else { return .publicRuntime }
    return mentionsRuntime(shape) ? .publicRuntime : Imports()
  }

  private func mentionsRuntime(_ shape: Shape) -> Bool {
    switch shape {
    case .any: true
    case .array(let inner, _, _), .dictionary(let inner, _), .nullable(let inner):
      mentionsRuntime(inner)
    case .string, .integer, .number, .boolean, .declared: false
    }
  }
}
