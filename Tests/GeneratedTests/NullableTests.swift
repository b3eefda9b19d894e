import AccordRuntime
import HTTPTypes
import Testing

import struct TortureAPI.Shapes
import enum TortureAPI.ShapesOperation

@Suite("Missing, null and given members") struct NullableTests {
  private func decode(_ text: String) throws -> Shapes {
    guard case .value(let shapes) = JSONReader.decode(Shapes.self, from: Array(text.utf8)) else {
      throw Refused()
    }
    return shapes
  }

  private struct Refused: Error {}

  @Test("an optional nullable member has three states, each of which comes back")
  func threeStates() async throws {
    let states: [Nullable<String>?] = [nil, .null, .value("x")]
    for state in states {
      let shapes = Shapes(needed: "n", neededOrNull: nil, maybeOrNull: state)
      let back = try await Torture.client.shapes(.init(body: shapes)).ok
      #expect(back.maybeOrNull == state)
      #expect(back.neededOrNull == nil)
    }
  }

  @Test("a required nullable member must be there, and may be null")
  func requiredNullable() throws {
    #expect(try decode(#"{"needed":"n","neededOrNull":null}"#).neededOrNull == nil)
    #expect(try decode(#"{"needed":"n","neededOrNull":"x"}"#).neededOrNull == "x")
    #expect(throws: Refused.self) { try decode(#"{"needed":"n"}"#) }
    let text = String(
      decoding: JSONWriter.encode(Shapes(needed: "n", neededOrNull: nil)), as: UTF8.self)
    #expect(text.hasPrefix(#"{"needed":"n","neededOrNull":null,"text":"#))
  }

  @Test("null for a member that may be left out only is refused")
  func optionalNotNull() {
    #expect(throws: Refused.self) {
      try decode(#"{"needed":"n","neededOrNull":null,"maybe":null}"#)
    }
    #expect(throws: Refused.self) { try decode(#"{"needed":null,"neededOrNull":null}"#) }
  }

  @Test("null stands in lists that allow it")
  func lists() async throws {
    let shapes = Shapes(needed: "n", neededOrNull: nil, maybeListOrNull: .value([1, nil]))
    let back = try await Torture.client.shapes(.init(body: shapes)).ok
    #expect(back.maybeListOrNull == .value([1, nil]))
  }

  @Test("a default stands in for what is missing")
  func defaults() throws {
    let shapes = try decode(#"{"needed":"n","neededOrNull":null}"#)
    #expect(shapes.text == "\\(x) \" \n" && shapes.count == 7 && shapes.ratio == 1.5)
    #expect(shapes.flag && shapes.word == .case && shapes.level.rawValue == -1)
    #expect(try decode(#"{"needed":"n","neededOrNull":null,"count":0}"#).count == 0)
  }

  @Test("a default called none is that value, and not null")
  func defaultNone() throws {
    let shapes = try decode(#"{"needed":"n","neededOrNull":null}"#)
    #expect(shapes.noneOrNull == Shapes.NoneOrNull.none)
    #expect(shapes.noneAlone == Shapes.NoneAlone.none)
    let given = Shapes(needed: "n", neededOrNull: nil)
    #expect(given.noneOrNull == Shapes.NoneOrNull.none)
    #expect(try decode(#"{"needed":"n","neededOrNull":null,"noneOrNull":null}"#).noneOrNull == nil)
  }

  @Test("a constant is the one value of its type")
  func constant() throws {
    #expect(Shapes.Fixed.allCases.map(\.rawValue) == ["\\("])
    #expect(throws: Refused.self) {
      try decode(#"{"needed":"n","neededOrNull":null,"fixed":"("}"#)
    }
  }

  @Test("the states survive XML")
  func xml() async throws {
    for member in [
      "", #","maybeOrNull":null"#, #","maybeOrNull":"""#, #","maybeListOrNull":[1,null]"#,
    ] {
      let text = "{\"needed\":\"n\",\"neededOrNull\":null\(member)}"
      let xml = await Torture.post(text, to: "/shapes", accept: "application/xml")
      let json = await Torture.post(text, to: "/shapes")
      let back = await Torture.post(xml.text, to: "/shapes", as: "application/xml")
      #expect(back.text == json.text, "\(xml.text)")
    }
  }
}
