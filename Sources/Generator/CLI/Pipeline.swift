import AccordDocument
import AccordModel
import AccordYAML

/// The compiler from a path to the intermediate representation, a stage a line.
enum Pipeline {
  static func contract(
    of file: String, named name: String?, from files: ContractFiles
  ) throws(Diagnostics) -> Contract {
    let path = files.shownPath(of: file)
    let name = name ?? targetName(of: path, from: files) ?? stem(of: path)
    let document = try ValidatedDocument(
      loading: path, reserving: Lowering.serviceNames(name), reading: files.read)
    return Lowering.lower(document, named: name)
  }

  /// All of the contracts, or every problem of every one at once.
  static func contracts(
    of paths: [String], named name: String? = nil, from files: ContractFiles
  ) throws(Diagnostics) -> [Contract] {
    var (contracts, problems) = ([Contract](), [Diagnostic]())
    for path in paths {
      do throws(Diagnostics) {
        contracts.append(try contract(of: path, named: name, from: files))
      } catch {
        problems += error.all
      }
    }
    if let problems = Diagnostics(problems) { throw problems }
    return contracts
  }

  /// As `contracts`, for files to hand on: with names that tell those files apart, and nothing in them
  /// of the folders of this machine.
  static func distinctContracts(
    of paths: [String], named name: String? = nil, from files: ContractFiles
  ) throws -> [Contract] {
    let contracts = try zip(paths, try contracts(of: paths, named: name, from: files))
      .map { try portable($1, of: $0, named: name, from: files) }
    if let name = contracts.map(\.name.text).repeated {
      throw OutputFailure(
        description: "two of the contracts are called '\(name)', and so would be their files")
    }
    return contracts
  }

  /// The contract under its title, where it has no name but that of a file which is called as most are,
  /// unless names clash with those of the title; and its path from its own folder, where that is not
  /// below the root.
  private static func portable(
    _ contract: Contract, of file: String, named name: String?, from files: ContractFiles
  ) throws(Diagnostics) -> Contract {
    let path = files.shownPath(of: file)
    let hasName = name != nil || targetName(of: path, from: files) != nil
    let isTelling = hasName || !commonStems.contains(stem(of: path).lowercased())
    let isBelow = !path.hasPrefix("/")
    let files = isBelow ? files : ContractFiles(besides: file)
    if !isTelling,
      let titled = try? Self.contract(of: file, named: contract.title, from: files)
    {
      return titled
    }
    return isBelow
      ? contract : try Self.contract(of: file, named: contract.name.text, from: files)
  }

  private static let commonStems = ["openapi", "swagger", "api"]

  /// What the code of a target is named with, where the package has one for this contract.
  private static func targetName(of path: String, from files: ContractFiles) -> String? {
    PackageContract.all?.first { files.shownPath(of: $0.path) == path }?.name
  }

  /// `user` for `spec/user.yaml`.
  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? "API"
  }
}

extension [String] {
  /// The first that is there twice; not every file system tells letters' cases apart.
  fileprivate var repeated: String? {
    var seen: Set<String> = []
    return first { !seen.insert($0.lowercased()).inserted }
  }
}
