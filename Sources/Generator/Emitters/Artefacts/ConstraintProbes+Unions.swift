import AccordModel

extension ConstraintProbes {
  func union(
    _ union: Union, _ type: TypeDeclaration, in example: Value, _ trail: inout Trail
  ) -> [Probe] {
    let probed = ProbedUnion(union, type, self, example: example)
    var probes = probed.mixtures + probed.unknownTags + probed.strangers
    for (index, alternative) in union.alternatives.enumerated() {
      guard let base = probed.bases[index] else { continue }
      let words = "as the alternative \(alternative.name.text)"
      probes.append(
        .accepted("oneOf", "\(alternative.name.text)", words, base, at: type.place))
      let inner = rules(of: alternative.shape, at: type.place, in: base, &trail)
      probes += inner.compactMap { probed.asked($0, of: index) }
    }
    return probes
  }
}

extension Union {
  /// An object of each alternative: the first of those that are given, else one that is made up; nil
  /// where none is known.
  func objects(among given: [Value], _ examples: ExampleValue) -> [Value?] {
    alternatives.enumerated().map { index, alternative in
      let made = examples.value(of: alternative.shape)
      return (given + [made]).first { choice.alternative(of: $0) == index }
    }
  }
}

/// A union with an object of each alternative.
private struct ProbedUnion {
  let union: Union
  let shapes: Shapes
  let place: Place
  /// An object of each alternative; nil where none is known.
  let bases: [Value?]

  init(_ union: Union, _ type: TypeDeclaration, _ probes: ConstraintProbes, example: Value) {
    self.union = union
    shapes = probes.shapes
    place = type.place
    bases = union.objects(among: [example] + type.examples.map(\.value), probes.examples)
  }

  private func name(_ index: Int) -> String { union.alternatives[index].name.text }

  /// A probe of an alternative as one of the union; nil where a service, and the schema, would take
  /// the value for something else.
  func asked(_ probe: Probe, of index: Int) -> Probe? {
    var probe = probe
    probe.id = "\(name(index))-\(probe.id)"
    let chosen = union.choice.alternative(of: probe.value)
    if chosen == index { return probe }
    guard chosen == nil, !probe.isAccepted else { return nil }
    // What says which alternative it is has become unreadable, and that is what is reported.
    switch union.choice {
    case .tag(let member, _): probe.pointer = [member]
    case .members(let signs): probe.pointer = signs.pointer(of: probe.value)
    }
    return probe
  }

  /// Objects of one alternative with a member that only another has.
  var mixtures: [Probe] {
    pairs.compactMap { one, other in
      guard let base = bases[one], let stranger = bases[other]?.members,
        let member = stranger.first(where: { base[$0.name] == nil && !declares(one, $0.name) })
      else { return nil }
      return refused(
        base.adding(member.name, member.value), "\(name(one))-with-\(name(other))",
        "mixing the alternatives \(name(one)) and \(name(other))")
    }
  }

  /// Objects of one alternative that are tagged as another.
  var unknownTags: [Probe] {
    guard case .tag(let member, let values) = union.choice else { return [] }
    var text = "unknown"
    while values.contains(where: { $0.text == text }) { text += "x" }
    let foreign = bases.indices.compactMap { index -> Probe? in
      bases[index].map { base in
        .refused(
          "oneOf", "\(name(index))-unknown-tag", "tagged '\(text)'",
          base.replacing(member, with: .string(text)), at: place, pointer: [member])
      }
    }
    let wrong = pairs.compactMap { one, other -> Probe? in
      guard let base = bases[one], let tag = values.first(where: { $0.alternative == other }) else {
        return nil
      }
      return refused(
        base.replacing(member, with: .string(tag.text)), "\(name(one))-tagged-\(name(other))",
        "of the alternative \(name(one)), tagged '\(tag.text)'")
    }
    return foreign + wrong
  }

  /// An object that is none of them.
  var strangers: [Probe] {
    [refused([:], "none", "none of the alternatives")].compactMap { $0 }
  }

  /// Each alternative with the next, so that their number stays that of the alternatives.
  private var pairs: [(Int, Int)] {
    guard bases.count > 1 else { return [] }
    return bases.indices.map { ($0, ($0 + 1) % bases.count) }
  }

  /// A probe of a value that each alternative refuses for its members; nil if one may take it.
  private func refused(_ value: Value, _ id: String, _ words: String) -> Probe? {
    let faults = bases.indices.map { fault(of: value, as: $0) }
    guard faults.allSatisfy({ $0 != nil }) else { return nil }
    let pointer: [String]
    if let chosen = union.choice.alternative(of: value) {
      pointer = faults[chosen] ?? []
    } else {
      switch union.choice {
      case .tag(let member, _): pointer = [member]
      case .members(let signs): pointer = signs.pointer(of: value)
      }
    }
    return .refused("oneOf", id, words, value, at: place, pointer: pointer)
  }
}

extension ProbedUnion {
  private func declares(_ index: Int, _ name: String) -> Bool {
    let properties = shapes.structure(union.alternatives[index].shape)?.properties ?? []
    return properties.contains { $0.wireName == name }
  }

  /// Where an alternative refuses an object for a member that it has or lacks; nil if it does not.
  private func fault(of value: Value, as index: Int) -> [String]? {
    guard let structure = shapes.structure(union.alternatives[index].shape) else { return nil }
    let members = value.members ?? []
    if case .refused = structure.additional,
      let stranger = members.first(where: { !declares(index, $0.name) })
    {
      return [stranger.name]
    }
    for property in structure.properties {
      guard let member = value[property.wireName] else {
        if property.isRequired { return [property.wireName] }
        continue
      }
      if let texts = texts(of: property.shape), let text = member.text, !texts.contains(text) {
        return [property.wireName]
      }
    }
    return members.count < structure.rules.minProperties ? [] : nil
  }

  private func texts(of shape: Shape) -> [String]? {
    guard case .declared(let name) = shapes.resolve(shape),
      case .stringEnumeration(let cases)? = shapes.declaration(name)?.kind
    else { return nil }
    return cases.map(\.rawValue)
  }
}

extension MemberSigns {
  /// Where it is reported that a value does not say which alternative it is: at a member whose text
  /// would say it, else at the whole.
  fileprivate func pointer(of value: Value) -> [String] {
    let unclear = signs.first { sign in
      guard !sign.takesOtherTexts, let member = value[sign.member] else { return false }
      return !sign.texts.contains { $0.text == member.text }
    }
    return unclear.map { [$0.member] } ?? []
  }
}
