import ArgumentParser

/// The compiler's command line.
@main struct Accord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord",
    abstract: "Compiles OpenAPI contracts into Swift: models, validation, server and client.",
    discussion: """
      In a package that depends on Accord, 'swift package accord <subcommand>' runs this in the \
      package's folder. Without files it takes the contracts of the package's targets or, with \
      '--target', of some of them. Where nobody can be asked whether it may write there, it is \
      'swift package --allow-writing-to-package-directory accord <subcommand>'.
      """,
    subcommands: [
      Generate.self, Check.self, Docs.self, Postman.self, ContractTests.self, CloudFormation.self,
      Relay.self,
    ])
}
