import Testing

@testable import AccordModel

@Suite("Lowering of numbers and paths") struct ExactnessTests {
  @Test("what 32 bits of floating point have to hold has no other bounds than the contract's")
  func float() throws {
    let outline = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      components:
        schemas:
          Wide: {type: number, format: float}
          Narrow: {type: number, format: float, minimum: 0, maximum: 0x1F}
          Double: {type: number, format: double}
      """)
    let rules = outline.types.compactMap { type -> NumberRules? in
      if case .alias(.number(let rules)) = type.kind { rules } else { nil }
    }
    #expect(
      Set(rules) == [
        NumberRules(isFloat: true), NumberRules(minimum: "0", maximum: "31", isFloat: true),
        NumberRules(),
      ])
  }

  @Test("a path is taken apart by scalars, as the router does by bytes")
  func accents() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        "/x/{\\u0301id}.y/":
          get:
            operationId: a
            parameters: [{name: "\\u0301id", in: path, required: true, schema: {type: string}}]
            responses: {'204': {description: None}}
      """)
    #expect(
      contract.operations[0].path.segments == [
        .literal("x"), .mixed([.parameter("\u{301}id"), .literal(".y")]), .literal(""),
      ])
  }
}
