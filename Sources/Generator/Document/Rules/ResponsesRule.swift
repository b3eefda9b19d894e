import AccordYAML

extension Rule {
  /// Operations have responses, named by status codes.
  static let responses = Rule(name: "responses") { set in
    set.inventory.operations.flatMap { operation -> [Diagnostic] in
      guard operation.node.mapping != nil else { return [] }
      if operation.node["responses"] == nil {
        return [Diagnostic(at: operation.range, "the operation needs 'responses'")]
      }
      if operation.responses.isEmpty, operation.node["responses"]?.mapping != nil {
        return [
          Diagnostic(at: operation.range(ofKey: "responses"), "'responses' needs a response")
        ]
      }
      return operation.responses.compactMap { entry in
        problem(entry.name, at: entry.nameRange) ?? strayContent(entry, in: set)
      }
    }
  }

  /// RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.
  private static func strayContent(
    _ entry: OrderedMap<Referenced<Response>>.Entry, in set: DocumentSet
  ) -> Diagnostic? {
    guard ["204", "205", "304"].contains(entry.name),
      let response = set.resolve(entry.value)?.value, !response.content.isEmpty
    else { return nil }
    return Diagnostic(at: entry.nameRange, "a response '\(entry.name)' cannot have 'content'")
  }

  private static func problem(_ code: String, at range: SourceRange) -> Diagnostic? {
    let characters = Array(code.utf8)
    if code == "default" {
      return Diagnostic(at: range, "'default' responses are not supported yet; list the codes")
    }
    guard characters.count == 3, let first = characters.first, (0x31...0x35).contains(first) else {
      return Diagnostic(at: range, "'\(code)' is not a status code")
    }
    if characters.dropFirst().elementsEqual("XX".utf8) {
      return Diagnostic(at: range, "the range '\(code)' is not supported yet; list the codes")
    }
    guard characters.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return Diagnostic(at: range, "'\(code)' is not a status code")
    }
    if first == 0x31 {
      return Diagnostic(at: range, "interim responses such as '\(code)' are not supported yet")
    }
    return nil
  }
}
