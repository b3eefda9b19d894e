import AccordModel

/// A contract, and what all parts of its page ask about it.
struct PageContext {
  let contract: Contract
  let shapes: Shapes
  let anchors: Anchors
  let errors: SharedErrors
  /// The types that stand in XML documents.
  let inXML: Set<TypeName>

  init(_ contract: Contract) {
    self.contract = contract
    shapes = Shapes(contract)
    anchors = Anchors(contract)
    errors = SharedErrors(contract.operations)
    inXML = XMLUse(contract, Spelling(contract)).types
  }

  var words: ShapeWords { ShapeWords(shapes: shapes, anchors: anchors) }

  func link(to type: TypeName) -> Markdown {
    anchors.link(.type(type), "\(code: type.shownText)")
  }

  /// To the section where the schemes are, by the scheme's name there.
  func link(to scheme: Identifier) -> Markdown {
    let name = contract.securitySchemes.first { $0.name == scheme }?.wireName ?? scheme.text
    return anchors.link(.part(.authentication), "\(code: name)")
  }
}
