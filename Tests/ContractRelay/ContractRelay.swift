import ServiceWiring

/// `contract-relay user|music|datastore|all`: as `services`, but each request and answer goes once
/// more through the generated client and server of its contract, and only then to the handlers.
@main enum ContractRelay {
  static func main() async {
    await ServicesProgram(front: relay).run()
  }
}
