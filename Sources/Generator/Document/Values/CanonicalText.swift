import AccordYAML

extension Node {
  /// Equal for equal JSON values and only for them: members in one order, numbers in one form.
  var canonicalText: ExactText {
    var text = ""
    writeCanonical(to: &text)
    return ExactText(text)
  }

  private func writeCanonical(to text: inout String) {
    switch content {
    case .scalar(let scalar): text += scalar.canonicalText
    case .sequence(let nodes):
      text += "["
      for node in nodes {
        node.writeCanonical(to: &text)
        text += ","
      }
      text += "]"
    case .mapping(let mapping):
      text += "{"
      for entry in mapping.entries.sorted(by: { ExactText($0.key.text) < ExactText($1.key.text) }) {
        text += "\(entry.key.text.utf8.count)\"\(entry.key.text):"
        entry.value.writeCanonical(to: &text)
        text += ","
      }
      text += "}"
    }
  }
}

extension Scalar {
  fileprivate var canonicalText: String {
    switch kind {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    // The length in front keeps a quote within the text from ending it.
    case .string: "\(text.utf8.count)\"\(text)"
    case .int, .float:
      ExactNumber(text).map {
        "\($0.isNegative && !$0.digits.isEmpty ? "-" : "")\($0.digits)e\($0.exponent)"
      } ?? text
    }
  }
}
