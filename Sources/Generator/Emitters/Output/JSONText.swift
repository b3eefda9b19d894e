import AccordModel

/// A value as a JSON text for people: members in their order, each on a line of its own.
struct JSONText {
  private(set) var text = ""
  private var indent = 0

  /// Ends with a line end.
  static func document(_ value: Value) -> String {
    var writer = JSONText()
    writer.write(value)
    return writer.text + "\n"
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): write(string)
    case .array(let items): list(items, "[", "]") { $0.write($1) }
    case .object(let members):
      list(members, "{", "}") {
        $0.write($1.name)
        $0.text += ": "
        $0.write($1.value)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ start: String, _ end: String, _ write: (inout JSONText, Item) -> Void
  ) {
    text += start
    indent += 2
    for (index, item) in items.enumerated() {
      text += index == 0 ? "" : ","
      newLine()
      write(&self, item)
    }
    indent -= 2
    if !items.isEmpty { newLine() }
    text += end
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: " ", count: indent)
  }

  /// Escapes what RFC 8259, section 7, says must be.
  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
