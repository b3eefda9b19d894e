import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every problem of the contracts.",
    discussion: "The exit status is 0 when there is none, and 1 otherwise.")

  @Argument(help: "The contracts, OpenAPI 3.1 documents in YAML or JSON.")
  var files: [String]

  func run() throws {
    try reportingFailure {
      _ = try Pipeline.contracts(of: files, from: ContractFiles(root: nil))
    }
  }
}
