import AccordYAML

extension Rule {
  /// A discriminator says nothing but what the alternatives say themselves (4.8.25).
  static let discriminators = Rule(name: "discriminators") { set in
    set.inventory.schemas.flatMap { schema -> [Diagnostic] in
      guard let discriminator = schema.discriminator else { return [] }
      guard schema.node["oneOf"] != nil else {
        return [
          Diagnostic(
            at: schema.range(ofKey: "discriminator"),
            "'discriminator' without 'oneOf' is not supported yet")
        ]
      }
      let alternatives = set.alternatives(of: schema)
      let name = discriminator.propertyName
      return property(name, discriminator, alternatives)
        + discriminator.mapping.compactMap { mapping($0, of: name, alternatives) }
    }
  }

  private static func property(
    _ name: String, _ discriminator: Discriminator, _ alternatives: [Alternative]
  ) -> [Diagnostic] {
    guard discriminator.node["propertyName"]?.string != nil else { return [] }
    let without = alternatives.filter {
      !$0.signs.required.contains(exactly: name) || $0.signs.texts(of: name) == nil
    }
    let place = discriminator.range(of: "propertyName")
    guard without.isEmpty else {
      return without.map { alternative in
        Diagnostic(
          at: place,
          "\(alternative.name) must require '\(name)' with a 'const' or 'enum' of strings",
          notes: [.note(at: alternative.written.range, "\(alternative.name) is here")])
      }
    }
    return alternatives.indices.flatMap { index -> [Diagnostic] in
      let second = alternatives[index]
      return alternatives[..<index].filter { !$0.signs.isConstant(name, apartFrom: second.signs) }
        .map {
          Diagnostic(at: place, "'\(name)' may be the same in \($0.name) and \(second.name)")
        }
    }
  }

  private static func mapping(
    _ entry: OrderedMap<Node>.Entry, of property: String, _ alternatives: [Alternative]
  ) -> Diagnostic? {
    guard let text = entry.value.string else {
      return Diagnostic(at: entry.value.range, "a mapping must lead to a schema")
    }
    guard let alternative = alternatives.first(where: { $0.isMeant(by: text, at: entry.value) })
    else { return Diagnostic(at: entry.value.range, "'\(text)' is no alternative of this 'oneOf'") }
    // Without constants, it has been said that there should be.
    guard let texts = alternative.signs.texts(of: property), !texts.contains(exactly: entry.name)
    else {
      return nil
    }
    let hint = suggestion(for: entry.name, among: texts)
    return Diagnostic(
      at: entry.nameRange,
      "'\(entry.name)' is not what '\(property)' is in \(alternative.name)\(hint)")
  }
}

extension Alternative {
  /// Whether a mapping means this schema: by its name, or by a reference to it.
  fileprivate func isMeant(by text: String, at node: Node) -> Bool {
    let direct = try? written.reference?.target.get()
    let own = [direct, identity].compactMap(\.self)
    if own.contains(where: { $0.componentName == text }) { return true }
    guard case .success(let target) = Identity.target(of: text, from: node.range.file.path) else {
      return false
    }
    return own.contains(target)
  }
}
