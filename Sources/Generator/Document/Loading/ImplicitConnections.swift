import AccordYAML

/// Tags, security schemes and operations are meant by name, and the root document's are meant
/// (OpenAPI 3.1.1, 4.4). A file that is a contract itself has its own, for all of it that is not
/// referred to from here.
extension DocumentSet {
  /// The operations whose names mean what the root document has.
  var namingOperations: [Operation] {
    naming(inventory.operations, used: ValidatedOperation.all(in: self).map(\.operation))
  }

  /// The links whose names mean what the root document has.
  var namingLinks: [Link] {
    let responses = ValidatedOperation.all(in: self)
      .flatMap { $0.operation.responses.compactMap { resolve($0.value)?.value } }
    return naming(
      inventory.links, used: responses.flatMap { $0.links.compactMap { resolve($0.value)?.value } })
  }

  private func naming<Object: DocumentObject>(_ all: [Object], used: [Object]) -> [Object] {
    let others = Set(
      inventory.documents.filter { $0.paths != nil }.map(\.range.file.path)
        .filter { $0 != root.range.file.path })
    let places = Set(used.map { Reachability.Place($0.range) })
    return all.filter {
      !others.contains($0.range.file.path) || places.contains(Reachability.Place($0.range))
    }
  }
}
