import AccordEmitters
import ArgumentParser

struct Postman: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a Postman collection of each contract, and an environment for each server.",
    discussion: """
      Collection v2.1.0, with tests. Contracts that belong together are named together: a token \
      that one service asks for is fetched from the other that issues it. The same contracts give \
      the same bytes, and no file holds a secret.
      """)

  @OptionGroup var chosen: ChosenContracts

  @Option(help: "The folder to write into; it is made if need be.")
  var output = "postman"

  @Option(help: "The stem of the files' names, for one contract; else the target's or file's.")
  var name: String?

  @Option(help: "The folder that paths are shown relative to; else the current one.")
  var root: String?

  func validate() throws {
    guard name == nil || chosen.files.count == 1 else {
      throw ValidationError("'--name' is for one contract.")
    }
  }

  func run() throws {
    try reportingFailure {
      let contracts = try Pipeline.distinctContracts(
        of: chosen.files, named: name, from: ContractFiles(root: root))
      let emitter = PostmanEmitter(beside: contracts)
      try write(contracts.flatMap { emitter.files(for: $0) }, emitter)
    }
  }

  /// The folder may hold anything else besides. Environments of earlier exports that are no longer
  /// among the files are removed.
  private func write(_ files: [OutputFile], _ emitter: PostmanEmitter) throws(OutputFailure) {
    let writer = OutputWriter(folder: output)
    for file in files { try writer.add(file) }
    let names = Set(files.map(\.path))
    try writer.remove { !names.contains($0.path) && emitter.isEnvironment($0) }
  }
}
