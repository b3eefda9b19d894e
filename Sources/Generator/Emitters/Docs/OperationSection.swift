import AccordModel

/// What a client needs to know to call an operation.
struct OperationSection {
  let context: PageContext
  let operation: Operation

  private var words: ShapeWords { context.words }

  var blocks: [Markdown] {
    let heading = context.anchors[.operation(operation.operationID)].text
    let start: [Markdown] = [
      .heading(3, heading),
      "\(code: request) · operation \(code: operation.operationID)",
      operation.isDeprecated ? "**Deprecated.**" : "",
      Prose(operation.documentation.description).blocks(below: 3),
      credential,
    ]
    let command = CurlCommand(operation, of: context.contract, context.shapes)
    return start + parameters + body + [.fence("sh", command.text)] + furtherBodies
      + ResponsesSection(context: context, operation: operation).blocks
  }

  private var request: String { "\(operation.method.rawValue) \(operation.path.text)" }

  private var credential: Markdown {
    switch operation.security {
    case .none: context.contract.securitySchemes.isEmpty ? "" : "Needs no credential."
    case .required(let names): "Needs \(names.map(context.link(to:)).listed("or"))."
    case .optional(let names):
      "Takes \(names.map(context.link(to:)).listed("or")), and works without."
    }
  }

  private var parameters: [Markdown] {
    var rows = DescribedRows(
      "Parameter", "In", "Type", "Required", "Constraints", level: 3)
    for parameter in operation.parameters {
      var notes = Remarks()
      notes.add(deprecated: parameter.isDeprecated)
      notes.add(defaultValue: parameter.defaultValue, \.plainText)
      notes.add(examples: parameter.examples, \.plainText)
      rows.add(
        "\(code: parameter.wireName)", parameter.documentation, notes,
        Markdown(source: parameter.location.rawValue), words.type(parameter.shape),
        parameter.isRequired ? "yes" : "no", words.rules(parameter.shape))
    }
    return rows.blocks
  }

  private var body: [Markdown] {
    guard let body = operation.body else { return [] }
    let content = ContentWords(context: context, content: body.content)
    let start: Markdown =
      "**Request body**\(body.isRequired ? "" : " (optional)"): \(content.text)."
    let (line, rest) = Prose(body.documentation.description).forCell
    return [line.isEmpty ? start : "\(start) \(line)", rest?.blocks(below: 3) ?? ""]
  }

  /// The command has the first one.
  private var furtherBodies: [Markdown] {
    operation.body.map {
      ContentWords(context: context, content: $0.content).examples(from: 1, "Another body")
    } ?? []
  }
}
