import AccordModel

/// The plan of a contract's tests: what is documented, and the cases.
struct Plan {
  let service: Service

  private var contract: Contract { service.contract }

  var value: Value {
    let cases = self.cases
    let plan: Value = [
      "contract": .string(contract.source), "service": .string(contract.fileStem),
      "title": .string(contract.title), "version": .string(contract.version),
      "variables": .array(variables),
      "definitions": .object(schemas.definitions(of: shapes)),
      "paths": .array(paths),
      "operations": .array(
        contract.operations.map { schemas.value(of: $0).adding("schemes", schemes(of: $0)) }),
    ]
    return
      plan
      .adding("cases", .array(cases.map(\.value)))
      .adding("unreached", .array(Unreached(service: service, cases: cases).values))
  }

  private var schemas: SchemaJSON { SchemaJSON(service.shapes, style: .closedWithXML) }

  var cases: [TestCase] {
    contract.operations.flatMap { operation in
      Subject(operation, of: service).cases
    } + PathCases(contract: contract).cases + FlowCases(service: service).cases
  }

  /// Credentials that no operation known here issues: whoever runs the plan must have them.
  private var variables: [Value] {
    service.chains.credentials.tokens.filter {
      $0.variable.value == nil && service.issuers[$0.variable.name] == nil
    }.map { ["name": .string($0.variable.name), "scheme": .string($0.scheme.wireName)] }
  }

  /// The schemes of HTTP that challenges of the operation may have (RFC 9110, 11.6.1).
  private func schemes(of operation: Operation) -> Value? {
    switch operation.security {
    case .none: return nil
    case .required(let names), .optional(let names):
      let schemes = contract.securitySchemes.filter { names.contains($0.name) }
      return .array(
        schemes.map { scheme in
          switch scheme.kind {
          case .bearer: "Bearer"
          case .basic: "Basic"
          }
        })
    }
  }

  /// The shapes whose schemas the plan holds: all that is answered, and bodies in XML.
  private var shapes: [Shape] {
    contract.operations.flatMap { operation in
      let answered = operation.responses.flatMap { response in
        [response.content?.shape].compactMap { $0 } + response.headers.map(\.shape)
      }
      return answered + [operation.body?.content].compactMap { $0 }.filter(\.hasXML).map(\.shape)
    }
  }

  private var paths: [Value] {
    contract.pathTemplates.map { path in
      [
        "path": .string(path.text),
        "methods": .array(contract.methods(of: path).map { .string($0) }),
      ]
    }
  }
}

extension Contract {
  /// Each once, in the contract's order.
  var pathTemplates: [PathTemplate] {
    operations.enumerated().filter { index, operation in
      operations.firstIndex { $0.path == operation.path } == index
    }.map(\.element.path)
  }

  /// What the path answers, in alphabetical order.
  func methods(of path: PathTemplate) -> [String] {
    operations.filter { $0.path == path }.map(\.method.rawValue).sorted()
  }
}

extension Place {
  /// `spec/user.yaml:287:5`.
  var text: String { "\(file):\(line):\(column)" }
}
