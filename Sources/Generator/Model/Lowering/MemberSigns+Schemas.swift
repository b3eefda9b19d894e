import AccordDocument

extension MemberSigns {
  /// - Parameter objects: the alternatives, any two of which differ.
  init(of objects: [ObjectSigns]) {
    let tags = Self.tags(of: objects)
    var names: [String] = []
    for object in objects { names += object.names.filter { !names.contains($0) } }
    signs = names.map { Self.sign($0, tags.contains($0), of: objects) }
      .filter { !$0.texts.isEmpty || $0.possible.count < objects.count }
    yields = objects.map { object in
      Set(objects.indices.filter { object.yields(to: objects[$0]) })
    }
    let telling = signs.map(\.member)
    expected = objects.flatMap { object -> [String] in
      let required = object.required.first(where: telling.contains) ?? object.required.first
      return required.map { [$0] } ?? object.names.filter(telling.contains)
    }
    expected = expected.enumerated().filter { !expected[..<$0.offset].contains($0.element) }
      .map(\.element)
  }

  /// The members by whose text alone some two alternatives differ.
  private static func tags(of objects: [ObjectSigns]) -> Set<String> {
    var tags: Set<String> = []
    for index in objects.indices {
      for other in objects[..<index] {
        if case .constants(let name) = objects[index].difference(from: other) { tags.insert(name) }
      }
    }
    return tags
  }

  private static func sign(
    _ name: String, _ isTag: Bool, of objects: [ObjectSigns]
  ) -> MemberSign {
    let open = objects.indices.filter { !objects[$0].refuses(name) }
    guard isTag else { return MemberSign(member: name, possible: Set(open)) }
    let free = open.filter { objects[$0].constants[name] == nil }
    var texts: [MemberSign.Text] = []
    for text in open.flatMap({ objects[$0].constants[name] ?? [] })
    where !texts.contains(where: { $0.text == text }) {
      let meant = open.filter { objects[$0].constants[name]?.contains(text) ?? true }
      texts.append(MemberSign.Text(text: text, possible: Set(meant)))
    }
    return MemberSign(member: name, possible: Set(free), texts: texts)
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
