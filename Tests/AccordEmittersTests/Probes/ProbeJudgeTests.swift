import AccordModel
import Foundation
import Oracles
import Testing

@testable import AccordEmitters

/// What a validator of JSON Schema that shares nothing with Accord says of probes.
@Suite("Probes before a judge") struct ProbeJudgeTests {
  /// Draft-07 does not bound integers to 64 bits nor know every format, and Python's `$` is also
  /// before a last line feed: of these, only what is accepted is judged.
  private static let judge = """
    import decimal, json, sys, jsonschema
    def number(text):
        value = decimal.Decimal(text)
        return int(value) if value == value.to_integral_value() else value
    def read(file): return json.load(file, parse_float=number)
    def keywords(error):
        below = [word for e in error.context or [] for word in keywords(e)]
        return [error.validator] + below
    wrong = count = 0
    for part in read(open(sys.argv[1], encoding="utf-8")):
        checker = jsonschema.Draft7Validator.FORMAT_CHECKER
        judge = jsonschema.Draft7Validator(part["schema"], format_checker=checker)
        for probe in part["probes"]:
            if not probe["accepted"] and (
                probe["rule"] == "format" or probe["id"].endswith("line-feed")): continue
            count += 1
            errors = [word for e in judge.iter_errors(probe["value"]) for word in keywords(e)]
            rule = {"const": "enum"}.get(probe["rule"], probe["rule"])
            if bool(errors) if probe["accepted"] else rule not in errors:
                wrong += 1
                print(part["name"], probe["name"], str(probe["value"])[:300], errors, sep=" | ")
    print(count if not wrong else str(wrong) + " wrong")
    """

  @Test(
    "what is accepted is valid as a whole, and what is refused is not",
    arguments: [
      "spec/user.yaml", "spec/music.yaml", "spec/datastore.yaml",
      "Tests/Fixtures/TortureAPI/openapi.yaml",
      "Examples/petstore/Sources/PetstoreAPI/openapi.yaml",
    ])
  func contracts(path: String) throws {
    guard let python = Python.find(importing: "jsonschema") else { return }
    let contract = try Contract.reading(path)
    let shapes = Shapes(contract)
    let bodies = contract.operations.compactMap { operation in
      operation.body.map { (operation.operationID, $0.content.shape, Self.example($0.content)) }
    }
    let types = contract.allTypes.map { type -> (String, Shape, Value?) in
      (type.name.path.map(\.text).joined(separator: "."), .declared(type.name), nil)
    }
    let judged = (bodies + types).map { Self.judged($0, $1, $2, shapes) }
    let said = try Self.verdict(on: judged, by: python)
    #expect(Int(said) ?? 0 > 50, "\(said)")
  }

  private static func example(_ content: Content) -> Value? {
    content.representations.lazy.compactMap { $0.examples.first?.value }.first
  }

  static func judged(_ name: String, _ shape: Shape, _ example: Value?, _ shapes: Shapes) -> Value {
    let example = example ?? ExampleValue(shapes).value(of: shape)
    let probes = ConstraintProbes(shapes).probes(of: shape, at: somewhere, in: example)
    return [
      "name": .string(name), "schema": SchemaJSON(shapes).document(shape),
      "probes": .array(probes.map(judged)),
    ]
  }

  private static func judged(_ probe: Probe) -> Value {
    [
      "name": .string("\(probe.rule) /\(probe.pointer.joined(separator: "/")) \(probe.id)"),
      "rule": .string(probe.rule), "id": .string(probe.id),
      "accepted": .boolean(probe.isAccepted), "value": probe.value,
    ]
  }

  /// How many were judged, or what the judge sees otherwise.
  static func verdict(on parts: [Value], by python: Python) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "probes-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Value.array(parts).jsonText.write(to: file, atomically: true, encoding: .utf8)
    return try python.output(of: judge, [file.path])
  }
}
