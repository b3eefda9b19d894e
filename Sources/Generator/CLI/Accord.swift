import ArgumentParser

/// The compiler's command line.
@main struct Accord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord",
    abstract: "Compiles OpenAPI contracts into Swift: models, validation, server and client.",
    subcommands: [
      Generate.self, Check.self, Postman.self, ContractTests.self, CloudFormation.self, Relay.self,
    ])
}
