import AccordEmitters
import ArgumentParser

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the Swift code of a contract.",
    discussion: """
      Writes only what changed, and removes what an earlier run wrote of this contract and this \
      one does not. What was written of a contract that had another path stays. \
      Problems go to standard error as path:line:column, and nothing is written.
      """)

  @Argument(help: "The contract, an OpenAPI 3.1 document in YAML or JSON.")
  var file: String

  @Option(help: "The folder to write into; it is made if need be.")
  var output: String

  @Option(help: "The stem of the service's names; else the name of the target or file.")
  var name: String?

  @Option(help: "The folder that paths are shown relative to; else the current one.")
  var root: String?

  @Option(help: "readable: a file for each type and operation; sharded: a fixed set of files.")
  var layout: Layout = .readable

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case readable, sharded
  }

  func run() throws {
    let contracts = ContractFiles(root: root)
    try reportingFailure {
      let contract = try Pipeline.contract(of: file, named: name, from: contracts)
      let emitter = SwiftEmitter(layout: layout == .sharded ? .sharded : .readable)
      try OutputWriter(folder: output).write(
        emitter.files(for: contract), into: SwiftEmitter.subfolders
      ) { SwiftEmitter.wrote($0, of: contract) }
    }
  }
}
