package import AccordModel

// Artefacts in JSON are written as ordered values that look like what they become:
// `["name": "User", "item": .array(folders)]`.

extension Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .string(text) }
}

extension Value: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int) { self = .integer(number) }
}

extension Value: ExpressibleByArrayLiteral {
  package init(arrayLiteral items: Value...) { self = .array(items) }
}

extension Value: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }
}

extension Value {
  static func integer(_ number: Int) -> Value { .number("\(number)") }

  /// The members of an object; nil of anything else.
  var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  subscript(name: String) -> Value? { members?.first { $0.name == name }?.value }

  /// An object with one member more, unless there is no value for it.
  func adding(_ name: String, _ value: Value?) -> Value {
    guard let value, let members else { return self }
    return .object(members + [Member(name: name, value: value)])
  }

  /// As `adding`, for texts that are left out when empty.
  func adding(_ name: String, text: String) -> Value {
    adding(name, text.isEmpty ? nil : .string(text))
  }

  /// An object in which a member has another value, or none; the order stays.
  func replacing(_ name: String, with value: Value?) -> Value {
    guard let members else { return self }
    let changed = members.compactMap { member -> Member? in
      member.name == name ? value.map { Member(name: name, value: $0) } : member
    }
    let isNew = !members.contains { $0.name == name }
    return .object(changed).adding(name, isNew ? value : nil)
  }
}
