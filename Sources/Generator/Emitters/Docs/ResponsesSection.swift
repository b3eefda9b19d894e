import AccordModel

/// What an operation answers, and what to do next with it.
struct ResponsesSection {
  let context: PageContext
  let operation: Operation

  var blocks: [Markdown] {
    responses + examples + links
  }

  private var responses: [Markdown] {
    let own = operation.responses.filter { !context.errors.contains($0) }
    return ResponseTables(context: context, responses: own).blocks + [sharedErrors]
  }

  private var sharedErrors: Markdown {
    let names = operation.responses.filter(context.errors.contains).map(\.shownName)
    guard !names.isEmpty else { return "" }
    let others = context.anchors.link(.part(.errors), "as everywhere")
    return "Errors \(others): \(names.joined(", "))."
  }

  private var examples: [Markdown] {
    let response = operation.success
    return response.content.map { content in
      ContentWords(context: context, content: content)
        .examples(from: 0, "Answer \(response.status)")
    } ?? []
  }

  private var links: [Markdown] {
    let items = operation.responses.flatMap { response in
      response.links.map { item($0, of: response) }
    }
    return items.isEmpty ? [] : ["**What to do next**", .list(items)]
  }

  private func item(_ link: Link, of response: Response) -> [Markdown] {
    let heading = context.anchors[.operation(link.operationID)]
    let target: Markdown =
      heading.text.isEmpty
      ? "\(code: link.operationID)" : .link(heading.text, to: heading.anchor)
    let occasion: Markdown =
      response.status == operation.success.status ? "" : " after \(response.status)"
    let (line, rest) = Prose(link.documentation.description).forCell
    let words: Markdown = "\(target)\(occasion)\(line.isEmpty ? "" : ": \(line)")"
    return [[words, Self.values(link)].joined(" "), rest?.blocks(below: 3) ?? ""]
  }

  private static func values(_ link: Link) -> Markdown {
    let members = link.requestBody.map { body in
      body.members ?? [Value.Member(name: "body", value: body)]
    }
    let values = (link.parameters + (members ?? [])).map { entry -> Markdown in
      "\(code: entry.name) is \(words(entry.value))"
    }
    return values.isEmpty ? "" : "Its \(values.listed("and"))."
  }

  private static func words(_ value: Value) -> Markdown {
    switch LinkExpression(value) {
    case .constant(let constant): "\(code: constant.plainText)"
    case .parameter(_, let name), .member(let name): "\(code: name) of the request"
    case .response(.header(let name)): "the header \(code: name) of the answer"
    case .response(.body(let tokens)):
      tokens.isEmpty ? "the answer" : "\(code: tokens.joined(separator: "/")) of the answer"
    }
  }
}
