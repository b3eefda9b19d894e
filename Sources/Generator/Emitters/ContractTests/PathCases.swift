import AccordModel

/// Methods that a path does not have, and paths that are not there.
struct PathCases {
  let contract: Contract

  var cases: [TestCase] {
    contract.pathTemplates.flatMap { path in methodCases(path) + [unknownPath(path)] }
  }

  private func methodCases(_ path: PathTemplate) -> [TestCase] {
    let allowed = contract.methods(of: path)
    return Operation.Method.allCases.map(\.rawValue)
      .filter { !allowed.contains($0) && !($0 == "HEAD" && allowed.contains("GET")) }
      .map { method in
        let expected = Expectation(statuses: [405], allowed: allowed)
        return TestCase(
          id: "\(path.text)/method/\(method)", name: "\(method) \(path.text) is refused",
          kind: .method, rule: "paths", place: place(path),
          steps: [step(method, examplePath(path), expected)])
      }
  }

  private func unknownPath(_ path: PathTemplate) -> TestCase {
    TestCase(
      id: "\(path.text)/path", name: "a path below \(path.text) that is not there", kind: .path,
      rule: "paths", place: place(path),
      steps: [step("GET", unknown(below: path), .status(404))])
  }

  private func step(_ method: String, _ path: String, _ expected: Expectation) -> TestStep {
    TestStep(
      service: contract.fileStem, method: method, path: path,
      headers: [("Accept", "*/*")], expected: expected)
  }

  private func place(_ path: PathTemplate) -> Place {
    contract.operations.first { $0.path == path }?.place
      ?? Place(file: contract.source, line: 1, column: 1)
  }

  /// As long as it has to be so that no template of the contract takes it.
  private func unknown(below path: PathTemplate) -> String {
    var segments = examplePath(path).split(separator: "/").map(String.init)
    repeat {
      segments.append("not-a-path")
    } while contract.pathTemplates.contains { $0.takes(segments) }
    return "/" + segments.joined(separator: "/")
  }

  private func examplePath(_ path: PathTemplate) -> String {
    guard let operation = contract.operations.first(where: { $0.path == path }) else {
      return path.text
    }
    let values = ExampleValue(Shapes(contract))
    let texts = operation.parameters.filter { $0.location == .path }.map {
      ($0.wireName, values.value(of: $0).plainText.percentEncoded)
    }
    let text = { (name: String) in texts.first { $0.0 == name }?.1 ?? name }
    return "/" + path.filled(whole: text, part: text).joined(separator: "/")
  }
}

extension PathTemplate {
  /// Whether a path of these segments may be one of the template's.
  fileprivate func takes(_ path: [String]) -> Bool {
    segments.count == path.count
      && zip(segments, path).allSatisfy { segment, text in
        if case .literal(let literal) = segment { literal.pathEncoded == text } else { true }
      }
  }
}
