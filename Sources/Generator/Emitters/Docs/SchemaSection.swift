import AccordModel

/// What a value of a declared type looks like.
struct SchemaSection {
  let context: PageContext
  let type: TypeDeclaration

  private var words: ShapeWords { context.words }

  var blocks: [Markdown] {
    let start: [Markdown] = [
      .heading(3, context.anchors[.type(type.name)].text),
      type.isDeprecated ? "**Deprecated.**" : "",
      "\(text: type.documentation.summary)",
      Prose(type.documentation.description).blocks(below: 3),
    ]
    return start + contents + examples
  }

  private var contents: [Markdown] {
    switch type.kind {
    case .structure(let structure): members(of: structure)
    case .union(let union): UnionWords(context: context, union: union).blocks
    case .stringEnumeration, .integerEnumeration: ["Is \(ShapeWords.values(of: type))."]
    case .alias(let shape), .wrapper(let shape): [sentence(shape)]
    }
  }

  private func sentence(_ shape: Shape) -> Markdown {
    "\([words.type(shape).capitalized, words.rules(shape)].joined(": "))."
  }

  private func members(of structure: Structure) -> [Markdown] {
    var rows = DescribedRows("Member", "Type", "Required", "Constraints", level: 3)
    for property in structure.properties {
      var remarks = Remarks()
      remarks.add(deprecated: property.isDeprecated)
      remarks.add(defaultValue: property.defaultValue, \.jsonLine)
      remarks.add(examples: property.examples, \.jsonLine)
      remarks.add(inXML(property))
      rows.add(
        "\(code: property.wireName)", property.documentation, remarks, words.type(property.shape),
        property.isRequired ? "yes" : "no", words.rules(property.shape))
    }
    return rows.blocks + [others(structure)]
  }

  private func others(_ structure: Structure) -> Markdown {
    let count = words.object(structure.rules)
    let start: Markdown = structure.properties.isEmpty ? "An object" : ""
    let members: Markdown = count.isEmpty ? "" : "\(count)\(start.isEmpty ? "" : " of any name")"
    let sentence = [start, members].joined(" with ").capitalized
    let others: Markdown =
      switch structure.additional {
      case .ignored: ""
      case .refused: "Other members are refused."
      case .kept(_, .any): "Other members are kept."
      case .kept(_, let shape): "Other members: \(self.sentence(shape))"
      }
    return [sentence.isEmpty ? "" : "\(sentence).", others].joined(" ")
  }

  /// Where the property has another form there than a name suggests.
  private func inXML(_ property: Property) -> Markdown {
    guard context.inXML.contains(type.name) else { return "" }
    let name = property.xml.name
    if property.xml.isAttribute { return "In XML the attribute \(code: name)." }
    guard case .array(_, _, let array) = context.shapes.resolve(property.shape) else {
      return name == property.wireName ? "" : "In XML the element \(code: name)."
    }
    return array.isWrapped
      ? "In XML elements \(code: array.itemName) in one \(code: name)."
      : "In XML an element \(code: array.itemName) for each."
  }

  private var examples: [Markdown] {
    let texts = type.examples.map(\.value.jsonText)
    guard let longest = texts.map(\.utf8.count).max() else { return [] }
    let isShort = longest <= 60 && !texts.contains { $0.contains("\n") }
    return isShort
      ? ["Example: \(texts.map { "\(code: $0)" }.listed("or"))."]
      : ["**Example**"] + texts.map { .fence("json", $0) }
  }
}
