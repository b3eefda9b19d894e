import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every problem of the contracts.",
    discussion: "The exit status is 0 when there is none, and 1 otherwise.")

  @OptionGroup var chosen: ChosenContracts

  func run() throws {
    try reportingFailure {
      _ = try Pipeline.contracts(of: chosen.files, from: ContractFiles(root: nil))
    }
  }
}
