import AccordEmitters
import AccordModel
import ArgumentParser

struct Relay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a conformance to the service that passes every call on with the client.",
    discussion: """
      For tests: what holds of a service must hold of its relay too, whose every request and answer \
      goes through the generated server and the generated client. The file belongs outside of the \
      module that 'accord generate' or the plugin writes, and imports it.
      """)

  @Argument(help: "The contract, an OpenAPI 3.1 document in YAML or JSON.")
  var file: String

  @Option(help: "The Swift file to write; its folder is made if need be.")
  var output: String

  @Option(help: "The module of the contract's generated code.")
  var module: String

  @Option(help: "The stem of the service's names; else the name of the target or file.")
  var name: String?

  func run() throws {
    guard let module = Identifier(given: module) else {
      throw ValidationError("'\(module)' is not the name of a module")
    }
    try reportingFailure {
      let contract = try Pipeline.contract(of: file, named: name, from: ContractFiles(root: nil))
      guard let relay = RelayEmitter(module: module).files(for: contract).first else {
        throw OutputFailure(description: "\(contract.source) has no operation to pass on")
      }
      try OutputWriter.put(relay.text, at: output)
    }
  }
}
