import AccordEmitters
import AccordModel
import AccordYAML
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
    let contracts = try contracts()
    do {
      try write(CloudFormationEmitter(tables: TableCollection(contracts).tables).template)
    } catch let problem as TableProblem {
      printToStandardError(problem.description)
      throw ExitCode.failure
    } catch let failure as OutputFailure {
      printToStandardError("error: \(failure.description)\n")
      throw ExitCode.failure
    }
  }

  private func write(_ template: String) throws(OutputFailure) {
    let file = URL(filePath: output)
    try OutputWriter(folder: file.deletingLastPathComponent().path)
      .add(OutputFile(path: file.lastPathComponent, text: template))
  }

  /// Every problem of every file at once.
  private func contracts() throws -> [Contract] {
    let disk = ContractFiles(root: nil)
    var contracts: [Contract] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(Diagnostics) {
        contracts.append(try Pipeline.contract(of: file, named: nil, from: disk))
      } catch {
        problems += error.all
      }
    }
    if let problems = Diagnostics(problems) { throw report(problems) }
    return contracts
  }
}
