import AccordEmitters
import ArgumentParser

struct ContractTests: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the tests that each contract asks for, as a plan for a runner.",
    discussion: """
      A plan is JSON: requests in steps, and what must be answered. Contracts that belong together \
      are named together: a token that one service asks for is fetched from the other that issues \
      it. The same contracts give the same bytes.
      """)

  @OptionGroup var chosen: ChosenContracts

  @Option(help: "The folder to write into; it is made if need be.")
  var output = "contract-tests"

  @Option(help: "The folder that paths are shown relative to; else the current one.")
  var root: String?

  func run() throws {
    try reportingFailure {
      let contracts = try Pipeline.distinctContracts(
        of: chosen.files, from: ContractFiles(root: root))
      let emitter = ContractTestsEmitter(beside: contracts)
      let writer = OutputWriter(folder: output)
      for file in contracts.flatMap({ emitter.files(for: $0) }) { try writer.add(file) }
    }
  }
}
