import AccordDocument
import AccordYAML

extension MemberSigns {
  /// - Parameter objects: the alternatives, any two of which differ.
  init(of objects: [ObjectSigns]) {
    let tags = Self.tags(of: objects)
    var names: [String] = []
    for object in objects { names += object.names.filter { !names.contains(exactly: $0) } }
    signs = names.map { Self.sign($0, tags.contains(ExactText($0)), of: objects) }
      .filter { !$0.texts.isEmpty || $0.possible.count < objects.count }
    yields = objects.map { object in
      Set(objects.indices.filter { object.yields(to: objects[$0]) })
    }
    let telling = signs.map(\.member)
    expected = objects.flatMap { object -> [String] in
      let required =
        object.required.first { Self.isUnique($0, among: objects) }
        ?? object.required.first { telling.contains(exactly: $0) } ?? object.required.first
      return required.map { [$0] } ?? object.names.filter { telling.contains(exactly: $0) }
    }
    var named: Set<ExactText> = []
    expected = expected.filter { named.insert(ExactText($0)).inserted }
  }

  /// Whether only one alternative requires the member, and some other refuses it.
  private static func isUnique(_ name: String, among objects: [ObjectSigns]) -> Bool {
    objects.count { $0.required.contains(exactly: name) } == 1
      && objects.contains { $0.refuses(name) }
  }

  /// The members by whose text alone some two alternatives differ.
  private static func tags(of objects: [ObjectSigns]) -> Set<ExactText> {
    var tags: Set<ExactText> = []
    for index in objects.indices {
      for other in objects[..<index] {
        if case .constants(let name) = objects[index].difference(from: other) {
          tags.insert(ExactText(name))
        }
      }
    }
    return tags
  }

  private static func sign(
    _ name: String, _ isTag: Bool, of objects: [ObjectSigns]
  ) -> MemberSign {
    let open = objects.indices.filter { !objects[$0].refuses(name) }
    guard isTag else { return MemberSign(member: name, possible: Set(open)) }
    let free = open.filter { objects[$0].texts(of: name) == nil }
    var texts: [MemberSign.Text] = []
    for text in open.flatMap({ objects[$0].texts(of: name) ?? [] })
    where !texts.contains(where: { $0.text.isExactly(text) }) {
      let meant = open.filter { objects[$0].texts(of: name)?.contains(exactly: text) ?? true }
      texts.append(MemberSign.Text(text: text, possible: Set(meant)))
    }
    return MemberSign(
      member: name, possible: Set(free.isEmpty ? open : free), texts: texts,
      takesOtherTexts: !free.isEmpty)
  }
}

extension ObjectSigns {
  /// Whether an object in which no member tells the two apart cannot be this one.
  fileprivate func yields(to other: ObjectSigns) -> Bool {
    switch difference(from: other) {
    case .constants: true
    case .member: required.contains(where: other.refuses)
    case .disjoint: refusesEmpty
    case nil: false
    }
  }
}
