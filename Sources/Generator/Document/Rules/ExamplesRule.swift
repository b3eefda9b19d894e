import AccordYAML

extension Rule {
  /// An example is one value, and stands in the contract: what is elsewhere could not be held
  /// against its schema.
  static let examples = Rule(name: "examples") { set in
    set.inventory.objects.flatMap { object -> [Diagnostic] in
      switch object {
      case let example as Example: problems(example)
      case is Parameter, is Header, is MediaType: both(object)
      default: []
      }
    }
  }

  private static func both(_ object: any DocumentObject) -> [Diagnostic] {
    guard object.node["example"] != nil, let examples = object.node.mapping?.entry("examples")
    else { return [] }
    return [Diagnostic(at: examples.key.range, "'examples' excludes 'example'")]
  }

  private static func problems(_ example: Example) -> [Diagnostic] {
    guard example.node.mapping != nil else { return [] }
    let place = example.range(ofKey: "externalValue")
    switch (example.value, example.externalValue) {
    case (nil, nil): return [Diagnostic(at: example.range, "an example needs 'value'")]
    case (_?, nil): return []
    case (_?, _?): return [Diagnostic(at: place, "'externalValue' excludes 'value'")]
    case (nil, _?):
      return [
        Diagnostic(
          at: place,
          "'externalValue' is not supported yet, since it is not held against the schema")
      ]
    }
  }
}
