import AccordModel

/// The names of what there is once in a contract.
struct ServiceNames {
  let service: Code
  let server: Code
  let client: Code
  let operation: Code
  let credential: Code
  /// Stored properties, unlike the functions beside them.
  let serviceProperty: Code
  let routerProperty: Code
  let connectionProperty: Code

  init(_ contract: Contract) {
    service = "\(contract.name, suffix: "Service")"
    server = "\(contract.name, suffix: "Server")"
    client = "\(contract.name, suffix: "Client")"
    operation = "\(contract.name, suffix: "Operation")"
    credential = "\(contract.name, suffix: "Credential")"
    let functions = contract.operations.map(\.name.text)
    serviceProperty = Code.name(["service", "ownService"], unlike: functions)
    routerProperty = Code.name(["router", "ownRouter"], unlike: functions)
    connectionProperty = Code.name(["connection", "ownConnection"], unlike: functions)
  }
}
