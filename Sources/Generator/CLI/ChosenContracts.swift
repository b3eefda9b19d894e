import ArgumentParser

/// The contracts that a command is for.
struct ChosenContracts: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      The contracts, OpenAPI 3.1 documents in YAML or JSON. 'swift package accord' takes those of \
      the package's targets when none is named.
      """, valueName: "files"))
  private var named: [String] = []

  /// Their paths; never empty once the arguments are parsed.
  var files: [String] { named.isEmpty ? packageFiles : named }

  /// One that several targets share is taken once, under the first one's name.
  private var packageFiles: [String] {
    var seen: Set<String> = []
    return (PackageContract.all ?? []).map(\.path).filter { seen.insert($0).inserted }
  }

  func validate() throws {
    guard files.isEmpty else { return }
    throw ValidationError(
      PackageContract.all == nil
        ? "Missing expected argument '<files> ...'"
        : "No target of the package has an accord.json or an openapi.yaml.")
  }
}
