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
  /// What plans call the service: the contract's file without folder and extensions, `user` for
  /// `spec/user.yaml`; or its name, where that is another.
  var fileStem: String {
    let file = source.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    if let file, file.bareName == name.text.bareName { return file }
    return name.text.prefix(1).lowercased() + name.text.dropFirst()
  }
}
