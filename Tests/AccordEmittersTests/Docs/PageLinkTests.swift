import AccordEmitters
import Foundation
import Testing

@Suite("Links of documentation pages") struct PageLinkTests {
  private static let pages = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/api")

  @Test("each leads to one heading of the page", arguments: ["user", "music", "datastore"])
  func kept(name: String) throws {
    let page = try String(
      contentsOf: Self.pages.appending(path: "\(name).md"), encoding: .utf8)
    #expect(links(page).count >= 20)
    #expect(broken(page) == [])
  }

  @Test("so do those of other people's contracts, twice the same page", .timeLimit(.minutes(5)))
  func corpus() throws {
    for (file, contract) in corpusContracts() {
      let page = DocsEmitter().files(for: contract)
      #expect(page == DocsEmitter().files(for: contract))
      #expect(broken(page[0].text) == [], "\(file.path())")
    }
  }

  private func links(_ page: String) -> Set<String> {
    Set(page.matches(of: /\]\(#([^)]*)\)/).map { String($0.output.1) })
  }

  /// The links that lead nowhere, or to one of several headings.
  private func broken(_ page: String) -> [String] {
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }.map(anchor)
    return links(page).filter { link in headings.count { $0 == link } != 1 }.sorted()
  }

  private func anchor(_ heading: Substring) -> String {
    let text = heading.drop { $0 == "#" }.dropFirst().replacing(/&[#a-z0-9]+;/, with: "")
    return text.lowercased().filter {
      $0 == " " || $0 == "-" || $0 == "_" || $0.isLetter || $0.isNumber
    }.replacing(" ", with: "-")
  }
}
