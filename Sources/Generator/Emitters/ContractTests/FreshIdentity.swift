import AccordModel

extension RequestForm {
  /// A UUID that the runner makes up for each case: the same in all its steps.
  static let freshIdentity = "{{$guid}}"

  /// The request with an identifier of its own for what it creates, where the body brings one
  /// along: the contract's example can be created only once.
  ///
  /// - Parameter kept: a member that stays as it is
  func withFreshIdentity(in service: Service, besides kept: String? = nil) -> RequestForm {
    guard let body else { return self }
    var form = self
    form.body = identityMembers(in: service).filter { $0 != kept }.reduce(body) { body, name in
      body.replacing(name, with: .string(Self.freshIdentity))
    }
    return form
  }

  var hasFreshIdentity: Bool { body?.jsonText.contains(Self.freshIdentity) == true }

  /// The body's members that identify what the request creates, by their names.
  func identityMembers(in service: Service) -> [String] {
    let isCreating = operation.method == .post || operation.response(409) != nil
    guard isCreating, let members = body?.members, let shape = operation.body?.content.shape,
      let structure = service.shapes.structure(shape, of: .object(members))
    else { return [] }
    let answered = operation.success.content.flatMap { service.shapes.structure($0.shape) }
    let answeredNames = Set(answered?.properties.map(\.wireName) ?? [])
    let identifiers = members.filter { member in
      member.value.isUUID
        && (answeredNames.contains(member.name)
          || ["id", "uuid", "guid", "key"].contains(member.name.bareName))
    }
    if !identifiers.isEmpty || operation.response(409) == nil { return identifiers.map(\.name) }
    let names = members.filter { member in
      Self.namesOfNames.contains(member.name.bareName)
        && structure.properties.contains {
          $0.wireName == member.name && service.shapes.takesAnyUUID($0.shape)
        }
    }
    return names.map(\.name)
  }

  private static let namesOfNames: Set<String> = [
    "id", "key", "name", "login", "username", "handle", "slug", "code", "number",
  ]
}

extension Value {
  fileprivate var isUUID: Bool {
    if case .string(let text) = self { text.isUUID } else { false }
  }
}

extension Shapes {
  fileprivate func takesAnyUUID(_ shape: Shape) -> Bool {
    guard case .string(let rules) = resolve(shape) else { return false }
    return rules.pattern == nil && (rules.format == nil || rules.format == .uuid)
      && rules.minLength <= 36 && rules.maxLength ?? 36 >= 36
  }
}
