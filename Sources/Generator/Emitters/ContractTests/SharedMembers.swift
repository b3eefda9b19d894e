import AccordModel

/// Which members of an answer say what a request has written: those of the same name and type.
struct SharedMembers {
  let shapes: Shapes

  /// - Parameters:
  ///   - written: An object that follows the structure.
  ///   - answer: The shape of the answer. Where its own members have none of the names, an object in
  ///     it is looked at, and the one item of an array that has no more.
  func members(
    of written: Value, as structure: Structure, in answer: Shape
  ) -> [(pointer: String, value: Value)] {
    var level: [(path: [String], structure: Structure)] =
      shapes.structure(answer).map { [([], $0)] } ?? []
    for _ in 0..<4 {
      for (path, answered) in level {
        let found = shared(written, structure, answered, below: path)
        if !found.isEmpty { return found }
      }
      level = level.flatMap { path, answered in
        answered.properties.compactMap { inner($0, below: path) }
      }
    }
    return []
  }

  private func shared(
    _ written: Value, _ structure: Structure, _ answered: Structure, below path: [String]
  ) -> [(pointer: String, value: Value)] {
    answered.properties.compactMap { property in
      guard let value = written[property.wireName],
        let source = structure.properties.first(where: { $0.wireName == property.wireName }),
        let kind = scalar(source.shape), kind == scalar(property.shape)
      else { return nil }
      return (jsonPointer(path + [property.wireName]), value)
    }
  }

  private func inner(
    _ property: Property, below path: [String]
  ) -> (path: [String], structure: Structure)? {
    let path = path + [property.wireName]
    if let structure = shapes.structure(property.shape) { return (path, structure) }
    guard case .array(let items, let rules, _) = shapes.resolve(property.shape),
      rules.maxItems == 1, let structure = shapes.structure(items)
    else { return nil }
    return (path + ["0"], structure)
  }

  private enum Scalar { case text, number, flag }

  /// Nil of what a service may well write in another way: a moment in another time zone, say.
  private func scalar(_ shape: Shape) -> Scalar? {
    switch shapes.resolve(shape) {
    case .string(let rules): [.dateTime, .time, .duration].contains(rules.format) ? nil : .text
    case .integer, .number: .number
    case .boolean: .flag
    case .declared(let name):
      switch shapes.declaration(name)?.kind {
      case .stringEnumeration: .text
      case .integerEnumeration: .number
      case .structure, .union, .alias, .wrapper, nil: nil
      }
    case .array, .dictionary, .any, .nullable: nil
    }
  }
}
