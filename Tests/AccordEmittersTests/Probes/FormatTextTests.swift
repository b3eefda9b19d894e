import AccordModel
import AccordRuntime
import Testing

@testable import AccordEmitters

/// What services check is the judge of what artefacts show.
@Suite("Texts of formats") struct FormatTextTests {
  @Test("texts are of the format, and those that miss it are not", arguments: all)
  func formats(format: AccordModel.StringFormat) throws {
    let known = AccordRuntime.StringFormat(rawValue: format.rawValue)
    let judge = try #require(known)
    let texts = FormatTexts(format: format)
    let lengths = (0...300).compactMap { length in
      texts.text(ofLength: length).map { (length, $0) }
    }
    #expect(!lengths.isEmpty)
    for (length, text) in lengths {
      #expect(text.unicodeScalars.count == length)
      #expect(judge.matches(text), "\(text)")
    }
    for text in texts.texts(count: 20) + texts.unusual.map(\.text) { #expect(judge.matches(text)) }
    #expect(Set(texts.texts(count: 20)).count == 20)
    for missed in texts.missed { #expect(!judge.matches(missed.text), "\(missed)") }
  }

  private static let all = AccordModel.StringFormat.allCases
}
