import AccordYAML

extension Rule {
  /// XML is read before it is known which alternative of a `oneOf` it holds: what one name says must
  /// be the same in all of them.
  static let unionsInXML = Rule(name: "unions-in-xml") { set in
    set.schemasInXML.filter { !$0.combinations.oneOf.isEmpty }.flatMap {
      MergedElements(set: set).problems(of: set.alternatives(of: $0))
    }
  }
}

/// The elements and attributes of several objects, as if they were one.
private struct MergedElements {
  let set: DocumentSet

  private typealias Property = OrderedMap<Schema>.Entry

  func problems(of alternatives: [Alternative]) -> [Diagnostic] {
    var known: [(property: Property, owner: Alternative)] = []
    var problems: [Diagnostic] = []
    for alternative in alternatives {
      let properties = alternative.target.objects.properties
      for property in properties {
        let other = known.first { isConfused($0.property, property) }
        if let other { problems.append(problem(property, alternative, other)) }
      }
      known += properties.map { ($0, alternative) }
    }
    return problems + others(alternatives)
  }

  private func problem(
    _ property: Property, _ alternative: Alternative,
    _ other: (property: Property, owner: Alternative)
  ) -> Diagnostic {
    Diagnostic(
      at: property.nameRange,
      "the XML of '\(property.name)' in \(alternative.name) cannot be told from that of "
        + "'\(other.property.name)' in \(other.owner.name)",
      notes: [.note(at: other.property.nameRange, "'\(other.property.name)' is here")])
  }

  private func isConfused(_ a: Property, _ b: Property) -> Bool {
    let (one, two) = (XMLForm(a, in: set), XMLForm(b, in: set))
    return a.name.isExactly(b.name) ? one != two : one.name == two.name
  }

  /// Where one alternative keeps members of any name, another's are of the same form.
  private func others(_ alternatives: [Alternative]) -> [Diagnostic] {
    let keeping = alternatives.compactMap { alternative in
      alternative.target.objects.othersSchema.map { (schema: $0, owner: alternative) }
    }
    return keeping.flatMap { kept in
      alternatives.filter { $0.written !== kept.owner.written }.flatMap { alternative in
        alternative.target.objects.properties
          .filter { !kept.owner.signs.names.contains(exactly: $0.name) }
          .filter { XMLForm($0, in: set) != XMLForm(ofMember: $0.name, kept.schema, in: set) }
          .map { problem($0, alternative, keptBy: kept.owner, kept.schema) }
      }
    } + differing(keeping)
  }

  private func differing(_ keeping: [(schema: Schema, owner: Alternative)]) -> [Diagnostic] {
    guard let first = keeping.first else { return [] }
    let form = XMLForm(ofMember: "", first.schema, in: set)
    return keeping.dropFirst().filter { XMLForm(ofMember: "", $0.schema, in: set) != form }.map {
      Diagnostic(
        at: $0.schema.range,
        "the XML of further members of \($0.owner.name) cannot be told from that of "
          + "\(first.owner.name)",
        notes: [.note(at: first.schema.range, "their schema is here")])
    }
  }

  private func problem(
    _ property: Property, _ alternative: Alternative, keptBy other: Alternative, _ kept: Schema
  ) -> Diagnostic {
    Diagnostic(
      at: property.nameRange,
      "the XML of '\(property.name)' in \(alternative.name) cannot be told from that of further "
        + "members of \(other.name)",
      notes: [.note(at: kept.range, "their schema is here")])
  }
}
