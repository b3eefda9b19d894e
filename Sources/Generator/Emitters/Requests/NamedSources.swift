import AccordModel

/// Where a parameter's value comes from, as far as names tell.
struct NamedSources {
  let shapes: Shapes
  let operations: [Operation]

  /// From the nearest operation that answers it: the one on whose path the parameter follows, or
  /// else, for a name that says what it identifies, the one that makes such things, or the first of
  /// those that share most of the path.
  func value(
    for parameter: Parameter, of operation: Operation, where mayBe: (Operation) -> Bool
  ) -> ChainedValue? {
    let sources = operations.filter { source in
      source.method == .post && mayBe(source)
        && !source.parameters.contains { $0.wireName == parameter.wireName }
    }
    let values = sources.compactMap { source -> (value: ChainedValue, nearness: Int)? in
      let nearness = operation.nearness(to: source, for: parameter)
      let origin = member(of: source, for: parameter, nearness)
      return origin.map { name in
        (ChainedValue(operationID: source.operationID, origin: .body([name])), nearness)
      }
    }
    let nearest = values.map(\.nearness).max()
    return values.first { $0.nearness == nearest }?.value
  }

  private func member(
    of source: Operation, for parameter: Parameter, _ nearness: Int
  ) -> String? {
    guard let content = source.success.content, content.json != nil,
      let structure = shapes.structure(content.shape)
    else { return nil }
    let name = parameter.wireName.bareName
    let isTelling = name.hasSuffix("id") && name != "id"
    let mayBeBare = nearness >= Operation.nearnessOfMaker
    guard mayBeBare || isTelling else { return nil }
    let names = structure.properties.map(\.wireName)
    return names.first { $0.bareName == name } ?? names.first { mayBeBare && $0.bareName == "id" }
  }
}

extension Operation {
  fileprivate static var nearnessOfMaker: Int { Int.max - 1 }

  /// How near another operation's path is: `Int.max` if the parameter follows right upon it, one
  /// less if the parameter's name is that of what the other makes, else the number of segments that
  /// both begin with. A parameter of the query follows upon every path that its own begins with.
  fileprivate func nearness(to other: Operation, for parameter: Parameter) -> Int {
    let (own, others) = (path.segments, other.path.segments)
    let isBelow =
      switch parameter.location {
      case .path: own.starts(with: others + [.parameter(parameter.wireName)])
      case .query, .header: own.starts(with: others)
      }
    if isBelow { return Int.max }
    if other.makes(parameter.wireName.bareName) { return Self.nearnessOfMaker }
    return zip(own, others).prefix { $0 == $1 }.count
  }

  /// Whether a bare name, `petid`, is that of what the path is about: `/pets`.
  private func makes(_ name: String) -> Bool {
    guard name.hasSuffix("id"), name != "id", case .literal(let text)? = path.segments.last else {
      return false
    }
    let (one, many) = (String(name.dropLast(2)), text.bareName)
    return many == one || many == one + "s" || many == one + "es"
      || one.hasSuffix("y") && many == one.dropLast() + "ies"
  }
}
