package import AccordModel

/// Emits the tests that a contract asks for: requests in steps, and what must be answered. A runner
/// sends them; it needs nothing but the plan.
///
/// A token that the contract's operations ask for and none of them issues is fetched from a contract
/// beside it that names the same security scheme.
package struct ContractTestsEmitter: Emitter {
  private let others: [Contract]

  /// - Parameter others: the contracts whose services run beside, in any order; the emitted one may
  ///   be among them
  package init(beside others: [Contract] = []) {
    self.others = others
  }

  package func files(for contract: Contract) -> [OutputFile] {
    let service = Service(contract, beside: others.filter { $0.name != contract.name })
    return [
      OutputFile(
        path: "\(contract.fileStem).contract-tests.json",
        text: Plan(service: service).value.jsonText + "\n")
    ]
  }
}

extension Contract {
  /// The name of the contract's file without its folder and extensions: `user` for
  /// `spec/user.yaml`. Plans call the service so.
  var fileStem: String {
    let file = source.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? name.text
  }
}
