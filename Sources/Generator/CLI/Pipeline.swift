import AccordDocument
import AccordModel
import AccordYAML

/// The compiler from a path to the intermediate representation, a stage a line.
enum Pipeline {
  static func contract(
    of file: String, named name: String?, from files: ContractFiles
  ) throws(Diagnostics) -> Contract {
    let path = files.shownPath(of: file)
    let name = name ?? stem(of: path)
    let document = try ValidatedDocument(
      loading: path, reserving: Lowering.serviceNames(name), reading: files.read)
    return Lowering.lower(document, named: name)
  }

  /// `user` for `spec/user.yaml`.
  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? "API"
  }
}
