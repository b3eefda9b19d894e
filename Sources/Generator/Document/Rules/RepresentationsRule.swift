import AccordYAML

extension Rule {
  /// All media types of one body are representations of one model.
  static let representations = Rule(name: "representations") { set in
    set.contentMaps.flatMap {
      Body(content: $0.content, isRequest: $0.isRequest, set: set).problems
    } + set.inventory.requestBodies.flatMap { nullOrAbsent($0, set) }
  }

  /// A handler could not tell the two apart.
  private static func nullOrAbsent(_ body: RequestBody, _ set: DocumentSet) -> [Diagnostic] {
    guard !body.required else { return [] }
    return body.content.compactMap { entry in
      guard let schema = entry.value.schema,
        set.resolve(.inline(schema))?.value.isNullable == true
      else { return nil }
      return Diagnostic(
        at: schema.range,
        "a request body that may be null or absent is not supported yet; "
          + "add 'required: true' to it")
    }
  }
}

private struct Body {
  let content: OrderedMap<MediaType>
  let isRequest: Bool
  let set: DocumentSet

  private var name: String { isRequest ? "request body" : "response" }

  var problems: [Diagnostic] {
    let structured = content.first { [.json, .xml].contains(MediaKind($0.name)) }
    return content.flatMap { entry -> [Diagnostic] in
      guard let schema = entry.value.schema else { return [] }
      switch MediaKind(entry.name) {
      case .json, .xml: return differing(entry, schema, from: structured)
      case .text: return text(entry, schema, beside: structured)
      case .unsupported, nil: return []
      }
    }
  }

  private func differing(
    _ entry: OrderedMap<MediaType>.Entry, _ schema: Schema,
    from first: OrderedMap<MediaType>.Entry?
  ) -> [Diagnostic] {
    guard let first, let other = first.value.schema, first.name != entry.name else { return [] }
    let note = Diagnostic.note(at: other.range, "the schema of '\(first.name)' is here")
    guard isSame(schema, other) else {
      return [
        Diagnostic(
          at: schema.range,
          "one \(name) must hold one model; this schema differs from that of '\(first.name)'",
          notes: [note])
      ]
    }
    if besideReferences(schema) == besideReferences(other) { return [] }
    return [
      Diagnostic(
        at: schema.range,
        "what stands beside '$ref' must be the same here and in '\(first.name)'", notes: [note])
    ]
  }

  /// What the references that lead to a schema say of it, the nearest first.
  private func besideReferences(_ schema: Schema) -> [ExactText] {
    (set.chain(from: schema) ?? []).dropLast().compactMap { link in
      let entries = (link.node.mapping?.entries ?? []).filter { $0.key.text != "$ref" }
      if entries.isEmpty { return nil }
      return Node(.mapping(Mapping(entries)), range: link.range).canonicalText
    }
  }

  private func isSame(_ a: Schema, _ b: Schema) -> Bool {
    guard let one = set.resolve(.inline(a)), let two = set.resolve(.inline(b)) else { return true }
    if one.identity != nil || two.identity != nil { return one.identity == two.identity }
    return one.value.node.canonicalText == two.value.node.canonicalText
  }

  /// Text is a string of its own, or stands for one property of the structured model.
  private func text(
    _ entry: OrderedMap<MediaType>.Entry, _ schema: Schema,
    beside structured: OrderedMap<MediaType>.Entry?
  ) -> [Diagnostic] {
    guard let target = set.resolve(.inline(schema))?.value else { return [] }
    guard target.types == [.string] else {
      return [Diagnostic(at: schema.range, "the schema of '\(entry.name)' must be a string")]
    }
    guard target.enumValues == nil, target.const == nil else {
      return [
        Diagnostic(at: schema.range, "an enumeration as '\(entry.name)' is not supported yet")
      ]
    }
    guard let structured, let model = structured.value.schema else {
      return otherText(than: entry, schema)
    }
    if isRequest {
      return [
        Diagnostic(
          at: entry.nameRange,
          "'\(entry.name)' beside '\(structured.name)' is supported in responses only as yet")
      ]
    }
    return view(entry, schema, of: structured, model)
  }

  /// What stands for a model must always be there.
  private func view(
    _ entry: OrderedMap<MediaType>.Entry, _ schema: Schema,
    of structured: OrderedMap<MediaType>.Entry, _ model: Schema
  ) -> [Diagnostic] {
    let note = Diagnostic.note(
      at: model.range, "the schema of '\(structured.name)' is here")
    guard let name = propertyName(schema, of: model),
      let target = set.resolve(.inline(model))?.value
    else {
      return [
        Diagnostic(
          at: schema.range,
          "one \(self.name) must hold one model; '\(entry.name)' beside '\(structured.name)' needs a "
            + "'$ref' to a property of its schema",
          notes: [note])
      ]
    }
    if target.isNullable {
      let reason = "'\(structured.name)' may hold null, which has no '\(name)'"
      return [Diagnostic(at: schema.range, reason, notes: [note])]
    }
    let hasDefault = set.chain(from: schema)?.contains { $0.annotations.defaultValue != nil }
    if target.objects.required.contains(name) || hasDefault == true { return [] }
    return [
      Diagnostic(
        at: schema.range,
        "'\(entry.name)' needs a required property, and '\(name)' may be absent", notes: [note])
    ]
  }

  private func otherText(than entry: OrderedMap<MediaType>.Entry, _ schema: Schema) -> [Diagnostic]
  {
    let first = content.first { MediaKind($0.name) == .text }
    return differing(entry, schema, from: first)
  }

  /// `name` for a `$ref` to `#/components/schemas/User/properties/name` when the model is that user.
  private func propertyName(_ schema: Schema, of model: Schema) -> String? {
    guard case .success(let place)? = schema.reference?.target,
      let identity = set.resolve(.inline(model))?.identity, place.file == identity.file
    else { return nil }
    let tokens = place.pointer.tokens
    guard tokens.dropLast(2).elementsEqual(identity.pointer.tokens),
      tokens.dropLast().last == "properties"
    else { return nil }
    return tokens.last
  }
}
