import AccordDocument

extension Lowering {
  /// Whether a property of this schema would put a structure inside itself: then it is stored
  /// behind a reference. Arrays and dictionaries are references already.
  func contains(_ structure: Schema, in property: Schema) -> Bool {
    var visited: Set<Place> = []
    return reaches(Place(structure.range), from: property, &visited)
  }

  private func reaches(_ goal: Place, from schema: Schema, _ visited: inout Set<Place>) -> Bool {
    let target = document.schema(schema).value
    let place = Place(target.range)
    if place == goal { return true }
    guard visited.insert(place).inserted else { return false }
    return switch SchemaKind(target) {
    case .structure:
      target.objects.properties.contains { reaches(goal, from: $0.value, &visited) }
    // A union stores its alternatives in place, so it is one of their properties that gives way.
    case .union(let alternatives): alternatives.contains { reaches(goal, from: $0, &visited) }
    case .stringEnumeration, .integerEnumeration, .dictionary, .array, .string, .integer, .number,
      .boolean, .any:
      false
    }
  }
}
