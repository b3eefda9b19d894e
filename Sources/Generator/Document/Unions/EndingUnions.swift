import AccordYAML

/// Which of the schemas with `oneOf` have a value that ends, found from what surely ends outwards.
///
/// A value of any other schema needs all that is in it to end; of a union one alternative is enough.
struct EndingUnions {
  private var waiting: [ObjectIdentifier: Int] = [:]
  private var holders: [ObjectIdentifier: [ObjectIdentifier]] = [:]
  private var ending: [ObjectIdentifier] = []

  /// - Parameter members: what a value of a schema cannot be without; of a union its alternatives.
  init(among schemas: [Schema], members: (Schema) -> [Schema]) {
    guard schemas.contains(where: { !$0.combinations.oneOf.isEmpty }) else { return }
    for schema in schemas {
      let id = ObjectIdentifier(schema)
      let held = members(schema)
      let isUnion = !schema.combinations.oneOf.isEmpty
      waiting[id] = isUnion ? min(held.count, 1) : held.count
      if waiting[id] == 0 { ending.append(id) }
      for part in held { holders[ObjectIdentifier(part), default: []].append(id) }
    }
    var index = 0
    while index < ending.count {
      for holder in holders[ending[index]] ?? [] { heard(of: holder) }
      index += 1
    }
  }

  private mutating func heard(of holder: ObjectIdentifier) {
    guard let count = waiting[holder], count > 0 else { return }
    waiting[holder] = count - 1
    if count == 1 { ending.append(holder) }
  }

  func contains(_ schema: Schema) -> Bool { waiting[ObjectIdentifier(schema)] == 0 }
}
