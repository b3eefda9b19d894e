import AccordYAML

extension Rule {
  /// Ways to send parameters that are not compiled yet.
  static let unsupportedParameters = Rule(name: "unsupported-parameters") { set in
    set.inventory.parameters.flatMap { problems($0, set) }
      + set.inventory.headers.flatMap { problems($0, set) }
  }

  private static func problems(_ parameter: Parameter, _ set: DocumentSet) -> [Diagnostic] {
    if parameter.location == .cookie {
      return [Diagnostic(at: parameter.range(of: "in"), "cookie parameters are not supported yet")]
    }
    let isQuery = parameter.location == .query
    var problems = serialization(
      of: parameter, style: parameter.style, defaultStyle: isQuery ? "form" : "simple",
      explode: parameter.explode, defaultExplode: isQuery)
    let flags = [
      ("content", parameter.content != nil), ("allowReserved", parameter.allowReserved),
      ("allowEmptyValue", parameter.allowEmptyValue),
    ]
    problems += flags.filter(\.1).map { notYet($0.0, in: parameter) }
    return problems + shape(of: parameter.schema, isQuery: isQuery, set)
  }

  private static func problems(_ header: Header, _ set: DocumentSet) -> [Diagnostic] {
    let content = header.content == nil ? [] : [notYet("content", in: header)]
    return content + shape(of: header.schema, isQuery: false, set)
      + serialization(
        of: header, style: header.style, defaultStyle: "simple",
        explode: header.explode, defaultExplode: false)
  }

  private static func serialization(
    of object: some DocumentObject, style: String?, defaultStyle: String,
    explode: Bool?, defaultExplode: Bool
  ) -> [Diagnostic] {
    if let style, style != defaultStyle {
      let message = "the style '\(style)' is not supported yet; here it must be '\(defaultStyle)'"
      return [Diagnostic(at: object.range(of: "style"), message)]
    }
    if let explode, explode != defaultExplode {
      let message = "'explode: \(explode)' is not supported yet here"
      return [Diagnostic(at: object.range(of: "explode"), message)]
    }
    return []
  }

  /// Parameters hold scalars; those of the query may hold arrays of them.
  private static func shape(
    of schema: Schema?, isQuery: Bool, _ set: DocumentSet
  ) -> [Diagnostic] {
    guard let schema, let target = set.resolve(.inline(schema))?.value, !target.hasUnknownType
    else { return [] }
    let items = target.arrays.items.flatMap { set.resolve(.inline($0))?.value }
    if target.types?.contains(.null) == true || target.isNullable || items?.isNullable == true {
      return [
        Diagnostic(
          at: schema.range, "a parameter or header is text and cannot be null: leave 'null' out")
      ]
    }
    switch target.impliedType {
    case .object:
      return [Diagnostic(at: schema.range, "an object as a parameter is not supported yet")]
    case nil, .null:
      return [Diagnostic(at: schema.range, "a parameter without 'type' is not supported yet")]
    case .array where !isQuery:
      return [Diagnostic(at: schema.range, "an array is supported in query parameters only as yet")]
    case .array: return listed(items, in: target)
    case .string, .integer, .number, .boolean: return []
    }
  }

  private static func listed(_ items: Schema?, in array: Schema) -> [Diagnostic] {
    if items?.hasUnknownType == true { return [] }
    switch items?.impliedType {
    case .string, .integer, .number, .boolean: return []
    case nil, .null, .array, .object:
      return [
        Diagnostic(
          at: items?.range ?? array.range,
          items?.impliedType == nil
            ? "an array parameter whose 'items' have no 'type' is not supported yet"
            : "an array parameter may hold scalars only as yet")
      ]
    }
  }
}

extension Schema {
  /// Whether there is a type that is none, which has been reported.
  fileprivate var hasUnknownType: Bool { types?.isEmpty != false && node["type"] != nil }
}
