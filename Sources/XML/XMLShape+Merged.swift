extension XMLShape {
  /// The shape of a value that is one of several objects. What stands under one name has the same
  /// shape in all of them, so the first counts; the same goes for members that no one names.
  public static func merged(_ shapes: XMLShape...) -> XMLShape {
    var members: [XMLMember] = []
    var others: XMLShape?
    for case .object(let own, let rest) in shapes.map(\.core) {
      members += own.filter { member in !members.contains { $0.name == member.name } }
      others = others ?? rest
    }
    return .object(members, others: others)
  }
}
