import AccordYAML

extension Rule {
  /// A name chosen by hand is an identifier, stands where there is something to name, and is alone
  /// in its scope. Names that are worked out go out of its way.
  static let chosenNames = Rule(name: "chosen-names") { set in
    let values = set.inventory.objects.compactMap { $0.node[Extensions.nameKey] }
    return misplaced(set) + values.compactMap(problem)
      + ChosenNameScope.all(in: set).flatMap(\.problems)
  }

  /// What is no name; what is one may still be taken.
  private static func problem(with value: Node) -> Diagnostic? {
    guard let name = value.string else {
      return Diagnostic(
        at: value.range, "'x-accord-name' must be a string, not \(value.kindName)")
    }
    guard name.isIdentifier else {
      return Diagnostic(at: value.range, "'\(name)' is not a Swift identifier")
    }
    guard ReservedNames.everywhere.contains(name) else { return nil }
    return Diagnostic(at: value.range, "'\(name)' is reserved")
  }

  private static func misplaced(_ set: DocumentSet) -> [Diagnostic] {
    let schemas =
      set.componentSchemas + set.inventory.schemas.flatMap { $0.objects.properties.map(\.value) }
    let named = Set(schemas.map { NamedPlace($0.range) })
    return set.inventory.objects.filter { object in
      guard object.node[Extensions.nameKey] != nil else { return false }
      return
        !(object is Operation || object is Parameter || named.contains(NamedPlace(object.range)))
    }.map {
      let message =
        "'x-accord-name' names properties, component schemas, operations and parameters only"
      return Diagnostic(at: $0.range(ofKey: Extensions.nameKey), message)
    }
  }
}

extension DocumentSet {
  /// Of every file, in no order; some come twice.
  var componentSchemas: [Schema] {
    inventory.components.flatMap { $0.schemas.map(\.value) }
      + targets.schemas.compactMap { $0.key.componentName == nil ? nil : $0.value.object }
  }
}

/// Where a schema stands that has a name of its own. A reference may have it read more than once.
private struct NamedPlace: Hashable {
  let file: String
  let start: SourcePosition

  init(_ range: SourceRange) {
    file = range.file.path
    start = range.start
  }
}

/// The names chosen for what stands side by side in Swift.
private struct ChosenNameScope {
  /// What chose a name, and where: nil where it is worked out.
  let names: [Node?]
  let reserved: [String]

  init(_ objects: [any DocumentObject], reserved: [String] = []) {
    names = objects.map { $0.node[Extensions.nameKey] }
    self.reserved = reserved
  }

  static func all(in set: DocumentSet) -> [ChosenNameScope] {
    let operations = ValidatedOperation.all(in: set)
    let schemas = set.inventory.schemas.map {
      ChosenNameScope($0.objects.properties.map(\.value), reserved: ReservedNames.properties)
    }
    return schemas + [
      ChosenNameScope(NamedSchema.all(in: set).map(\.schema), reserved: set.reservedTypeNames),
      ChosenNameScope(
        operations.map(\.operation),
        reserved: ReservedNames.operations + ReservedNames.namespaces + set.reservedTypeNames),
    ]
      + operations.map {
        ChosenNameScope($0.parameters.map(\.value), reserved: ReservedNames.parameters)
      }
  }

  var problems: [Diagnostic] {
    var first: [String: Node] = [:]
    return names.compactMap { $0 }.compactMap { node in
      guard let name = node.string else { return nil }
      if reserved.contains(name) { return Diagnostic(at: node.range, "'\(name)' is reserved here") }
      if let other = first[name] {
        return Diagnostic(
          at: node.range, "the name '\(name)' is chosen twice",
          notes: [.note(at: other.range, "first chosen here")])
      }
      first[name] = node
      return nil
    }
  }
}
