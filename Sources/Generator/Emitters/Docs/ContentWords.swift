import AccordModel

/// What a body is and how it is written.
struct ContentWords {
  let context: PageContext
  let content: Content

  /// `[User](#user) as application/json or application/xml`.
  var text: Markdown {
    let whole = content.representations.filter { $0.textProperty == nil }
    let part = content.representations.compactMap { representation in
      representation.textProperty.map { property -> Markdown in
        "its \(code: property) alone as \(code: representation.mediaType)"
      }
    }
    let start: Markdown = whole.isEmpty ? "" : "\(type) as \(Self.mediaTypes(whole))"
    return ([start] + part).joined("; ")
  }

  private var type: Markdown {
    let rules: Markdown =
      if case .declared = content.shape { "" } else { context.words.rules(content.shape) }
    let type = context.words.type(content.shape)
    return [rules.isEmpty ? type : "\(type) (\(rules))", rootElement].joined(", ")
  }

  /// Where it is not the type's own name.
  private var rootElement: Markdown {
    guard content.hasXML else { return "" }
    if case .declared(let name) = content.shape, name.last.text == content.xmlName { return "" }
    return "in XML the element \(code: content.xmlName),"
  }

  private static func mediaTypes(_ representations: [Representation]) -> Markdown {
    representations.map { "\(code: $0.mediaType)" }.listed("or")
  }

  /// The contract's examples, as the preferred representation has them.
  /// - Parameter first: how many are left out at the start
  func examples(from first: Int, _ title: Markdown) -> [Markdown] {
    content.shown.examples.dropFirst(first).flatMap { example -> [Markdown] in
      let words = example.summary.isEmpty ? example.name : example.summary
      return ["**\(title)**: \(text: words)", fence(example.value, content.shown)]
    }
  }

  private func fence(_ value: Value, _ representation: Representation) -> Markdown {
    let text = content.text(of: value, representation.codec, context.shapes)
    return switch representation.codec {
    case .json: .fence("json", text)
    case .xml: .fence("xml", text)
    case .text, .textOfProperty:
      .fence(representation.mediaType == "text/html" ? "html" : "text", text)
    }
  }
}

extension Representation {
  fileprivate var textProperty: String? {
    if case .textOfProperty(let name) = codec { name } else { nil }
  }
}
