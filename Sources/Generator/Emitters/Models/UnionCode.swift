import AccordModel

/// A union: an enumeration with a case for each alternative.
struct UnionCode {
  let spelling: Spelling

  func type(_ type: TypeDeclaration, _ union: Union) -> Code {
    """
    \(type.comment)
    public enum \(type.name.last): Sendable {
      \(union.alternatives.map(declaration))
    }
    """
  }

  private func declaration(_ alternative: UnionAlternative) -> Code {
    """
    \(alternative.documentation.comment(isDeprecated: alternative.isDeprecated))
    case \(alternative.name)(\(spelling.type(alternative.shape)))
    """
  }

  func codec(_ name: TypeName, _ union: Union) -> Code {
    let head = Code.head(
      "public static func decode", ["from json: inout JSONReader"],
      " throws(MalformedJSON) -> \(name)? {")
    return """
      extension \(name): JSONCodable {
        \(head)
          \(decoding(union))
        }

        public func encode(to json: inout JSONWriter) {
          switch self {
          \(union.alternatives.map { "case .\($0.name)(let value): value.encode(to: &json)" })
          }
        }
      }
      """
  }

  // MARK: - Decoding

  private func decoding(_ union: Union) -> Code {
    switch union.choice {
    case .tag(let member, let values): decoding(union.alternatives, member, values)
    case .members(let signs): decoding(union.alternatives, signs)
    }
  }

  private func decoding(
    _ alternatives: [UnionAlternative], _ member: String, _ values: [TagValue]
  ) -> Code {
    let cases: [Code] = alternatives.indices.map { index in
      let patterns: [Code] = values.filter { $0.alternative == index }.map {
        "\(literal: $0.text)?"
      }
      return Code.case("case \(Code.commas(patterns))", decoding(alternatives[index]))
    }
    let texts: [Code] = values.map { "\(literal: $0.text)" }
    return """
      switch try json.peekText(of: \(literal: member)) {
      \(cases)
      default:
        \(Code.call("try json.refuseTag", ["\(literal: member)", Code.array(texts, width: lineWidth - 30)]))
        return nil
      }
      """
  }

  private func decoding(_ alternatives: [UnionAlternative], _ signs: MemberSigns) -> Code {
    let cases: [Code] = alternatives.indices.map { index in
      Code.case("case \(literal: index)", decoding(alternatives[index]))
    }
    let expected: [Code] = signs.expected.map { "\(literal: $0)" }
    return """
      let alternative = try json.alternative(\(arguments(signs))) {
        json, key throws(MalformedJSON) in
        \(test(signs))
      }
      switch alternative {
      \(cases)
      default:
        \(signs.signs.filter { !$0.takesOtherTexts }.map(refuseOtherText))
        \(Code.call("try json.refuseMembers", ["lacking: \(Code.array(expected, width: lineWidth - 30))"]))
        return nil
      }
      """
  }

  private func refuseOtherText(_ sign: MemberSign) -> Code {
    let texts: [Code] = sign.texts.map { "\(literal: $0.text)" }
    let list = Code.array(texts, width: lineWidth - 30)
    let arguments: [Code] = ["\(literal: sign.member)", "ifNoneOf: \(list)"]
    return "\(Code.call("if try json.refuseTag", arguments)) { return nil }"
  }

  private func decoding(_ alternative: UnionAlternative) -> Code {
    let value = JSONValueCode(spelling: spelling).read(alternative.shape, from: "json")
    return "return \(value).map { .\(alternative.name)($0) }"
  }

  // MARK: - What members say

  private func arguments(_ signs: MemberSigns) -> Code {
    let count = signs.yields.count
    let isMutual = signs.yields.indices.allSatisfy { signs.yields[$0].count == count - 1 }
    if isMutual { return "of: \(literal: count)" }
    let masks = signs.yields.map { mask($0, of: count) }
    return "of: \(literal: count), yielding: [\(masks, separator: ", ")]"
  }

  private func test(_ signs: MemberSigns) -> Code {
    let count = signs.yields.count
    var cases: [Code] = []
    var masks: [(mask: Code, names: [Code])] = []
    for sign in signs.signs where sign.texts.isEmpty {
      let mask = mask(sign.possible, of: count)
      if let index = masks.firstIndex(where: { $0.mask == mask }) {
        masks[index].names.append("\(literal: sign.member)")
      } else {
        masks.append((mask, ["\(literal: sign.member)"]))
      }
    }
    cases += masks.map { Code.case("case \(Code.commas($0.names))", "return \($0.mask)") }
    cases += signs.signs.filter { !$0.texts.isEmpty }.map { textTest($0, of: count) }
    return """
      // The alternatives that the member leaves possible, the lowest bit being the first.
      switch key {
      \(cases)
      default: return 0
      }
      """
  }

  private func textTest(_ sign: MemberSign, of count: Int) -> Code {
    let cases: [Code] = sign.texts.map { text in
      "case \(literal: text.text)?: return \(mask(text.possible, of: count))"
    }
    return """
      case \(literal: sign.member):
        switch try json.peekText() {
        \(cases)
        default: return \(mask(sign.possible, of: count))
        }
      """
  }

  private func mask(_ alternatives: Set<Int>, of count: Int) -> Code {
    let bits = (0..<count).reversed().map { alternatives.contains($0) ? "1" : "0" }
    return Code(source: "0b" + bits.joined())
  }
}
