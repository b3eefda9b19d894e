import Testing

@testable import AccordRuntime

private enum Unit: String, StringEnumeration { case kelvin = "K" }

@Suite("Enumerations") struct EnumerationTests {
  @Test("a value is one of the set byte for byte, not only by Unicode's equivalence")
  func exact() {
    let kelvinSign = "\u{212A}"
    #expect(JSONReader.decode(Unit.self, from: bytes("\"K\"")).accepted == .kelvin)
    #expect(
      JSONReader.decode(Unit.self, from: bytes("\"\(kelvinSign)\"")).violations
        == [" enum: must be one of 'K'"])
    var parameter = ParameterText(kelvinSign)
    #expect(parameter.enumeration(Unit.self) == nil)
    #expect(parameter.broken.map(\.keyword) == ["enum"])
  }
}
