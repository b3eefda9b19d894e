import AccordModel

/// Bounds of more items or members than this are not tried, nor values of more parts.
private let (itemsMax, partsMax) = (4096, 100_000)

extension ConstraintProbes {
  func array(
    _ items: Shape, _ rules: ArrayRules, at place: Place, in value: Value, _ trail: inout Trail
  ) -> [Probe] {
    let variety = ItemVariety(
      shape: items, rules: rules, values: DistinctValues(examples), first: value.items ?? [])
    let counts = CountProbes(
      least: rules.minItems, most: rules.maxItems, rules: ("minItems", "maxItems"), noun: "item",
      place: place)
    return counts.probes { variety.items($0).map { .array($0) } } + repeated(rules, variety, place)
      + inside(items, rules, variety, place, in: value.items ?? [], &trail)
  }

  private func repeated(
    _ rules: ArrayRules, _ variety: ItemVariety, _ place: Place
  ) -> [Probe] {
    guard rules.uniqueItems, rules.maxItems ?? 2 >= 2,
      let items = variety.items(max(1, rules.minItems - 1)), let first = items.first
    else { return [] }
    var probes: [Probe] = []
    if let two = variety.items(max(2, rules.minItems)) {
      probes.append(
        .accepted("uniqueItems", "distinct", "with distinct items", .array(two), at: place))
    }
    let twice = Value.array(items + [first])
    probes.append(
      .refused("uniqueItems", "repeated", "with an item that is there twice", twice, at: place))
    if case .object(let members) = first, members.count > 1 {
      let turned = Value.array(items + [.object(members.reversed())])
      let words = "with an item that is there twice, its members in another order"
      probes.append(.refused("uniqueItems", "reordered", words, turned, at: place))
    }
    return probes
  }

  /// What is asked of an item, tried on the first.
  private func inside(
    _ items: Shape, _ rules: ArrayRules, _ variety: ItemVariety, _ place: Place,
    in value: [Value], _ trail: inout Trail
  ) -> [Probe] {
    guard rules.maxItems ?? 1 > 0 else { return [] }
    let least = max(1, rules.minItems)
    guard let all = value.count >= least ? value : variety.items(least), let first = all.first
    else { return [] }
    return probes(of: items, at: place, in: first, &trail).map { probe in
      probe.lifted(under: "0") { .array(rules.replacingFirst(of: all, with: $0)) }
    }
  }
}

extension ArrayRules {
  /// The items with another first one. One that would be there twice, and may not, changes places
  /// with the first.
  func replacingFirst(of items: [Value], with changed: Value) -> [Value] {
    guard let first = items.first else { return [changed] }
    return [changed] + items.dropFirst().map { uniqueItems && $0 == changed ? first : $0 }
  }
}

/// As many items for an array as are asked for, different where they must be.
private struct ItemVariety {
  let shape: Shape
  let rules: ArrayRules
  let values: DistinctValues
  /// Valid items to begin with.
  let first: [Value]

  /// Nil if there are not so many different ones, or they are too many.
  func items(_ count: Int) -> [Value]? {
    guard (0...itemsMax).contains(count) else { return nil }
    if count <= first.count { return Array(first.prefix(count)) }
    if !rules.uniqueItems {
      let item = first.last ?? values.examples.value(of: shape)
      guard item.size * count <= partsMax else { return nil }
      return first + Array(repeating: item, count: count - first.count)
    }
    var items = first
    var known = Set(first)
    for value in values.values(of: shape, count: count) where items.count < count {
      if known.insert(value).inserted { items.append(value) }
    }
    return items.count == count && (items.first?.size ?? 0) * count <= partsMax ? items : nil
  }
}

// MARK: - Dictionaries

extension ConstraintProbes {
  func dictionary(
    _ values: Shape, _ rules: ObjectRules, at place: Place, in value: Value, _ trail: inout Trail
  ) -> [Probe] {
    let members = value.members ?? []
    let counts = memberCounts(rules, place) { count in
      filled(members, to: count) { examples.value(of: values) }
    }
    guard rules.maxProperties ?? 1 > 0,
      let all = filled(
        members, to: max(members.count, 1, rules.minProperties),
        {
          examples.value(of: values)
        }), let first = all.first
    else { return counts }
    let whole = Value.object(all)
    return counts
      + probes(of: values, at: place, in: first.value, &trail).map { probe in
        probe.lifted(under: first.name) { whole.replacing(first.name, with: $0) }
      }
  }

  /// Members of an object as they are, cut or filled up with new names; nil if they are too many.
  private func filled(
    _ members: [Value.Member], to count: Int, _ value: () -> Value
  ) -> [Value.Member]? {
    guard (0...itemsMax).contains(count) else { return nil }
    if count <= members.count { return Array(members.prefix(count)) }
    let more = value()
    guard more.size * count <= partsMax else { return nil }
    var names = FreshNames(besides: members.map(\.name))
    return members
      + (members.count..<count).map { _ in Value.Member(name: names.next("key"), value: more) }
  }

  /// The probes of how many members an object has; `members` gives as many, nil if it cannot.
  func memberCounts(
    _ rules: ObjectRules, _ place: Place, _ members: (Int) -> [Value.Member]?
  ) -> [Probe] {
    CountProbes(
      least: rules.minProperties, most: rules.maxProperties,
      rules: ("minProperties", "maxProperties"), noun: "member", place: place
    ).probes { members($0).map { .object($0) } }
  }
}

/// As few and as many parts as may be, one fewer and one more.
private struct CountProbes {
  let least: Int
  let most: Int?
  let rules: (least: String, most: String)
  let noun: String
  let place: Place

  /// - Parameter value: One with so many parts; nil if there is none, or it is too large.
  func probes(_ value: (Int) -> Value?) -> [Probe] {
    var probes: [Probe] = []
    if least > 0 {
      if least <= most ?? least, let at = value(least) {
        probes.append(.accepted(rules.least, "at", words(least), at, at: place))
      }
      if let below = value(least - 1) {
        let words = "\(words(least - 1)), fewer than \(least)"
        probes.append(.refused(rules.least, "below", words, below, at: place))
      }
    }
    guard let most else { return probes }
    if most >= least, let at = value(most) {
      probes.append(.accepted(rules.most, "at", words(most), at, at: place))
    }
    if most < itemsMax, let above = value(most + 1) {
      let words = "\(words(most + 1)), more than \(most)"
      probes.append(.refused(rules.most, "above", words, above, at: place))
    }
    return probes
  }

  private func words(_ count: Int) -> String { "with \(counted(count, noun))" }
}

/// Names for members that are not there yet.
struct FreshNames {
  private var known: Set<String>
  private var count = 0

  init(besides known: [String]) {
    self.known = Set(known)
  }

  mutating func next(_ stem: String) -> String {
    repeat { count += 1 } while known.contains("\(stem)\(count)")
    return "\(stem)\(count)"
  }
}
