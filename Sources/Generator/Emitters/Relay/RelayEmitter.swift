package import AccordModel

/// Writes a conformance to a contract's service that passes every call on with its client, so that
/// what is asked of the one server is answered by another, through both halves of generated code.
///
/// It stands outside of the module that holds the rest, so it sees what is public there.
package struct RelayEmitter: Emitter {
  private let module: Identifier

  /// - Parameter module: what holds the contract's generated code.
  package init(module: Identifier) {
    self.module = module
  }

  /// One file, such as `UserRelay.swift`; none for a contract without operations.
  package func files(for contract: Contract) -> [OutputFile] {
    guard !contract.operations.isEmpty else { return [] }
    let code = [contract.fileHeader, imports, relay(contract)].paragraphs
    return [
      OutputFile(
        path: "\(contract.name.text)Relay.swift",
        text: Qualification(contract).finished(code.text) + "\n")
    ]
  }

  /// No more of the runtime than is named: its other types may be called as the contract's are.
  private var imports: Code {
    """
    import \(module)

    import struct AccordRuntime.UnexpectedResponse
    """
  }

  private func relay(_ contract: Contract) -> Code {
    let names = ServiceNames(contract)
    let spelling = Spelling(contract)
    let operations = contract.operations.map { operation in
      RelayOperationEmitter(
        shape: OperationShape(
          operation: operation, spelling: spelling, names: names, schemes: contract.securitySchemes)
      )
    }
    let functions = operations.map(\.function)
    let hasSecurity = !contract.securitySchemes.isEmpty
    let authentication = hasSecurity ? [authentication(names)] : []
    let structure: Code = """
      /// Answers as another server of the \(comment: contract.title) service does, which it asks with `\(names.client)`.
      ///
      /// What the contract does not document as an answer is thrown.
      struct \(contract.name, suffix: "Relay"): \(names.service) {
        let \(names.relayProperty): \(names.client)

        \((authentication + functions).paragraphs)
      }
      """
    return ([structure] + operations.map(\.conversion)).paragraphs
  }

  private func authentication(_ names: ServiceNames) -> Code {
    let head = Code.head(
      "func authenticate",
      ["_ credential: \(names.credential)", "for operation: \(names.operation)"],
      " -> \(names.credential) {")
    return """
      /// The credential as it came: the other server judges it.
      \(head)
        credential
      }
      """
  }
}
