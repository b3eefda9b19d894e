import AccordEmitters
import ArgumentParser
import Foundation

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
      try write(CloudFormationEmitter(tables: TableCollection(contracts).tables).template)
    }
  }

  private func write(_ template: String) throws(OutputFailure) {
    let file = URL(filePath: output)
    try OutputWriter(folder: file.deletingLastPathComponent().path)
      .add(OutputFile(path: file.lastPathComponent, text: template))
  }
}
