import AccordYAML

extension Rule {
  /// Lengths and counts are not negative, and no lower bound is above its upper one.
  static let bounds = Rule(name: "bounds") { set in
    set.inventory.schemas.flatMap {
      negative($0) + crossedCounts($0) + members($0) + crossedNumbers($0) + numbers($0)
    }
  }

  private static func negative(_ schema: Schema) -> [Diagnostic] {
    let arrays = schema.arrays
    let counts = [
      ("minLength", schema.strings.minLength), ("maxLength", schema.strings.maxLength),
      ("minItems", arrays.minItems), ("maxItems", arrays.maxItems),
      ("minContains", arrays.minContains), ("maxContains", arrays.maxContains),
      ("minProperties", schema.objects.minProperties),
      ("maxProperties", schema.objects.maxProperties),
    ]
    let problems = counts.filter { ($0.1 ?? 0) < 0 }.map {
      Diagnostic(at: schema.range(of: $0.0), "'\($0.0)' must not be negative")
    }
    return problems + multiple(schema)
  }

  private static func multiple(_ schema: Schema) -> [Diagnostic] {
    guard let multiple = schema.numbers.multipleOf else { return [] }
    let place = schema.range(of: "multipleOf")
    if multiple.isNegative || multiple.digits.isEmpty {
      return [Diagnostic(at: place, "'multipleOf' must be more than 0")]
    }
    let isInteger = schema.types?.contains(.integer) ?? false
    guard isInteger, multiple.int == nil else { return [] }
    return [Diagnostic(at: place, "'multipleOf' of an integer must be a 64-bit integer")]
  }

  private static func crossedCounts(_ schema: Schema) -> [Diagnostic] {
    let pairs = [
      ("minLength", schema.strings.minLength, "maxLength", schema.strings.maxLength),
      ("minItems", schema.arrays.minItems, "maxItems", schema.arrays.maxItems),
      (
        "minProperties", schema.objects.minProperties, "maxProperties",
        schema.objects.maxProperties
      ),
    ]
    return pairs.compactMap { lower, low, upper, high in
      guard let low, let high, low > high else { return nil }
      return crossed(schema, lower, upper)
    }
  }

  /// Objects that must have more members than they may, or than there are.
  private static func members(_ schema: Schema) -> [Diagnostic] {
    let objects = schema.objects
    var problems: [Diagnostic] = []
    if let most = objects.maxProperties, most >= 0,
      Set(objects.required.map { ExactText($0) }).count > most
    {
      problems.append(crossed(schema, "required", "maxProperties"))
    }
    if let least = objects.minProperties, case .denied = objects.additionalProperties,
      least > objects.properties.count, objects.patternProperties.isEmpty
    {
      problems.append(crossed(schema, "minProperties", "additionalProperties"))
    }
    return problems
  }

  private static func crossedNumbers(_ schema: Schema) -> [Diagnostic] {
    let numbers = schema.numbers
    let pairs = [
      ("minimum", numbers.minimum, "maximum", numbers.maximum, false),
      ("minimum", numbers.minimum, "exclusiveMaximum", numbers.exclusiveMaximum, true),
      ("exclusiveMinimum", numbers.exclusiveMinimum, "maximum", numbers.maximum, true),
      (
        "exclusiveMinimum", numbers.exclusiveMinimum, "exclusiveMaximum",
        numbers.exclusiveMaximum, true
      ),
    ]
    return pairs.compactMap { lower, low, upper, high, isExclusive in
      guard let low, let high, isExclusive ? low >= high : low > high else { return nil }
      return crossed(schema, lower, upper)
    }
  }

  /// What no value of Swift's could satisfy, or only one that is rounded.
  private static func numbers(_ schema: Schema) -> [Diagnostic] {
    guard schema.impliedType == .integer else {
      return bounds(schema).filter { !$0.number.fitsDouble }.map {
        Diagnostic(
          at: schema.range(of: $0.keyword),
          "'\($0.keyword)' is beyond a 64-bit floating-point number")
      }
    }
    guard let first = bounds(schema).first, IntegerBounds(schema).isEmpty,
      crossedNumbers(schema).isEmpty
    else { return [] }
    let width = schema.format == "int32" ? 32 : 64
    let names = bounds(schema).map { "'\($0.keyword)'" }.joined(separator: " and ")
    return [
      Diagnostic(
        at: schema.range(of: first.keyword), "no \(width)-bit integer can satisfy \(names)")
    ]
  }

  private static func bounds(_ schema: Schema) -> [(keyword: String, number: ExactNumber)] {
    let numbers = schema.numbers
    let named = [
      ("minimum", numbers.minimum), ("exclusiveMinimum", numbers.exclusiveMinimum),
      ("maximum", numbers.maximum), ("exclusiveMaximum", numbers.exclusiveMaximum),
    ]
    let all = schema.impliedType == .integer ? named : named + [("multipleOf", numbers.multipleOf)]
    return all.compactMap { name, number in number.map { (name, $0) } }
  }

  private static func crossed(_ schema: Schema, _ lower: String, _ upper: String) -> Diagnostic {
    Diagnostic(
      at: schema.range(of: lower), "no value can satisfy both '\(lower)' and '\(upper)'",
      notes: [.note(at: schema.range(of: upper), "'\(upper)' is here")])
  }
}
