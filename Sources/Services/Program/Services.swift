import ServiceWiring

/// `services user|music|datastore|all`: the sample system's servers in one process.
@main enum Services {
  static func main() async {
    await ServicesProgram().run()
  }
}
