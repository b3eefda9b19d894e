import AccordModel

/// What responses hold: a table of them, and one of their headers.
struct ResponseTables {
  let context: PageContext
  let responses: [Response]

  var blocks: [Markdown] { statuses + headers }

  private var statuses: [Markdown] {
    var rows = DescribedRows("Status", "Body", level: 3)
    for response in responses {
      rows.add(
        response.shownName, response.documentation, Remarks(),
        response.content.map { ContentWords(context: context, content: $0).text } ?? "")
    }
    return rows.blocks
  }

  private var headers: [Markdown] {
    var rows = DescribedRows("Header", "Of", "Type", "Sent", "Constraints", level: 3)
    for response in responses {
      for header in response.headers {
        var remarks = Remarks()
        remarks.add(examples: header.examples, \.plainText)
        rows.add(
          "\(code: header.wireName)", header.documentation, remarks, "\(response.status)",
          context.words.type(header.shape), header.isRequired ? "always" : "sometimes",
          context.words.rules(header.shape))
      }
    }
    return rows.blocks
  }
}

extension Response {
  /// `404 Not Found`.
  var shownName: Markdown { "\(status) \(text: reason)" }
}
