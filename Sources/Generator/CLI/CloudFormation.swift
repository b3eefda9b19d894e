import AccordEmitters
import ArgumentParser

struct CloudFormation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudformation",
    abstract: "Write a CloudFormation template of the contracts' tables.",
    discussion: """
      A table is declared by 'x-accord-table' on a schema. The template creates them in DynamoDB; \
      their names end with its parameter Suffix.
      """)

  @Argument(help: "The contracts, OpenAPI 3.1 documents in YAML or JSON.")
  var files: [String]

  @Option(help: "The template to write, in JSON; its folder is made if need be.")
  var output: String

  func run() throws {
    try reportingFailure {
      let contracts = try Pipeline.contracts(of: files, from: ContractFiles(root: nil))
      let emitter = try CloudFormationEmitter(tables: TableCollection(contracts).tables)
      try OutputWriter.put(emitter.template, at: output)
    }
  }
}
