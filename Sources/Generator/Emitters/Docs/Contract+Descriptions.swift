import AccordModel

extension Contract {
  /// Everything that the contract says to people, wherever it stands.
  var descriptions: [String] {
    var all = [documentation] + servers.map(\.documentation) + tags.map(\.documentation)
    all += securitySchemes.map(\.documentation)
    for operation in operations { all += operation.documentations }
    for type in allTypes { all += type.documentations }
    return all.map(\.description)
  }
}

extension Operation {
  fileprivate var documentations: [Documentation] {
    var all = [documentation] + parameters.map(\.documentation)
    if let body { all.append(body.documentation) }
    for response in responses {
      all.append(response.documentation)
      all += response.headers.map(\.documentation) + response.links.map(\.documentation)
    }
    return all
  }
}

extension TypeDeclaration {
  fileprivate var documentations: [Documentation] {
    switch kind {
    case .structure(let structure): [documentation] + structure.properties.map(\.documentation)
    case .union(let union): [documentation] + union.alternatives.map(\.documentation)
    case .stringEnumeration, .integerEnumeration, .alias, .wrapper: [documentation]
    }
  }
}
