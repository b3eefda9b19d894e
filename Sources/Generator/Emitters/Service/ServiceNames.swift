import AccordModel

/// The names of what there is once in a contract.
struct ServiceNames {
  let service: Code
  let server: Code
  let client: Code
  let operation: Code
  let credential: Code
  let tables: Code
  /// The associated type, and the server's generic parameter: unlike the operations' namespaces
  /// and functions.
  let principal: Code
  let serviceParameter: Code
  /// Stored properties, unlike the functions beside them.
  let serviceProperty: Code
  let routerProperty: Code
  let connectionProperty: Code
  let relayProperty: Code
  /// The routing table, beside the cases of the operations.
  let routesProperty: Code

  init(_ contract: Contract) {
    service = "\(contract.name, suffix: "Service")"
    server = "\(contract.name, suffix: "Server")"
    client = "\(contract.name, suffix: "Client")"
    operation = "\(contract.name, suffix: "Operation")"
    credential = "\(contract.name, suffix: "Credential")"
    tables = "\(contract.name, suffix: "Tables")"
    let namespaces = contract.operations.map(\.typeName.text)
    let functions = contract.operations.map(\.name.text)
    principal = Code.name(["Principal", "Caller"], unlike: namespaces + functions)
    serviceParameter = Code.name(["Service", "Implementation"], unlike: namespaces + functions)
    serviceProperty = Code.name(["service", "ownService"], unlike: functions)
    routerProperty = Code.name(["router", "ownRouter"], unlike: functions)
    connectionProperty = Code.name(["connection", "ownConnection"], unlike: functions)
    relayProperty = Code.name(["client", "ownClient"], unlike: functions)
    routesProperty = Code.name(["routes", "ownRoutes"], unlike: functions)
  }
}
