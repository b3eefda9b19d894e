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

  @OptionGroup var chosen: ChosenContracts

  @Option(help: "The template to write, in JSON; its folder is made if need be.")
  var output = "cloudformation.json"

  func run() throws {
    try reportingFailure {
      let contracts = try Pipeline.contracts(of: chosen.files, from: ContractFiles(root: nil))
      let emitter = try CloudFormationEmitter(contracts)
      try OutputWriter.put(emitter.template, at: output)
    }
  }
}
