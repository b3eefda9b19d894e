import AccordModel

/// Bodies that cannot be read at all, or are too large to be.
struct BodyCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] {
    guard let body = operation.body else { return [] }
    let malformed = body.content.representations.flatMap { representation in
      Self.faults(representation, body, subject.form.exampleBody ?? .null).compactMap {
        malformedCase($0, representation)
      }
    }
    return malformed + [missing, oversize].compactMap { $0 }
  }

  private var missing: TestCase? {
    guard operation.body?.isRequired == true else { return nil }
    var form = subject.form
    form.body = nil
    return refusal(
      .required, "required/body", "without a body it is refused", rule: "required", form,
      status: 400, violation: "")
  }

  private var oversize: TestCase? {
    refusal(
      .oversize, "oversize", "a body larger than any is refused", rule: "requestBody",
      subject.form, status: 413
    ) { $0.body = .oversize }
  }

  private func malformedCase(_ fault: Fault, _ representation: Representation) -> TestCase? {
    var form = subject.form
    form.contentType = representation.mediaType
    return refusal(
      .malformed, "malformed/\(representation.mediaType)/\(fault.key)",
      "\(representation.mediaType): \(fault.words) is refused", rule: "requestBody", form,
      status: 400
    ) { $0.body = fault.body }
  }
}

extension BodyCases {
  private struct Fault {
    var key: String
    var words: String
    var body: TestStep.Body
  }

  private static func faults(
    _ representation: Representation, _ body: RequestBody, _ example: Value
  ) -> [Fault] {
    switch representation.codec {
    case .json: json(example, isRequired: body.isRequired)
    case .xml: xml(body.content.xmlName, isRequired: body.isRequired)
    case .text, .textOfProperty: [invalidUTF8]
    }
  }

  private static let invalidUTF8 = Fault(
    key: "utf-8", words: "what is not UTF-8", body: .base64("/w=="))
  private static let empty = Fault(
    key: "empty", words: "an empty body with its media type", body: .text(""))

  private static func json(_ example: Value, isRequired: Bool) -> [Fault] {
    let text = example.jsonText
    let nested = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    // A number cut short is another number.
    let cut = if case .number = example { "[" } else { String(text.dropLast()) }
    let always = [
      Fault(key: "truncated", words: "JSON without its end", body: .text(cut)),
      Fault(key: "trailing", words: "JSON with something behind it", body: .text(text + " ]")),
      Fault(key: "nan", words: "NaN, which is no JSON,", body: .text(first(of: example, "NaN"))),
      Fault(
        key: "nested", words: "an array 100 deep", body: .text(first(of: example, nested))),
      invalidUTF8,
    ]
    return always + duplicate(example) + (isRequired ? [empty] : [])
  }

  /// The example as JSON, with something else for its first member.
  private static func first(of example: Value, _ text: String) -> String {
    guard let name = example.members?.first?.name else { return text }
    return example.replacing(name, with: .number(text)).jsonText
  }

  private static func duplicate(_ example: Value) -> [Fault] {
    guard let members = example.members, let first = members.first else { return [] }
    let text = Value.object(members + [first]).jsonText
    return [Fault(key: "duplicate", words: "a member that is there twice", body: .text(text))]
  }

  private static func xml(_ root: String, isRequired: Bool) -> [Fault] {
    let entity = """
      <!DOCTYPE \(root) [<!ENTITY a "aaaaaaaaaa">]>
      <\(root)>&a;</\(root)>
      """
    return [
      Fault(key: "unclosed", words: "an element without its end", body: .text("<\(root)>")),
      Fault(
        key: "trailing", words: "a second root element",
        body: .text("<\(root)></\(root)><\(root)></\(root)>")),
      Fault(key: "entity", words: "a document type with an entity", body: .text(entity)),
      invalidUTF8,
    ] + (isRequired ? [empty] : [])
  }
}
