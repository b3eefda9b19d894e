import AccordModel

/// The operations that belong to a tag.
struct TagGroup {
  /// Nil for the operations without a tag.
  var name: String?
  /// Of the tag; empty where the contract uses it without declaring it.
  var documentation: Documentation
  /// Never empty.
  var operations: [Operation]
}

extension Contract {
  /// Every operation once, with the first of its tags: declared tags in their order, others in that
  /// of their first use, and what has none.
  var tagGroups: [TagGroup] {
    let declared = tags.map(\.name)
    let used = operations.flatMap { $0.tags.prefix(1) }
    let further = used.enumerated().filter { index, tag in
      !declared.contains(tag) && used.firstIndex(of: tag) == index
    }.map(\.element)
    let names: [String?] = (declared + further) + [nil]
    return names.map { name in
      TagGroup(
        name: name,
        documentation: tags.first { $0.name == name }?.documentation ?? Documentation(),
        operations: operations.filter { $0.tags.first == name })
    }.filter { !$0.operations.isEmpty }
  }
}
