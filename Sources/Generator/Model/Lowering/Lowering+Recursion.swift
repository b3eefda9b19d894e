import AccordDocument

extension Lowering {
  /// Whether a property of this structure would put it inside itself: then it is stored behind a
  /// reference.
  func contains(_ structure: Schema, in property: Schema) -> Bool {
    heldInPlace.join(Place(structure.range), Place(document.schema(property).value.range))
  }
}

extension Circles<Place> {
  /// Of values that are stored inside one another.
  init(heldInPlaceIn document: ValidatedDocument) {
    self.init(document) { schema in
      switch SchemaKind(schema) {
      case .structure: schema.objects.properties.map(\.value)
      // A union stores its alternatives in place, so it is one of their properties that gives way.
      case .union(let alternatives): alternatives
      // Arrays and dictionaries are references already.
      case .stringEnumeration, .integerEnumeration, .dictionary, .array, .string, .integer,
        .number, .boolean, .any:
        []
      }
    }
  }

  /// Of arrays and dictionaries that are items or values of one another.
  init(ofListsIn document: ValidatedDocument) {
    self.init(document) { schema in
      switch SchemaKind(schema) {
      case .array(let items): items.map { [$0] } ?? []
      case .dictionary(let values): values.map { [$0] } ?? []
      case .structure, .union, .stringEnumeration, .integerEnumeration, .string, .integer, .number,
        .boolean, .any:
        []
      }
    }
  }

  private init(_ document: ValidatedDocument, _ parts: (Schema) -> [Schema]) {
    var targets: [Place: [Place]] = [:]
    for schema in document.schemas where schema.reference == nil {
      targets[Place(schema.range)] = parts(schema).map {
        Place(document.schema($0).value.range)
      }
    }
    self.init(among: Array(targets.keys)) { targets[$0] ?? [] }
  }
}
