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
  var tagGroups: [TagGroup] { groups { Array($0.tags.prefix(1)) } }

  /// As `tagGroups`, with every operation under each of its tags.
  var allTagGroups: [TagGroup] { groups(by: \.tags) }

  private func groups(by tags: (Operation) -> [String]) -> [TagGroup] {
    let declared = self.tags.map(\.name)
    let used = operations.flatMap(tags)
    let further = used.enumerated().filter { index, tag in
      !declared.contains(tag) && used.firstIndex(of: tag) == index
    }.map(\.element)
    let tagged = (declared + further).map { name in
      TagGroup(
        name: name,
        documentation: self.tags.first { $0.name == name }?.documentation ?? Documentation(),
        operations: operations.filter { tags($0).contains(name) })
    }
    let others = TagGroup(
      name: nil, documentation: Documentation(), operations: operations.filter(\.tags.isEmpty))
    return (tagged + [others]).filter { !$0.operations.isEmpty }
  }
}
