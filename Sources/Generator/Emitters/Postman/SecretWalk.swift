import AccordModel

/// A walk through a value beside the shapes that it may follow.
struct SecretWalk {
  let shapes: Shapes
  /// Whether a name tells that what it stands for is secret.
  let isNamed: (String) -> Bool
  /// The variable for a name.
  let variable: (String) -> String
  /// The names of what is hidden, in the order of their first use.
  private(set) var found: [String] = []

  init(
    shapes: Shapes, isNamed: @escaping (String) -> Bool, variable: @escaping (String) -> String
  ) {
    self.shapes = shapes
    self.isNamed = isNamed
    self.variable = variable
  }

  /// The example of a parameter; one with a telling name is hidden whatever it is.
  mutating func hidden(_ filled: RequestForm.FilledParameter) -> Value {
    let (name, shape) = (filled.parameter.wireName, filled.parameter.shape)
    return isNamed(name) ? reference(name) : hidden(filled.example, [shape], name)
  }

  mutating func hidden(_ body: Value, in form: RequestForm) -> Value {
    let operation = form.operation
    let root = operation.body.map { [$0.content.shape] } ?? []
    return hidden(body, root, "\(operation.operationID)_body")
  }

  /// - Parameter name: of the nearest member around, which names the variable
  mutating func hidden(_ value: Value, _ candidates: [Shape], _ name: String) -> Value {
    let candidates = candidates.flatMap(shapes.alternatives)
    switch value {
    case .string where value.isReference: return value
    case .string where candidates.contains(where: shapes.isSecret): return reference(name)
    case .null, .boolean, .number, .string: return value
    case .array(let items):
      let shapes = candidates.compactMap(shapes.items)
      return .array(items.map { hidden($0, shapes, name) })
    case .object(let members):
      return .object(members.map { .init(name: $0.name, value: hidden($0, candidates, name)) })
    }
  }

  /// A member with a telling name that is no text and no number, a list say, is no password.
  private mutating func hidden(
    _ member: Value.Member, _ candidates: [Shape], _ name: String
  ) -> Value {
    switch member.value {
    case .string where isNamed(member.name) && !member.value.isReference:
      return reference(member.name)
    case .number(let text) where isNamed(member.name) && !text.isReference:
      return .number(reference(member.name).plainText)
    default:
      let declared = candidates.compactMap { shapes.structure($0) }.contains { structure in
        structure.properties.contains { $0.wireName == member.name }
      }
      let inner = candidates.flatMap { shapes.member(member.name, of: $0) }
      return hidden(member.value, inner, declared ? member.name : "\(name)_\(member.name)")
    }
  }

  private mutating func reference(_ name: String) -> Value {
    if !found.contains(name) { found.append(name) }
    return .string("{{\(variable(name))}}")
  }
}

extension Shapes {
  /// Whether it is a text that people must not see.
  func isSecret(_ shape: Shape) -> Bool {
    if case .string(let rules) = resolve(shape) { rules.isSecret } else { false }
  }

  /// What a value of the shape may follow, without null, names and choices.
  fileprivate func alternatives(_ shape: Shape) -> [Shape] { alternatives(shape, 0) }

  /// - Parameter depth: bounded, since a union may be among its own alternatives
  private func alternatives(_ shape: Shape, _ depth: Int) -> [Shape] {
    let shape = resolve(shape)
    guard depth < 16, case .declared(let name) = shape else { return [shape] }
    switch declaration(name)?.kind {
    case .union(let union):
      return union.alternatives.flatMap { alternatives($0.shape, depth + 1) }
    case .wrapper(let inner): return alternatives(inner, depth + 1)
    case .structure, .stringEnumeration, .integerEnumeration, .alias, nil: return [shape]
    }
  }

  fileprivate func items(_ shape: Shape) -> Shape? {
    if case .array(let items, _, _) = shape { items } else { nil }
  }

  /// The shapes of a member, declared or not.
  fileprivate func member(_ name: String, of shape: Shape) -> [Shape] {
    if case .dictionary(let values, _) = shape { return [values] }
    guard let structure = structure(shape) else { return [] }
    if let property = structure.properties.first(where: { $0.wireName == name }) {
      return [property.shape]
    }
    if case .kept(_, let values) = structure.additional { return [values] }
    return []
  }
}

extension RequestForm.FilledParameter {
  /// Whether a variable fills it already.
  var isFilled: Bool { texts.contains(where: \.isReference) }
}

extension Value {
  fileprivate var isReference: Bool { text?.isReference ?? false }
}

extension String {
  fileprivate var isReference: Bool { hasPrefix("{{") && hasSuffix("}}") }

  /// Whether what has the name is nobody else's business: `apiKey`, `X-Api-Key`, `refresh_token`. A
  /// token that leads to the next page is no secret.
  var soundsSecret: Bool {
    let name = bareName
    if ["pin", "jwt", "otp", "authorization", "cookie", "setcookie"].contains(name) { return true }
    let isToken = name.hasSuffix("token")
    let endings = [
      "password", "passwd", "pwd", "passphrase", "passcode", "secret", "apikey", "accesskey",
      "secretkey", "privatekey",
    ]
    return endings.contains { name.hasSuffix($0) }
      || isToken
        && !["page", "next", "previous", "continuation", "cursor", "sync"].contains {
          name.contains($0)
        }
  }
}
