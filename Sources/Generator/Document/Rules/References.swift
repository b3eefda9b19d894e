import AccordYAML

extension Rule {
  static let references = Rule(name: "references") { set in
    set.dangling
  }
}
