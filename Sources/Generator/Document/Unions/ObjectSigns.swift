import AccordYAML

/// What an object schema shows from outside: the members that its values have, must have and cannot
/// have. Two schemas are told apart by nothing else.
package struct ObjectSigns: Sendable {
  /// The declared properties, in order.
  package let names: [String]
  /// The declared properties that are required, in order.
  package let required: [String]
  /// Whether members that are not declared are refused.
  package let isClosed: Bool
  /// Whether an object without members is refused.
  package let refusesEmpty: Bool
  private let constants: [ExactText: [String]]

  /// - Parameter schema: an object schema, references followed.
  package init(of schema: Schema, following resolve: (Schema) -> Schema?) {
    let objects = schema.objects
    names = objects.properties.map(\.name)
    let required = names.filter { objects.required.contains(exactly: $0) }
    self.required = required
    if case .denied = objects.additionalProperties { isClosed = true } else { isClosed = false }
    refusesEmpty = (objects.minProperties ?? 0) > 0 || !objects.required.isEmpty
    var constants: [ExactText: [String]] = [:]
    for property in objects.properties {
      constants[ExactText(property.name)] = resolve(property.value).flatMap(Self.texts)
    }
    self.constants = constants
  }

  /// The texts that the member may have, if they are few.
  package func texts(of name: String) -> [String]? { constants[ExactText(name)] }

  /// Whether a value cannot have a member of this name.
  package func refuses(_ name: String) -> Bool { isClosed && !names.contains(exactly: name) }

  private static func texts(of schema: Schema) -> [String]? {
    guard let values = schema.enumValues ?? schema.const.map({ [$0] }), !values.isEmpty else {
      return nil
    }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}

extension ObjectSigns {
  /// Why no object fits both of two schemas; nil if one might.
  package enum Difference: Sendable, Hashable {
    /// Both require the member, with different texts.
    case constants(String)
    /// One requires the member, the other refuses it.
    case member(String)
    /// No member fits both, and no members fit not both either.
    case disjoint
  }

  package func difference(from other: ObjectSigns) -> Difference? {
    if let name = required.first(where: { isConstant($0, apartFrom: other) }) {
      return .constants(name)
    }
    if let name = required.first(where: other.refuses) ?? other.required.first(where: refuses) {
      return .member(name)
    }
    let isDisjoint =
      isClosed && other.isClosed && !names.contains { other.names.contains(exactly: $0) }
    return isDisjoint && (refusesEmpty || other.refusesEmpty) ? .disjoint : nil
  }

  /// Whether both require the member, and no text of it fits both.
  package func isConstant(_ name: String, apartFrom other: ObjectSigns) -> Bool {
    guard required.contains(exactly: name), other.required.contains(exactly: name),
      let own = texts(of: name), let others = other.texts(of: name)
    else { return false }
    return !own.contains { others.contains(exactly: $0) }
  }
}

extension [ObjectSigns] {
  /// The member that tells each of the objects from each other by its text; nil if there is none.
  package var tag: String? {
    first?.required.first { name in
      indices.allSatisfy { index in
        self[(index + 1)...].allSatisfy { self[index].isConstant(name, apartFrom: $0) }
      }
    }
  }
}
