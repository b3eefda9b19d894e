/// A value that is one of several objects: no object is valid as two of them.
package struct Union: Sendable {
  /// Two or more, in document order.
  package var alternatives: [UnionAlternative]
  package var choice: UnionChoice

  package init(alternatives: [UnionAlternative], choice: UnionChoice) {
    self.alternatives = alternatives
    self.choice = choice
  }
}

package struct UnionAlternative: Sendable {
  /// Its case.
  package var name: Identifier
  /// Today always a declared structure.
  package var shape: Shape
  package var documentation: Documentation
  package var isDeprecated: Bool

  package init(
    name: Identifier, shape: Shape, documentation: Documentation = Documentation(),
    isDeprecated: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.documentation = documentation
    self.isDeprecated = isDeprecated
  }
}

/// How to tell which alternative an object is. Alternatives are counted from 0.
package enum UnionChoice: Sendable {
  /// By the text of a member that each of them requires: `member` is its name in JSON.
  case tag(member: String, values: [TagValue])
  /// By the members that are there.
  case members(MemberSigns)
}

/// A text of the tag; texts are distinct, an alternative may have several.
package struct TagValue: Sendable, Hashable {
  package var text: String
  package var alternative: Int

  package init(text: String, alternative: Int) {
    self.text = text
    self.alternative = alternative
  }
}

/// What members say about the alternative. Each of them that is there may rule some out; of those
/// that no member rules out, the one is meant that yields to none of the others.
package struct MemberSigns: Sendable {
  /// In document order, names distinct.
  package var signs: [MemberSign]
  /// For each alternative, those that it yields to: it lacks a member that would rule them out.
  package var yields: [Set<Int>]
  /// Members to name where none is there that tells: one or more of each alternative.
  package var expected: [String]

  package init(signs: [MemberSign], yields: [Set<Int>], expected: [String]) {
    self.signs = signs
    self.yields = yields
    self.expected = expected
  }
}

package struct MemberSign: Sendable {
  /// The member's name in JSON.
  package var member: String
  /// The alternatives that the member does not rule out. If empty, it tells nothing.
  package var possible: Set<Int>
  /// Those that certain texts leave, for a member whose text says more; other texts say no more
  /// than `possible`.
  package var texts: [Text]
  /// Whether some alternative takes other texts than these. If none does, `possible` are those that
  /// take some text.
  package var takesOtherTexts: Bool

  package struct Text: Sendable {
    package var text: String
    /// Never empty.
    package var possible: Set<Int>

    package init(text: String, possible: Set<Int>) {
      self.text = text
      self.possible = possible
    }
  }

  package init(
    member: String, possible: Set<Int>, texts: [Text] = [], takesOtherTexts: Bool = true
  ) {
    self.member = member
    self.possible = possible
    self.texts = texts
    self.takesOtherTexts = takesOtherTexts
  }
}
