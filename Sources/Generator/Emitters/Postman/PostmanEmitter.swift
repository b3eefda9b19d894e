package import AccordModel

/// Emits a Postman Collection v2.1.0 of a contract, and an environment for each of its servers.
///
/// A token that the contract's operations ask for and none of them issues is fetched from a contract
/// beside it that names the same security scheme.
package struct PostmanEmitter: Emitter {
  private let others: [Contract]

  /// - Parameter others: the contracts whose services run beside, in any order; the emitted one may
  ///   be among them
  package init(beside others: [Contract] = []) {
    self.others = others
  }

  package func files(for contract: Contract) -> [OutputFile] {
    let service = Service(contract, beside: others.filter { $0.name != contract.name })
    let stem = contract.name.text
    let collection = OutputFile(
      path: "\(stem).postman_collection.json",
      text: CollectionValue(service: service).value.jsonText + "\n")
    return [collection] + Environments(service: service).files
  }

  /// Whether the file is an environment that an export of one of the contracts wrote. People's own
  /// lack the identifier that goes with the name.
  package func isEnvironment(_ file: OutputFile) -> Bool {
    others.contains { Environments.areWrittenTo(file, for: $0) }
  }
}
