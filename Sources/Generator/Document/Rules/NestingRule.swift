import AccordYAML

extension Rule {
  /// Arrays and dictionaries become Swift's own, which take its compiler twice the time for
  /// every two levels: 16 took Swift 6.3 two seconds, 20 took twelve, and 24 more than forty.
  static let nesting = Rule(name: "nesting") { set in
    let depths = NestingDepths(set: set)
    return set.inventory.schemas
      .filter { depths.depth(of: $0) == NestingDepths.max + 1 }
      .map {
        Diagnostic(
          at: $0.range,
          "arrays and dictionaries are more than \(NestingDepths.max) deep here; "
            + "an object with properties between them is needed")
      }
  }
}

/// How many arrays and dictionaries stand in one another.
private struct NestingDepths {
  static let max = 16

  let set: DocumentSet

  /// Of the schema and what it holds, references followed. Zero for what is neither array nor
  /// dictionary, and for a `$ref`, whose target is asked.
  func depth(of schema: Schema) -> Int {
    if schema.reference != nil { return 0 }
    var depths = [ObjectIdentifier(schema): 0]
    var current = schema
    // A chain may be as long as the contract; only whether it is just too long matters.
    while depths.count < 4 * Self.max, let element = current.element,
      let next = set.resolve(.inline(element))?.value
    {
      // What contains itself becomes a type of its own, and ends the chain.
      if let depth = depths[ObjectIdentifier(next)] { return depth }
      depths[ObjectIdentifier(next)] = depths.count
      current = next
    }
    return current.element == nil ? depths.count - 1 : depths.count
  }
}

extension Schema {
  /// What an array or a dictionary holds.
  fileprivate var element: Schema? {
    guard combinations.oneOf.isEmpty else { return nil }
    if let items = arrays.items { return items }
    guard objects.properties.isEmpty, case .schema(let values) = objects.additionalProperties
    else { return nil }
    return values
  }
}
