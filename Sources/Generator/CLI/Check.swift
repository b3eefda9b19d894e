import AccordYAML
import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every problem of the contracts.",
    discussion: "The exit status is 0 when there is none, and 1 otherwise.")

  @Argument(help: "The contracts, OpenAPI 3.1 documents in YAML or JSON.")
  var files: [String]

  func run() throws {
    let contracts = ContractFiles(root: nil)
    let problems = files.flatMap { Self.problems(of: $0, from: contracts) }
    if let problems = Diagnostics(problems) { throw report(problems) }
  }

  private static func problems(of file: String, from contracts: ContractFiles) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try Pipeline.contract(of: file, named: nil, from: contracts)
      return []
    } catch {
      return error.all
    }
  }
}
