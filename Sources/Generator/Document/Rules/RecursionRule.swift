import AccordYAML

extension Rule {
  /// A value must be able to end: no schema contains itself through required members alone.
  static let recursion = Rule(name: "recursion") { set in
    var search = EndlessSearch(set: set)
    search.findEndingUnions()
    for schema in set.inventory.schemas { search.visit(schema) }
    return search.problems
  }
}

/// A depth-first search with its stack on the heap, since chains may be as long as the contract.
private struct EndlessSearch {
  let set: DocumentSet
  var problems: [Diagnostic] = []
  private var endingUnions = EndingUnions(among: []) { _ in [] }
  private var finished: Set<ObjectIdentifier> = []

  init(set: DocumentSet) {
    self.set = set
  }

  private struct Step {
    let schema: Schema
    var members: [Member]
  }

  private struct Member {
    /// What is wrong if the member holds what it is in.
    let reason: String
    let range: SourceRange
    let schema: Schema
  }

  mutating func findEndingUnions() {
    endingUnions = EndingUnions(among: set.inventory.schemas) { schema in
      (alternatives(of: schema) ?? needed(by: schema)).map(\.schema)
    }
  }

  mutating func visit(_ start: Schema) {
    guard !finished.contains(ObjectIdentifier(start)) else { return }
    var path = [Step(schema: start, members: members(of: start))]
    var open: Set<ObjectIdentifier> = [ObjectIdentifier(start)]
    while !path.isEmpty {
      guard let member = path[path.count - 1].members.popLast() else {
        let done = ObjectIdentifier(path.removeLast().schema)
        open.remove(done)
        finished.insert(done)
        continue
      }
      let id = ObjectIdentifier(member.schema)
      if open.contains(id) {
        problems.append(
          Diagnostic(
            at: member.range, "a value would never end: \(member.reason) holds itself again"))
      } else if !finished.contains(id) {
        open.insert(id)
        path.append(Step(schema: member.schema, members: members(of: member.schema)))
      }
    }
  }

  /// What a value of the schema cannot be without. If no alternative of a union ends, one of them
  /// shows it as well as all.
  private func members(of schema: Schema) -> [Member] {
    guard let alternatives = alternatives(of: schema) else { return needed(by: schema) }
    return endingUnions.contains(schema) ? [] : Array(alternatives.prefix(1))
  }

  private func alternatives(of schema: Schema) -> [Member]? {
    if schema.combinations.oneOf.isEmpty { return nil }
    return schema.combinations.oneOf.compactMap {
      member("every alternative of 'oneOf'", $0.range, $0)
    }
  }

  private func needed(by schema: Schema) -> [Member] {
    let isArray = schema.arrays.minItems ?? 0 > 0
    var members = schema.objects.properties
      .filter { schema.objects.required.contains($0.name) }
      .compactMap { member("'\($0.name)' is required and", $0.nameRange, $0.value) }
    if isArray, let items = schema.arrays.items {
      let range = schema.range(ofKey: "items")
      members += [member("'items' is required and", range, items)].compactMap(\.self)
    }
    return members
  }

  private func member(_ reason: String, _ range: SourceRange, _ schema: Schema) -> Member? {
    guard let target = set.resolve(.inline(schema))?.value else { return nil }
    if target.isNullable { return nil }
    return Member(reason: reason, range: range, schema: target)
  }
}
