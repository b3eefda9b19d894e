import AccordDocument

/// A schema that stands inside something else, and what a type made of it is called by.
struct Part {
  /// The words that people would call it by; those of another part may be the same.
  let hint: String
  /// Tells it apart from every other part of the same whole.
  let path: String
  /// What it is called in documents.
  let wireName: String
  let schema: Schema

  init(_ hint: String, path: String, wireName: String? = nil, _ schema: Schema) {
    self.hint = hint
    self.path = path
    self.wireName = wireName ?? hint
    self.schema = schema
  }

  /// The part of a part.
  func below(_ parent: Part) -> Part {
    Part(
      "\(parent.hint) \(hint)", path: "\(parent.path)/\(path)", wireName: wireName, schema)
  }

  func below(_ name: String) -> Part {
    Part("\(name) \(hint)", path: "\(name)/\(path)", wireName: wireName, schema)
  }
}

extension Schema {
  /// The schemas that stand inside this one.
  var children: [Part] {
    var children = objects.properties.map { property in
      Part(
        property.value.chosenName ?? property.name, path: "properties/\(property.name)",
        wireName: property.name, property.value)
    }
    if let items = arrays.items { children.append(Part("item", path: "items", items)) }
    if case .schema(let values) = objects.additionalProperties {
      children.append(Part("value", path: "additionalProperties", values))
    }
    for (index, alternative) in combinations.oneOf.enumerated() {
      let number = "alternative \(index + 1)"
      children.append(
        Part(
          alternative.annotations.title ?? number, path: "oneOf/\(index)", wireName: number,
          alternative))
    }
    return children
  }
}
