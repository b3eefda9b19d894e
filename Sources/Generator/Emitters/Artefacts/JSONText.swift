import AccordModel

extension Value {
  /// The value as JSON (RFC 8259) that people read: members in their order, two spaces a level, short
  /// lists of scalars on one line, nothing escaped that need not be.
  var jsonText: String {
    var text = ""
    write(to: &text, indentation: "")
    return text
  }

  /// The value as JSON on one line.
  var jsonLine: String {
    switch self {
    case .null, .boolean, .number, .string: jsonText
    case .array(let items): "[" + items.map(\.jsonLine).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name.jsonText): \($0.value.jsonLine)" }.joined(separator: ", ")
        + "}"
    }
  }

  private func write(to text: inout String, indentation: String) {
    switch self {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): text += string.jsonText
    case .array(let items):
      if let line = Self.line(items), indentation.utf8.count + line.utf8.count <= 80 {
        text += line
        return
      }
      Self.write(items, between: ("[", "]"), to: &text, indentation) { item, text, inner in
        item.write(to: &text, indentation: inner)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indentation) { member, text, inner in
        text += member.name.jsonText + ": "
        member.value.write(to: &text, indentation: inner)
      }
    }
  }

  /// Nil if an item is no scalar.
  private static func line(_ items: [Value]) -> String? {
    let isFlat = items.allSatisfy { item in
      switch item {
      case .null, .boolean, .number, .string: true
      case .array, .object: false
      }
    }
    return isFlat ? Value.array(items).jsonLine : nil
  }

  private static func write<Element>(
    _ elements: [Element], between marks: (String, String), to text: inout String,
    _ indentation: String, element: (Element, inout String, String) -> Void
  ) {
    text += marks.0
    let inner = indentation + "  "
    for (index, item) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      element(item, &text, inner)
    }
    text += (elements.isEmpty ? "" : "\n" + indentation) + marks.1
  }
}

extension String {
  /// The text as a JSON string, quotes included; also a literal of JavaScript (ECMA-262, 12.9.4).
  var jsonText: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
