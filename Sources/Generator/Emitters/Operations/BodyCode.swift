import AccordModel

/// Reads and writes of bodies, by representation.
struct BodyCode {
  let spelling: Spelling
  let content: Content
  private var values: JSONValueCode { JSONValueCode(spelling: spelling) }

  /// An expression that reads a request's body; optional.
  func read(_ representation: Representation, _ reader: Code, _ isRequired: Bool) -> Code {
    let required: [Code] = isRequired ? [] : ["required: false"]
    switch representation.codec {
    case .json:
      return values.isSelfReading(content.shape)
        ? "\(reader).json(\(required, separator: ", "))"
        : "\(call("\(reader).json", required)) \(values.readClosure(content.shape))"
    case .xml: return xml("\(reader).xml", xmlArguments + required, xmlRead)
    case .text, .textOfProperty:
      return "\(reader).text(\([textRules] + required, separator: ", "))"
    }
  }

  /// An expression that is the answer.
  func write(_ representation: Representation, _ status: Int, _ body: Code) -> Code {
    let mediaType: Code = "\(literal: representation.mediaType)"
    switch representation.codec {
    case .json:
      let type: [Code] = representation.mediaType == "application/json" ? [] : [mediaType]
      let head: [Code] = ["\(literal: status)"]
      return values.isSelfWriting(content.shape)
        ? ".json(\(head + [body] + type, separator: ", "))"
        : ".json(\(head + type, separator: ", ")) \(closure(body))"
    case .xml:
      let type: [Code] = representation.mediaType == "application/xml" ? [] : [mediaType]
      let head: [Code] = ["\(literal: status)"] + (isTypeInXML ? [body] : [])
      return xml(".xml", head + xmlArguments + type, closure(body))
    case .text: return text(status, body, mediaType, representation)
    case .textOfProperty(let wireName):
      return text(status, property(wireName, of: body), mediaType, representation)
    }
  }

  private func text(
    _ status: Int, _ text: Code, _ mediaType: Code, _ representation: Representation
  ) -> Code {
    representation.mediaType == "text/plain"
      ? ".text(\(literal: status), \(text))" : ".text(\(literal: status), \(text), \(mediaType))"
  }

  private func closure(_ body: Code) -> Code {
    let statement = values.write(body, content.shape, to: "json")
    return statement.isOneLine
      ? "{ json in \(statement) }"
      : """
      { json in
        \(statement)
      }
      """
  }

  /// An expression that decodes a client's response; throwing.
  func decode(_ representation: Representation, _ received: Code) -> Code {
    switch representation.codec {
    case .json:
      values.isSelfReading(content.shape)
        ? "\(received).json()" : "\(received).json \(values.readClosure(content.shape))"
    case .xml: xml("\(received).xml", xmlArguments, xmlRead)
    case .text, .textOfProperty: "\(received).text(\(textRules))"
    }
  }

  /// A statement that sets a client's request body.
  func send(_ representation: Representation, _ body: Code, _ call: Code) -> Code {
    let type: Code = "\(literal: representation.mediaType)"
    switch representation.codec {
    case .json:
      let rest: [Code] = representation.mediaType == "application/json" ? [] : [type]
      guard values.isSelfWriting(content.shape) else {
        return "\(self.call("\(call).json", rest)) \(closure(body))"
      }
      return "\(call).json(\([body] + rest, separator: ", "))"
    case .xml:
      let mediaType: [Code] = representation.mediaType == "application/xml" ? [] : [type]
      let head: [Code] = isTypeInXML ? [body] : []
      return xml("\(call).xml", head + xmlArguments + mediaType, closure(body))
    case .text, .textOfProperty: return "\(call).text(\(body), \(type))"
    }
  }

  private func call(_ function: Code, _ arguments: [Code]) -> Code {
    arguments.isEmpty ? function : "\(function)(\(arguments, separator: ", "))"
  }

  private var xmlArguments: [Code] {
    let root: Code = "root: \(literal: content.xmlName)"
    if isTypeInXML { return [root] }
    return [root, "shape: \(XMLShapeEmitter(spelling: spelling).shape(content.shape))"]
  }

  private var xmlRead: Code { values.readClosure(content.shape) }

  private func xml(_ function: Code, _ arguments: [Code], _ closure: Code) -> Code {
    isTypeInXML
      ? Code.call(function, arguments) : Code.call(function, arguments, trailing: closure)
  }

  /// Whether the body's type brings its shape along.
  private var isTypeInXML: Bool {
    guard case .declared(let name) = spelling.resolve(content.shape) else { return false }
    switch spelling.declaration(name)?.kind {
    case .structure, .union, .wrapper: return true
    case .stringEnumeration, .integerEnumeration, .alias, nil: return false
    }
  }

  private var textRules: Code {
    if case .string(let rules) = spelling.resolve(content.shape) {
      spelling.rules(rules)
    } else {
      ""
    }
  }

  private func property(_ wireName: String, of body: Code) -> Code {
    guard case .declared(let name) = spelling.resolve(content.shape),
      case .structure(let structure)? = spelling.declaration(name)?.kind,
      let property = structure.properties.first(where: { $0.wireName == wireName })
    else { return body }
    return "\(body).\(property.name)"
  }
}
