import AccordEmitters
import ArgumentParser

struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page of reference documentation of each contract, in Markdown.",
    discussion: """
      GitHub-flavoured Markdown: the operations by tag, each with a command for curl, then the \
      schemas and the tables. The same contract gives the same bytes.
      """)

  @OptionGroup var chosen: ChosenContracts

  @Option(help: "The folder to write into; it is made if need be.")
  var output = "docs"

  @Option(help: "The folder that paths are shown relative to; else the current one.")
  var root: String?

  func run() throws {
    try reportingFailure {
      let contracts = try Pipeline.distinctContracts(
        of: chosen.files, from: ContractFiles(root: root))
      let writer = OutputWriter(folder: output)
      for file in contracts.flatMap(DocsEmitter().files) { try writer.add(file) }
    }
  }
}
