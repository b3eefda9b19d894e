import AccordModel

/// Reads and writes of single JSON values, by shape.
struct JSONValueCode {
  let spelling: Spelling

  /// An expression of the shape's type, optional.
  func read(_ shape: Shape, from json: Code) -> Code {
    switch spelling.resolve(shape) {
    case .string(let rules): "try \(json).string(\(spelling.rules(rules)))"
    case .integer(let rules):
      "try \(json).\(rules.width == .int32 ? "int32" : "integer")(\(spelling.rules(rules)))"
    case .number(let rules): "try \(json).number(\(spelling.rules(rules)))"
    case .boolean: "try \(json).boolean()"
    case .any: "try \(json).value()"
    case .declared(let name): "try \(spelling.reference(name)).decode(from: &\(json))"
    case .array(let element, let rules, _):
      "try \(json).array\(parenthesized(spelling.rules(rules))) \(readClosure(element))"
    case .dictionary(let value, let rules):
      "try \(json).dictionary\(parenthesized(spelling.rules(rules))) \(readClosure(value))"
    case .nullable(let inner):
      "try \(json).nullable \(readClosure(inner)).map(\\.optional)"
    }
  }

  /// `{ json throws(MalformedJSON) in … }`
  func readClosure(_ shape: Shape) -> Code {
    let body = read(shape, from: "json")
    let line: Code = "{ json throws(MalformedJSON) in \(body) }"
    if line.isOneLine, line.width <= 50 { return line }
    return """
      { json throws(MalformedJSON) in
        \(body)
      }
      """
  }

  /// A statement that reads a member's value into a local variable.
  func readField(_ field: Code, _ shape: Shape, from json: Code) -> Code {
    let (present, isNullable) = spelling.present(shape)
    let target: Code = "&\(field)"
    switch spelling.resolve(present) {
    case .string(let rules): return read(json, [target, spelling.rules(rules)])
    case .integer(let rules): return read(json, [target, spelling.rules(rules)])
    case .number(let rules): return read(json, [target, spelling.rules(rules)])
    case .boolean, .any, .declared, .nullable: return read(json, [target])
    case .array(let element, let rules, _):
      let rules = spelling.rules(rules)
      if rules.isEmpty, isSelfReading(element), !isNullable { return read(json, [target]) }
      return "\(read(json, [target, rules], "readArray")) \(readClosure(element))"
    case .dictionary(let value, let rules):
      let rules = spelling.rules(rules)
      if rules.isEmpty, isSelfReading(value), !isNullable { return read(json, [target]) }
      return "\(read(json, [target, rules], "readDictionary")) \(readClosure(value))"
    }
  }

  private func read(_ json: Code, _ arguments: [Code], _ function: Code = "read") -> Code {
    // Eight columns deeper than a declaration.
    Code.call("try \(json).\(function)", arguments.filter { !$0.isEmpty }, width: lineWidth - 4)
  }

  /// A statement that writes a value of the shape's type.
  func write(_ value: Code, _ shape: Shape, to json: Code) -> Code {
    switch spelling.resolve(shape) {
    case .array(let element, _, _) where !isSelfWriting(element):
      "\(json).array(\(value)) \(writeClosure(element))"
    case .dictionary(let element, _) where !isSelfWriting(element):
      "\(json).dictionary(\(value)) \(writeClosure(element))"
    case .nullable(let inner) where isSelfWriting(inner): "\(json).write(Nullable(\(value)))"
    case .nullable(let inner):
      """
      if let value = \(value) {
        \(write("value", inner, to: json))
      } else {
        \(json).writeNull()
      }
      """
    default: "\(json).write(\(value))"
    }
  }

  /// `{ json, value in … }`
  func writeClosure(_ shape: Shape) -> Code {
    let body = write("value", shape, to: "json")
    if body.isOneLine { return "{ json, value in \(body) }" }
    return """
      { json, value in
        \(body)
      }
      """
  }

  /// A statement that writes a member; `isPresent` if there is a value whenever it is called.
  func writeField(
    key: String, _ value: Code, _ shape: Shape, isPresent: Bool, to json: Code
  ) -> Code {
    let (present, isNullable) = spelling.present(shape)
    let value: Code = isNullable && isPresent ? "Nullable(\(value))" : value
    switch spelling.resolve(present) {
    case .array(let element, _, _) where !isSelfWriting(element):
      return "\(json).writeArray(\(literal: key), \(value)) \(writeClosure(element))"
    case .dictionary(let element, _) where !isSelfWriting(element):
      return "\(json).writeDictionary(\(literal: key), \(value)) \(writeClosure(element))"
    default: return "\(json).write(\(literal: key), \(value))"
    }
  }

  /// Whether the shape's type reads itself and has no rules beside its type.
  func isSelfReading(_ shape: Shape) -> Bool {
    switch spelling.resolve(shape) {
    case .string(let rules): spelling.rules(rules).isEmpty
    case .integer(let rules): spelling.rules(rules).isEmpty
    case .number(let rules): spelling.rules(rules).isEmpty
    case .boolean, .any, .declared: true
    case .array(let element, let rules, _):
      spelling.rules(rules).isEmpty && isSelfReading(element)
    case .dictionary(let value, let rules): spelling.rules(rules).isEmpty && isSelfReading(value)
    case .nullable: false
    }
  }

  func isSelfWriting(_ shape: Shape) -> Bool {
    switch spelling.resolve(shape) {
    case .nullable: false
    case .array(let element, _, _): isSelfWriting(element)
    case .dictionary(let value, _): isSelfWriting(value)
    default: true
    }
  }

  private func parenthesized(_ rules: Code) -> Code { rules.isEmpty ? "" : "(\(rules))" }
}
