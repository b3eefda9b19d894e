import AccordModel

extension Spelling {
  /// A contract's value as a Swift expression of the shape's type; nil if it does not fit.
  func expression(_ value: Value, _ shape: Shape) -> Code? {
    switch (resolve(shape), value) {
    case (.nullable, .null): "nil"
    case (.nullable(let inner), _): qualified(value, inner) ?? expression(value, inner)
    case (.string, .string(let text)): "\(literal: text)"
    case (.boolean, .boolean(let isTrue)): isTrue ? "true" : "false"
    case (.integer, .number(let text)): Int(text).map { "\(literal: $0)" }
    case (.number, .number(let text)): Double(text).map { Code(source: "\($0)") }
    case (.array(let element, _, _), .array(let values)): array(values, of: element)
    case (.dictionary(let element, _), .object(let members)): dictionary(members, of: element)
    case (.declared(let name), _): declared(name, value)
    case (.any, _): json(value)
    default: nil
    }
  }

  /// A case under its type's name: `.none` alone would be that of the optional around it.
  private func qualified(_ value: Value, _ shape: Shape) -> Code? {
    guard case .declared(let name) = resolve(shape), let item = enumerationCase(name, value) else {
      return nil
    }
    return "\(reference(name)).\(item)"
  }

  private func array(_ values: [Value], of element: Shape) -> Code? {
    let items = values.compactMap { expression($0, element) }
    return items.count == values.count ? "[\(items, separator: ", ")]" : nil
  }

  private func dictionary(_ members: [Value.Member], of shape: Shape) -> Code? {
    let items: [Code] = members.compactMap { member in
      expression(member.value, shape).map { "\(literal: member.name): \($0)" }
    }
    guard items.count == members.count else { return nil }
    return items.isEmpty ? "[:]" : "[\(items, separator: ", ")]"
  }

  private func declared(_ name: TypeName, _ value: Value) -> Code? {
    switch (declaration(name)?.kind, value) {
    case (.stringEnumeration, _), (.integerEnumeration, _):
      enumerationCase(name, value).map { ".\($0)" }
    case (.wrapper(let shape), _): expression(value, shape).map { "\(reference(name))(\($0))" }
    case (.structure(let structure), .object(let members)):
      instance(of: name, structure, members)
    default: nil
    }
  }

  private func enumerationCase(_ name: TypeName, _ value: Value) -> Identifier? {
    switch (declaration(name)?.kind, value) {
    case (.stringEnumeration(let cases), .string(let text)):
      cases.first { $0.rawValue.utf8.elementsEqual(text.utf8) }?.name
    case (.integerEnumeration(let cases), .number(let text)):
      cases.first { String($0.rawValue) == text }?.name
    default: nil
    }
  }

  private func instance(
    of name: TypeName, _ structure: Structure, _ members: [Value.Member]
  ) -> Code? {
    var arguments: [Code] = []
    var used = 0
    for property in structure.properties {
      guard
        let member = members.first(where: {
          $0.name.utf8.elementsEqual(property.wireName.utf8)
        })
      else {
        if property.isRequired { return nil }
        continue
      }
      guard let value = expression(member.value, property.shape) else { return nil }
      arguments.append("\(label: property.name): \(value)")
      used += 1
    }
    return used == members.count ? "\(reference(name))(\(arguments, separator: ", "))" : nil
  }

  /// `JSONValue` is written with Swift's own literals, which keep integers and text exactly.
  private func json(_ value: Value) -> Code? {
    switch value {
    case .null: "nil"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .number(let text):
      Int(text).map { "\(literal: $0)" } ?? Double(text).map { Code(source: "\($0)") }
    case .string(let text): "\(literal: text)"
    case .array(let values): array(values, of: .any)
    case .object(let members): dictionary(members, of: .any)
    }
  }
}
