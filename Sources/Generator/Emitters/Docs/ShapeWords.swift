import AccordModel

/// What values a shape has, in words: `array of [User](#user)`, `1 to 5 items`.
struct ShapeWords {
  let shapes: Shapes
  let anchors: Anchors

  func type(_ shape: Shape) -> Markdown {
    switch shape {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .array(let items, _, _): "array of \(type(items))"
    case .dictionary(.any, _): "object"
    case .dictionary(let values, _): "map of names to \(type(values))"
    case .any: "any value"
    case .declared(let name): declared(name)
    case .nullable(let inner): "\(type(inner)) or null"
    }
  }

  private func declared(_ name: TypeName) -> Markdown {
    guard let type = shapes.declaration(name), type.isInlined else {
      return anchors.link(.type(name), "\(code: name.shownText)")
    }
    return if case .integerEnumeration = type.kind { "integer" } else { "string" }
  }

  /// What a valid value keeps to, also where an alias stands for it; empty where there is nothing.
  func rules(_ shape: Shape) -> Markdown {
    switch shapes.resolve(shape) {
    case .array(let items, let rules, _):
      let each = scalar(items)
      return [array(rules), each.isEmpty ? "" : "each \(each)"].joined("; ")
    case let resolved: return scalar(resolved)
    }
  }

  private func scalar(_ shape: Shape) -> Markdown {
    switch shapes.resolve(shape) {
    case .string(let rules): string(rules)
    case .integer(let rules): integer(rules)
    case .number(let rules): number(rules)
    case .dictionary(_, let rules): object(rules)
    case .declared(let name): fewValues(of: name)
    case .array, .boolean, .any, .nullable: ""
    }
  }

  private func fewValues(of name: TypeName) -> Markdown {
    guard let type = shapes.declaration(name) else { return "" }
    return type.isInlined || type.enumeratedTexts.count <= 6 ? Self.values(of: type) : ""
  }

  /// Of an enumeration; empty for other types.
  static func values(of type: TypeDeclaration) -> Markdown {
    let values = type.enumeratedTexts.map { text -> Markdown in "\(code: text)" }
    return values.count == 1 ? "always \(values[0])" : values.listed("or")
  }
}

extension ShapeWords {
  func string(_ rules: StringRules) -> Markdown {
    [
      rules.format.map(Self.words) ?? "",
      Self.count(rules.minLength, rules.maxLength, "character"),
      rules.pattern.map { "pattern \(code: $0.source)" } ?? "",
    ].joined(", ")
  }

  func array(_ rules: ArrayRules) -> Markdown {
    [
      Self.count(rules.minItems, rules.maxItems, "item"),
      rules.uniqueItems ? "no two alike" : "",
    ].joined(", ")
  }

  func object(_ rules: ObjectRules) -> Markdown {
    Self.count(rules.minProperties, rules.maxProperties, "member")
  }

  func integer(_ rules: IntegerRules) -> Markdown {
    [
      rules.exclusiveMinimum.map { "more than \($0)" } ?? "",
      rules.exclusiveMaximum.map { "less than \($0)" } ?? "",
      Self.range(rules.minimum.map { "\($0)" }, rules.maximum.map { "\($0)" }),
      rules.multipleOf.map { "a multiple of \($0)" } ?? "",
      rules.width == .int32 && (rules.least == nil || rules.greatest == nil) ? "32 bits" : "",
    ].joined(", ")
  }

  func number(_ rules: NumberRules) -> Markdown {
    [
      rules.exclusiveMinimum.map { "more than \(text: $0)" } ?? "",
      rules.exclusiveMaximum.map { "less than \(text: $0)" } ?? "",
      Self.range(rules.minimum, rules.maximum),
      rules.multipleOf.map { "a multiple of \(text: $0)" } ?? "",
      rules.isFloat ? "32 bits" : "",
    ].joined(", ")
  }

  private static func range(_ least: String?, _ most: String?) -> Markdown {
    switch (least, most) {
    case (let least?, let most?):
      least == most ? "\(text: least)" : "\(text: least) to \(text: most)"
    case (let least?, nil): "at least \(text: least)"
    case (nil, let most?): "at most \(text: most)"
    case (nil, nil): ""
    }
  }

  private static func count(_ least: Int, _ most: Int?, _ noun: String) -> Markdown {
    switch most {
    case nil: least == 0 ? "" : "at least \(text: counted(least, noun))"
    case least?: "exactly \(text: counted(least, noun))"
    case let most?:
      least == 0
        ? "at most \(text: counted(most, noun))" : "\(least) to \(text: counted(most, noun))"
    }
  }

  private static func words(_ format: StringFormat) -> Markdown {
    switch format {
    case .dateTime: "date and time (RFC 3339)"
    case .date: "date (RFC 3339)"
    case .time: "time of day (RFC 3339)"
    case .duration: "duration (ISO 8601)"
    case .uuid: "UUID"
    case .email: "e-mail address"
    case .uri: "URI"
    case .uriReference: "URI reference"
    case .hostname: "host name"
    case .ipv4: "IPv4 address"
    case .ipv6: "IPv6 address"
    case .byte: "Base64"
    }
  }
}
