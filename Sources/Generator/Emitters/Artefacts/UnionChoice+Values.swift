import AccordModel

extension UnionChoice {
  /// Which alternative a service takes a value for; nil if the value does not say.
  func alternative(of value: Value) -> Int? {
    switch self {
    case .tag(let member, let values):
      guard case .string(let text)? = value[member] else { return nil }
      return values.first { $0.text.unicodeScalars.elementsEqual(text.unicodeScalars) }?.alternative
    case .members(let signs):
      return value.members.flatMap(signs.alternative)
    }
  }
}

extension MemberSigns {
  fileprivate func alternative(of members: [Value.Member]) -> Int? {
    var left = Set(yields.indices)
    for member in members {
      if left.count <= 1 { break }
      let narrowed = left.intersection(possible(member))
      // There will be a fault at the member, whichever is read.
      if !narrowed.isEmpty { left = narrowed }
    }
    if left.count == 1 { return left.first }
    return yields.indices.first { left.contains($0) && yields[$0].isDisjoint(with: left) }
  }

  private func possible(_ member: Value.Member) -> Set<Int> {
    guard let sign = signs.first(where: { $0.member == member.name }) else { return [] }
    guard case .string(let text) = member.value else { return sign.possible }
    return sign.texts.first { $0.text == text }?.possible ?? sign.possible
  }
}
