import AccordModel

/// An operation that answers a page of objects, with a link to the next one.
struct PagedList {
  let operation: Operation
  /// Where the answer has the objects: a member of it.
  let items: String
  let item: Structure
  /// Where the answer says how to go on, as the tokens of a JSON pointer; nothing is there on the
  /// last page.
  let cursor: [String]
  /// The places of the parameters that take the cursor, and the most objects of a page.
  let cursorIndex: Int
  let limitIndex: Int?

  /// Nil if the operation has no link to itself that fills a parameter of the query from its answer.
  init?(_ operation: Operation, _ service: Service) {
    guard operation.method == .get,
      let link = operation.success.links.first(where: { $0.operationID == operation.operationID }),
      let (cursorIndex, cursor) = Self.cursor(of: operation, link),
      let content = operation.success.content, content.json != nil,
      let (items, item) = Self.items(service.shapes.structure(content.shape), service.shapes)
    else { return nil }
    self.operation = operation
    (self.cursorIndex, self.cursor) = (cursorIndex, cursor)
    (self.items, self.item) = (items, item)
    limitIndex = operation.parameters.firstIndex { parameter in
      guard case .integer = service.shapes.resolve(parameter.shape) else { return false }
      return Self.namesOfLimits.contains(parameter.wireName.bareName)
    }
  }

  private static let namesOfLimits: Set<String> = [
    "limit", "pagesize", "perpage", "size", "count", "maxitems", "maxresults", "top",
  ]

  private static func cursor(of operation: Operation, _ link: Link) -> (Int, [String])? {
    for (index, parameter) in operation.parameters.enumerated() where parameter.location == .query {
      guard let entry = link.parameters.first(where: { parameter.isNamed($0.name) }),
        case .response(.body(let tokens)) = LinkExpression(entry.value)
      else { continue }
      return (index, tokens)
    }
    return nil
  }

  private static func items(_ page: Structure?, _ shapes: Shapes) -> (String, Structure)? {
    for property in page?.properties ?? [] {
      guard case .array(let items, _, _) = shapes.resolve(property.shape),
        let structure = shapes.structure(items)
      else { continue }
      return (property.wireName, structure)
    }
    return nil
  }

  /// The request for pages as small as two objects, of the list that has what was created: a
  /// parameter that the creation has as a member has its value. Nil if there may be several lists.
  func form(of creation: RequestForm, _ service: Service) -> RequestForm? {
    var form = RequestForm(operation, of: service)
    for (index, filled) in form.parameters.enumerated() where index != cursorIndex {
      let isKnown = service.chains.filling(of: filled.parameter, in: operation) != nil
      if index == limitIndex,
        case .integer(let rules) = service.shapes.resolve(filled.parameter.shape)
      {
        form.parameters[index].send(.integer(min(max(2, rules.least ?? 2), rules.greatest ?? .max)))
      } else if let value = creation.body?[filled.parameter.wireName] {
        form.parameters[index].send(value)
      } else if filled.parameter.isRequired, !isKnown {
        return nil
      }
    }
    return form
  }
}
