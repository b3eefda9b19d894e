import AccordModel

extension ConstraintProbes {
  func structure(
    _ structure: Structure, _ place: Place, in example: Value, _ trail: inout Trail
  ) -> [Probe] {
    let object = ProbedObject(structure, examples, value: example)
    let counts = memberCounts(structure.rules, place) { object.members(count: $0) }
    var probes = counts + required(object, place) + further(object, place, &trail)
    for property in object.properties {
      let base = object.value[property.wireName] ?? examples.value(of: property)
      let inner = self.probes(of: property.shape, at: property.place, in: base, &trail)
      probes += inner.compactMap { probe in
        object.having(property.wireName, probe.value).map { whole in
          probe.lifted(under: property.wireName) { _ in whole }
        }
      }
    }
    return probes
  }

  private func required(_ object: ProbedObject, _ place: Place) -> [Probe] {
    var probes = object.properties.filter(\.isRequired).map { property in
      let value = object.value.replacing(property.wireName, with: nil)
      return Probe.refused(
        "required", "missing", "missing", value, at: property.place, pointer: [property.wireName])
    }
    guard object.properties.contains(where: { !$0.isRequired }) else { return probes }
    if let members = object.members(count: object.countMin) {
      let words = "with no more members than it must have"
      probes.append(.accepted("required", "fewest", words, .object(members), at: place))
    }
    if let members = object.declaredMembers {
      let words = "with all its members"
      probes.append(.accepted("required", "all", words, .object(members), at: place))
    }
    return probes
  }

  /// Members that are not declared.
  private func further(
    _ object: ProbedObject, _ place: Place, _ trail: inout Trail
  ) -> [Probe] {
    let name = object.unknownName
    let words = "that is not declared"
    switch object.structure.additional {
    case .refused:
      let value = object.value.adding(name, "text")
      return [
        .refused("additionalProperties", "unknown", words, value, at: place, pointer: [name])
      ]
    case .ignored:
      guard let value = object.having(name, "text") else { return [] }
      return [
        .accepted("additionalProperties", "unknown", words, value, at: place, pointer: [name])
      ]
    case .kept(_, let shape):
      let base = examples.value(of: shape)
      guard let value = object.having(name, base) else { return [] }
      let accepted = Probe.accepted(
        "additionalProperties", "unknown", words, value, at: place, pointer: [name])
      return [accepted]
        + probes(of: shape, at: place, in: base, &trail).compactMap { probe in
          object.having(name, probe.value).map { whole in
            probe.lifted(under: name) { _ in whole }
          }
        }
    }
  }
}

/// An object of a structure, and how its members can be others without breaking its rules.
struct ProbedObject {
  let structure: Structure
  /// As declared, no name twice.
  let properties: [Property]
  private let examples: ExampleValue
  /// The example, with all members that are required.
  let value: Value

  init(_ structure: Structure, _ examples: ExampleValue, value: Value) {
    self.structure = structure
    self.examples = examples
    var names: Set<String> = []
    properties = structure.properties.filter { names.insert($0.wireName).inserted }
    self.value = properties.reduce(value.members == nil ? [:] : value) { value, property in
      guard property.isRequired, value[property.wireName] == nil else { return value }
      return value.adding(property.wireName, examples.value(of: property))
    }
  }

  private var members: [Value.Member] { value.members ?? [] }
  private var countMax: Int { structure.rules.maxProperties ?? Int.max }
  /// The fewest members of a valid object.
  var countMin: Int { max(structure.rules.minProperties, properties.count(where: \.isRequired)) }

  /// A name that is no member's.
  var unknownName: String {
    let known = Set(properties.map(\.wireName) + members.map(\.name))
    var name = "undeclared"
    while known.contains(name) { name += "x" }
    return name
  }

  /// The object with a value for a member, in place of another that it may lack if there would be
  /// too many; nil if it may lack none.
  func having(_ name: String, _ member: Value) -> Value? {
    let changed = value.replacing(name, with: member)
    guard changed.members?.count ?? 0 > countMax else { return changed }
    let spare = members.last { other in other.name != name && !isRequired(other.name) }
    return spare.map { changed.replacing($0.name, with: nil) }
  }

  private func isRequired(_ name: String) -> Bool {
    properties.contains { $0.wireName == name && $0.isRequired }
  }

  /// All that are declared; nil if they may not be there together.
  var declaredMembers: [Value.Member]? {
    let count = properties.count
    guard count >= countMin, count <= countMax else { return nil }
    return properties.map(member)
  }

  private func member(_ property: Property) -> Value.Member {
    Value.Member(
      name: property.wireName, value: value[property.wireName] ?? examples.value(of: property))
  }

  /// So many members, whatever the rules say of their number: the required, then the example's, then
  /// the other declared ones, then others; nil if there are none of that number.
  func members(count: Int) -> [Value.Member]? {
    guard (0...4096).contains(count) else { return nil }
    let required = properties.filter(\.isRequired).map(member)
    guard required.count <= count else { return nil }
    let names = Set(required.map(\.name))
    let present = members.filter { !names.contains($0.name) }
    let absent = properties.filter { !$0.isRequired && value[$0.wireName] == nil }
    var all = required + present.prefix(count - required.count)
    all += absent.prefix(count - all.count).map(member)
    if all.count < count { all += further(count - all.count) ?? [] }
    return all.count == count ? all : nil
  }

  private func further(_ count: Int) -> [Value.Member]? {
    var names = FreshNames(besides: properties.map(\.wireName) + members.map(\.name))
    switch structure.additional {
    case .refused: return nil
    case .ignored:
      return (0..<count).map { _ in Value.Member(name: names.next("undeclared"), value: "text") }
    case .kept(_, let shape):
      let value = examples.value(of: shape)
      guard value.size * count <= 100_000 else { return nil }
      return (0..<count).map { _ in Value.Member(name: names.next("undeclared"), value: value) }
    }
  }
}
