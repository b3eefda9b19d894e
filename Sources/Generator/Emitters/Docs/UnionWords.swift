import AccordModel

/// The alternatives of a union, and how to tell them apart.
struct UnionWords {
  let context: PageContext
  let union: Union

  var blocks: [Markdown] {
    var rows = DescribedRows("One of", Self.sign(union.choice), level: 3)
    for (index, alternative) in union.alternatives.enumerated() {
      var remarks = Remarks()
      remarks.add(deprecated: alternative.isDeprecated)
      rows.add(
        context.words.type(alternative.shape), alternative.documentation, remarks, signs(of: index))
    }
    return rows.blocks
  }

  private static func sign(_ choice: UnionChoice) -> Markdown {
    switch choice {
    case .tag(let member, _): "Told by \(code: member)"
    case .members: "Only it has"
    }
  }

  /// The texts of the tag, or the members that no other alternative has.
  private func signs(of alternative: Int) -> Markdown {
    switch union.choice {
    case .tag(_, let values):
      values.filter { $0.alternative == alternative }.map { "\(code: $0.text)" }.listed("or")
    case .members(let members):
      members.signs.filter { $0.possible == [alternative] }.map { "\(code: $0.member)" }
        .joined(", ")
    }
  }
}
