import AccordModel

/// The client type; its functions are emitted with their operations.
struct ClientEmitter {
  let contract: Contract
  let names: ServiceNames

  var code: Code {
    [client, contract.securitySchemes.isEmpty ? "" : authorization].paragraphs
  }

  private var client: Code {
    """
    /// Calls the \(comment: contract.title) service of \(comment: contract.source), or another that keeps its contract.
    public struct \(names.client): Sendable {
      let \(names.connectionProperty): ClientConnection

      /// - Parameters:
      ///   - baseURL: where the contract's paths begin\(serverHint).
      ///   - middleware: the first sees a request first, and its response last.
      ///   - timeout: the longest one attempt may take; nil leaves it to the transport.
      public init(
        baseURL: String, transport: any ClientTransport,
        middleware: [any ClientMiddleware] = [], timeout: Duration? = nil
      ) {
        \(names.connectionProperty) = ClientConnection(
          baseURL: baseURL, transport: transport, middleware: middleware, timeout: timeout)
      }
    }
    """
  }

  private var serverHint: Code {
    contract.servers.first.map { ", such as `\(comment: $0.url)`" } ?? ""
  }

  private var authorization: Code {
    """
    extension ClientCall {
      mutating func authorize(_ credential: \(names.credential)) {
        switch credential {
        \(contract.securitySchemes.map(authorize))
        }
      }
    }
    """
  }

  private func authorize(_ scheme: SecurityScheme) -> Code {
    switch scheme.kind {
    case .bearer: "case .\(scheme.name)(let token): authorize(bearer: token)"
    case .basic:
      """
      case .\(scheme.name)(let username, let password):
        authorize(username: username, password: password)
      """
    }
  }
}
