import AccordYAML

extension Value {
  /// The value that a node of the contract writes.
  init(_ node: Node) {
    switch node.content {
    case .mapping(let mapping):
      self = .object(mapping.entries.map { Member(name: $0.key.text, value: Value($0.value)) })
    case .sequence(let nodes):
      self = .array(nodes.map { Value($0) })
    case .scalar(let scalar):
      self = Value(scalar)
    }
  }

  private init(_ scalar: Scalar) {
    switch scalar.kind {
    case .null: self = .null
    case .bool(let flag): self = .boolean(flag)
    case .int, .float:
      self = NumberText(scalar.text).map { .number($0.json) } ?? .string(scalar.text)
    case .string: self = .string(scalar.text)
    }
  }
}
