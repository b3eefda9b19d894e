import AccordModel

/// The server: routing table, dispatch and authentication.
struct ServerEmitter {
  let contract: Contract
  let names: ServiceNames

  var code: Code {
    [server, contract.securitySchemes.isEmpty ? "" : authentication, routes].paragraphs
  }

  private var server: Code {
    """
    /// Serves a `\(names.service)`: finds the operation that a request asks for, checks and decodes
    /// the request, calls the service, and encodes its answer.
    public struct \(names.server)<\(names.serviceParameter): \(names.service)>: Responder {
      let \(names.serviceProperty): \(names.serviceParameter)
      private let \(names.routerProperty) = Router(\(names.operation).\(names.routesProperty))

      public init(_ service: \(names.serviceParameter)) {
        self.\(names.serviceProperty) = service
      }

      public func respond(to request: ServerRequest) async -> ServerResponse {
        \(dispatch)
      }
    }
    """
  }

  private var dispatch: Code {
    """
    await \(names.routerProperty).respond(to: request) { operation, request in
      switch operation {
      \(contract.operations.map { "case .\($0.name): try await self.\($0.name)(request)" })
      }
    }
    """
  }

  private var authentication: Code {
    """
    extension \(names.server) {
      \([requiredAuthentication, contract.hasOptionalSecurity ? optionalAuthentication : ""].paragraphs)
    }
    """
  }

  private var requiredAuthentication: Code {
    """
    /// Whom the request's credential stands for; throws the answer if for nobody.
    func authenticate(
      _ request: RoutedRequest, for operation: \(names.operation),
      by schemes: [CredentialScheme<\(names.credential)>]
    ) async throws -> \(names.serviceParameter).\(names.principal) {
      try await request.authenticate(schemes, realm: \(realm)) { credential in
        try await \(names.serviceProperty).authenticate(credential, for: operation)
      }
    }
    """
  }

  private var optionalAuthentication: Code {
    """
    /// The same, but nil if the request shows no credential at all.
    func authenticateIfShown(
      _ request: RoutedRequest, for operation: \(names.operation),
      by schemes: [CredentialScheme<\(names.credential)>]
    ) async throws -> \(names.serviceParameter).\(names.principal)? {
      try await request.authenticateIfShown(schemes, realm: \(realm)) { credential in
        try await \(names.serviceProperty).authenticate(credential, for: operation)
      }
    }
    """
  }

  private var realm: Code { "\"\(contract.name, suffix: "")\"" }

  private var routes: Code {
    """
    extension \(names.operation) {
      static var \(names.routesProperty): [Route<\(names.operation)>] {
        \(Code.array(contract.operations.map(route)))
      }
    }
    """
  }

  private func route(_ operation: Operation) -> Code {
    "Route(\"\(operation.method.code)\", \(literal: operation.path.text), .\(operation.name))"
  }
}

extension Contract {
  var hasOptionalSecurity: Bool {
    operations.contains { if case .optional = $0.security { true } else { false } }
  }
}
