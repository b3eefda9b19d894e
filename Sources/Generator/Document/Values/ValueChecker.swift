import AccordYAML

/// Checks values in a contract against schemas, as far as the supported keywords go.
struct ValueChecker {
  let set: DocumentSet
  private(set) var problems: [Diagnostic] = []
  /// Whether a text is taken for any model, as an XML document in a text is.
  var acceptsText = false
  private var subject = ""
  /// The texts of enumerations looked at, so that a long one is not gone through for every value.
  private var choices: [ObjectIdentifier: Set<ExactText>] = [:]

  init(set: DocumentSet) {
    self.set = set
  }

  mutating func check(_ value: Node, against schema: Schema, as subject: String) {
    if acceptsText, value.string != nil { return }
    self.subject = subject
    check(value, schema)
  }

  mutating func check(_ value: Node, _ written: Schema) {
    guard let schema = set.resolve(.inline(written))?.value, schema.boolean == nil else { return }
    guard checkType(value, schema) else { return }
    checkChoice(value, schema)
    if !schema.combinations.oneOf.isEmpty { return checkUnion(value, schema) }
    switch value.content {
    case .mapping(let mapping): checkObject(value, mapping, schema)
    case .sequence(let nodes): checkArray(value, nodes, schema)
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: checkString(value, scalar.text, schema)
      case .int, .float: checkNumber(value, schema)
      case .null, .bool: break
      }
    }
  }

  /// Records that `value` breaks `keyword`, which stands in `schema`.
  mutating func refuse(_ value: Node, _ reason: String, _ keyword: String, _ schema: Schema) {
    let key = schema.range(ofKey: keyword)
    problems.append(
      Diagnostic(
        at: value.range, "\(subject) does not fit its schema: \(reason)",
        notes: [.note(at: key, "'\(keyword)' is here")]))
  }
}

extension ValueChecker {
  private mutating func checkType(_ value: Node, _ schema: Schema) -> Bool {
    guard let types = schema.types, !types.isEmpty else { return true }
    if types.contains(where: value.isOf) { return true }
    let names = types.map(\.withArticle).joined(separator: " or ")
    refuse(value, "it must be \(names), not \(value.kindName)", "type", schema)
    return false
  }

  private mutating func checkChoice(_ value: Node, _ schema: Schema) {
    if let const = schema.const, const.canonicalText != value.canonicalText {
      refuse(value, "it is not the constant", "const", schema)
    }
    guard let values = schema.enumValues, !values.isEmpty else { return }
    let texts = choices[ObjectIdentifier(schema)] ?? Set(values.map(\.canonicalText))
    choices[ObjectIdentifier(schema)] = texts
    if texts.contains(value.canonicalText) { return }
    let name = value.scalar.map { "'\($0.text)'" } ?? "it"
    let hint = suggestion(for: value.scalar?.text ?? "", among: values.compactMap(\.string))
    refuse(value, "\(name) is not one of the values listed\(hint)", "enum", schema)
  }

  private mutating func checkArray(_ value: Node, _ nodes: [Node], _ schema: Schema) {
    let arrays = schema.arrays
    if let least = arrays.minItems, nodes.count < least {
      refuse(value, "it has \(nodes.count) items, fewer than \(least)", "minItems", schema)
    }
    if let most = arrays.maxItems, nodes.count > most {
      refuse(value, "it has \(nodes.count) items, more than \(most)", "maxItems", schema)
    }
    if arrays.uniqueItems {
      var seen: Set<ExactText> = []
      for node in nodes where !seen.insert(node.canonicalText).inserted {
        refuse(node, "the item stands in it already", "uniqueItems", schema)
      }
    }
    if let items = arrays.items, arrays.prefixItems.isEmpty {
      for node in nodes { check(node, items) }
    }
  }

  private mutating func checkObject(_ value: Node, _ mapping: Mapping, _ schema: Schema) {
    let objects = schema.objects
    for name in objects.required where mapping.entry(name) == nil {
      refuse(value, "it lacks '\(name)'", "required", schema)
    }
    let count = mapping.entries.count
    if let least = objects.minProperties, count < least {
      refuse(value, "it has \(count) members, fewer than \(least)", "minProperties", schema)
    }
    if let most = objects.maxProperties, count > most {
      refuse(value, "it has \(count) members, more than \(most)", "maxProperties", schema)
    }
    for entry in mapping.entries { checkMember(entry, schema) }
  }

  private mutating func checkMember(_ entry: Node.Entry, _ schema: Schema) {
    let objects = schema.objects
    if let property = objects.properties[entry.key.text] { return check(entry.value, property) }
    guard objects.patternProperties.isEmpty else { return }
    switch objects.additionalProperties {
    case .allowed: break
    case .schema(let schema): check(entry.value, schema)
    case .denied:
      let hint = suggestion(for: entry.key.text, among: objects.properties.map(\.name))
      let key = Node(
        .scalar(Scalar(text: entry.key.text, kind: .string, isPlain: true)), range: entry.key.range)
      refuse(key, "it may not have '\(entry.key.text)'\(hint)", "additionalProperties", schema)
    }
  }
}

extension Node {
  func isOf(_ type: SchemaType) -> Bool {
    switch (type, content) {
    case (.object, .mapping), (.array, .sequence): true
    case (.null, .scalar(let scalar)): scalar.kind == .null
    case (.boolean, .scalar(let scalar)): scalar.kind == .bool(true) || scalar.kind == .bool(false)
    case (.string, .scalar(let scalar)): scalar.kind == .string
    case (.number, .scalar(let scalar)): scalar.kind == .int || scalar.kind == .float
    case (.integer, .scalar(let scalar)):
      scalar.kind == .int || (scalar.kind == .float && ExactNumber(self)?.isInteger == true)
    default: false
    }
  }
}

extension SchemaType {
  var withArticle: String {
    switch self {
    case .null: "null"
    case .object, .array, .integer: "an \(rawValue)"
    case .boolean, .number, .string: "a \(rawValue)"
    }
  }
}
