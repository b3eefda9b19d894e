import AccordRuntime
import Testing

@testable import AccordXML

@Suite("Names in XML") struct NameTests {
  @Test(
    "any text is a name and comes back",
    arguments: [
      "", "_x_", "a", "1", "a b", "_x0041_", "_x0041 ", "_x0041 _", "_x004 ", "_x00000041 ",
      "_x000000041 ", "_x0041_x0041 ", "__x0041:", "_x", "_xD800 ", "_x110000 ", "😀", "é:_x41 ",
    ])
  func roundTrip(text: String) {
    #expect(XMLName.unescaped(XMLName.escaped(text)) == text, "\(XMLName.escaped(text))")
  }

  @Test("every short text of what escapes are made of comes back")
  func exhaustive() {
    let pieces = ["_", "x", "0041", "4", " ", "\u{301}"]
    var texts = [""]
    for _ in 0..<6 {
      texts = texts.flatMap { text in pieces.map { text + $0 } } + [""]
      for text in texts where XMLName.unescaped(XMLName.escaped(text)) != text {
        Issue.record("'\(text)' became \(XMLName.escaped(text))")
      }
    }
  }
}
