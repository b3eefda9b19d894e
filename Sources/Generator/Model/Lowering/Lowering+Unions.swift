import AccordDocument

extension Lowering {
  func union(of schemas: [Schema], _ schema: Schema, named union: TypeName) -> Union {
    let shapes = schemas.map { shape(of: $0, called: "alternative") }
    let names = caseNames(schemas, shapes, in: union)
    let alternatives = zip(schemas, zip(names, shapes)).map { schema, named in
      let annotations = Annotations(schema, in: document)
      return UnionAlternative(
        name: named.0, shape: named.1,
        documentation: annotations.documentation(.besideDeclaredType),
        isDeprecated: annotations.isDeprecated(.besideDeclaredType))
    }
    return Union(alternatives: alternatives, choice: choice(among: schemas, schema.discriminator))
  }

  private func choice(among schemas: [Schema], _ discriminator: Discriminator?) -> UnionChoice {
    let signs = schemas.map { written in
      ObjectSigns(of: document.schema(written).value) { document.schema($0).value }
    }
    guard let tag = discriminator?.propertyName ?? signs.tag else {
      return .members(MemberSigns(of: signs))
    }
    let values = signs.enumerated().flatMap { index, signs in
      (signs.texts(of: tag) ?? []).map { TagValue(text: $0, alternative: index) }
    }
    return .tag(member: tag, values: values)
  }

  /// A case is called after the type it holds, less the union's own name: `asListed` for the
  /// `NewUserAsListed` of a `NewUser`, `created` for the `CreatedEvent` of an `Event`. So a name
  /// does not depend on what other alternatives there are, unless two would be the same.
  private func caseNames(
    _ schemas: [Schema], _ shapes: [Shape], in union: TypeName
  ) -> [Identifier] {
    let paths = shapes.map { shape -> [String] in
      guard case .declared(let type) = shape else { return ["value"] }
      return type.path.map(\.text)
    }
    let whole = paths.map { $0.last ?? "" }
    let short = whole.map { Self.words(of: $0, without: union.last.text) }
    let texts = paths.indices.map { index in
      let distinct = [short, whole].first { texts in texts.count { $0 == texts[index] } == 1 }
      return distinct?[index] ?? paths[index].joined(separator: " ")
    }
    let nested = schemas.filter { $0.reference == nil }.compactMap { types.name(of: $0)?.last.text }
    var scope = Scope(reserved: ReservedNames.properties + nested)
    return scope.identifiers(for: texts, style: .member)
  }

  private static func words(of text: String, without other: String) -> String {
    let words = Words(text).words
    let own = Words(other).words
    guard words.count > own.count else { return text }
    let isEqual = { (a: String, b: String) in a.lowercased() == b.lowercased() }
    if words.starts(with: own, by: isEqual) {
      return words.dropFirst(own.count).joined(separator: " ")
    }
    if words.reversed().starts(with: own.reversed(), by: isEqual) {
      return words.dropLast(own.count).joined(separator: " ")
    }
    return text
  }
}
