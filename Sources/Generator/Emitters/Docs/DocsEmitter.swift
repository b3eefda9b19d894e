package import AccordModel

/// Emits a page of reference documentation, in GitHub-flavoured Markdown, that also reads well as
/// plain text.
package struct DocsEmitter: Emitter {
  package init() {}

  package func files(for contract: Contract) -> [OutputFile] {
    let page = Page(PageContext(contract))
    return [
      OutputFile(path: "\(contract.name.text.lowercased()).md", text: page.text.source + "\n")
    ]
  }
}
