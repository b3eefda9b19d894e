import AccordDocument

/// What the functions of operations are called.
struct OperationNames {
  /// In the order of the document.
  let functions: [Identifier]

  /// The types in every operation's namespace: one that is called so could not be mentioned in itself.
  static let namespaceMembers = ReservedNames.namespaces.map { Identifier(checked: $0) }

  /// - Parameter reserved: the names of what there is once in a contract.
  init(_ operations: [ValidatedOperation], reserved: [String]) {
    var scope = Scope(reserved: ReservedNames.operations + reserved)
    functions = scope.identifiers(
      for: operations.map(\.id), chosen: operations.map(\.operation.chosenName), style: .member)
  }
}

/// What the parameters of an operation are called.
struct ParameterNames {
  /// In the order of the operation.
  let parameters: [Identifier]

  init(_ operation: ValidatedOperation) {
    var scope = Scope(reserved: ReservedNames.parameters)
    let parameters = operation.parameters.map(\.value)
    self.parameters = scope.identifiers(
      for: Self.distinctTexts(parameters), chosen: parameters.map(\.chosenName), style: .member)
  }

  /// One name may stand in the path, the query and the headers; then the place tells them apart.
  private static func distinctTexts(_ parameters: [AccordDocument.Parameter]) -> [String] {
    parameters.map { parameter in
      let isAlone = parameters.filter { $0.name == parameter.name }.count == 1
      return isAlone ? parameter.name : "\(parameter.location.rawValue) \(parameter.name)"
    }
  }
}
