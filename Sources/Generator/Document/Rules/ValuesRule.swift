import AccordYAML

extension Rule {
  /// Examples, defaults, constants and enumerated values fit the schema they stand in.
  static let values = Rule(name: "values") { set in
    var checker = ValueChecker(set: set)
    for schema in set.inventory.schemas { checkValues(of: schema, &checker) }
    for (name, mediaType) in set.contentMaps.flatMap(\.content).map({ ($0.name, $0.value) }) {
      // An XML document is written as text, which says nothing about the model.
      checker.acceptsText = MediaKind(name) == .xml
      checkExamples(mediaType.schema, mediaType.example, mediaType.examples, &checker)
    }
    checker.acceptsText = false
    for parameter in set.inventory.parameters {
      checkExamples(parameter.schema, parameter.example, parameter.examples, &checker)
    }
    for header in set.inventory.headers {
      checkExamples(header.schema, header.example, header.examples, &checker)
    }
    return checker.problems
  }

  private static func checkValues(of schema: Schema, _ checker: inout ValueChecker) {
    let annotations = schema.annotations
    for (subject, value) in [
      ("the default", annotations.defaultValue), ("the example", annotations.example),
      ("the constant", schema.const),
    ] {
      if let value { checker.check(value, against: schema, as: subject) }
    }
    for value in annotations.examples { checker.check(value, against: schema, as: "the example") }
    for value in schema.enumValues ?? [] {
      checker.check(value, against: schema, as: "the value")
    }
  }

  private static func checkExamples(
    _ schema: Schema?, _ example: Node?, _ examples: OrderedMap<Referenced<Example>>,
    _ checker: inout ValueChecker
  ) {
    guard let schema else { return }
    if let example { checker.check(example, against: schema, as: "the example") }
    for entry in examples {
      guard let value = checker.set.resolve(entry.value)?.value.value else { continue }
      checker.check(value, against: schema, as: "the example '\(entry.name)'")
    }
  }
}
