import AccordYAML

/// What one pass of reading leaves behind besides the values: problems, references to follow, and every object
/// read, kind by kind, for the rules to go over.
final class ReadingLog {
  var problems: [Diagnostic] = []
  var references: [PendingReference] = []
  var inventory = Inventory()

  func error(at range: SourceRange, _ message: String) {
    problems.append(Diagnostic(at: range, message))
  }

  func read<Object: DocumentObject>(_ type: Object.Type, from node: Node) -> Object {
    if node.mapping == nil, node.scalar.map(Object.accepts) != true {
      error(at: node.range, "\(Object.kindName) must be a mapping, not \(node.kindName)")
    }
    let reader = ObjectReader(node, log: self, subject: Object.kindName)
    let object = Object(reader)
    reader.reportUnknownKeys()
    inventory.add(object)
    return object
  }

  func readReferenced<Object: Referable>(_ type: Object.Type, from node: Node) -> Referenced<Object>
  {
    guard node["$ref"] != nil, !Object.holdsReference else {
      return .inline(read(type, from: node))
    }
    let reference = read(Reference.self, from: node)
    note(reference, to: Object.self)
    return .reference(reference)
  }

  func note(_ reference: Reference, to kind: any Referable.Type) {
    references.append(PendingReference(reference: reference, kind: kind))
  }
}

/// A reference that was read, and what the place it stands in expects to find.
struct PendingReference: Sendable {
  let reference: Reference
  let kind: any Referable.Type
}
