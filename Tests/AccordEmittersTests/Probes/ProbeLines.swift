import AccordModel

@testable import AccordEmitters

/// Probes in a form that a test can show: a line each, `+` for accepted and `-` for refused, rule, id,
/// pointer and, if it is short, the value in JSON.
func lines(
  _ shape: Shape, _ example: Value, _ types: [TypeDeclaration] = [], rules: Set<String>? = nil
) -> [String] {
  let contract = Contract(
    name: Identifier("Test"), source: "spec/test.yaml", title: "Test", version: "1", types: types)
  return ConstraintProbes(Shapes(contract)).probes(of: shape, at: somewhere, in: example)
    .filter { rules?.contains($0.rule) ?? true }.map(line)
}

/// Those of the schema `A` of a contract of schemas.
func lines(
  _ schemas: String, _ example: Value, rules: Set<String>? = nil
) throws -> [String] {
  let contract = try Contract.withSchemas(schemas)
  guard let type = contract.types.first(where: { $0.name.last.text == "A" }) else { return [] }
  return ConstraintProbes(Shapes(contract))
    .probes(of: .declared(type.name), at: somewhere, in: example)
    .filter { rules?.contains($0.rule) ?? true }.map(line)
}

private func line(_ probe: Probe) -> String {
  let json = probe.value.jsonText.split(separator: "\n").joined(separator: " ")
  let pointer = probe.pointer.map { "/" + $0 }.joined()
  return [
    probe.isAccepted ? "+" : "-", probe.rule, probe.id, pointer,
    json.unicodeScalars.count <= 60 ? json : "…",
  ].filter { !$0.isEmpty }.joined(separator: " ")
}
