import AccordModel

/// The answers that are saved with a request: one for each status, media type and example of the
/// contract.
struct SavedExamples {
  let service: Service
  /// The request as it succeeds.
  let form: RequestForm
  /// Requests that are answered with other statuses.
  let refusals: [Int: RequestForm]
  /// The one whose body is malformed.
  var malformed: RequestForm?
  /// What tells the request from all others of the collection.
  let key: String

  func values(of response: Response) -> [Value] {
    guard let content = response.content else {
      return [value(Answer(response: response, name: Self.name(response), key: ""))]
    }
    return content.representations.flatMap { representation in
      answers(response, content, representation).map(value)
    }
  }

  private struct Answer {
    let response: Response
    let name: String
    let key: String
    var representation: Representation?
    /// Of the example that it shows.
    var words = ""
    var body = ""
    /// As JSON has it, for what headers say of it.
    var model: Value?
  }

  private func answers(
    _ response: Response, _ content: Content, _ representation: Representation
  ) -> [Answer] {
    let examples = examples(content, representation)
    return examples.map { example in
      let isShown = representation.mediaType == content.shown.mediaType
      let word = examples.count > 1 ? ": \(example.name)" : ""
      return Answer(
        response: response,
        name: Self.name(response) + word + (isShown ? "" : ", \(representation.mediaType)"),
        key: "/\(representation.mediaType)/\(example.name)", representation: representation,
        words: "\(example.name) \(example.summary)".lowercased(),
        body: text(example.value, content, representation), model: example.value)
    }
  }

  /// Those of the representation, or else of the one that is shown; without them one made up.
  private func examples(_ content: Content, _ representation: Representation) -> [Example] {
    if !representation.examples.isEmpty { return representation.examples }
    var examples = content.shown.examples
    if examples.isEmpty {
      examples = [Example(name: "example", value: ExampleValue(service.shapes).value(of: content))]
    }
    guard case .textOfProperty(let name) = representation.codec else { return examples }
    return examples.map { example in
      Example(name: example.name, value: example.value[name] ?? example.value)
    }
  }

  private func text(
    _ example: Value, _ content: Content, _ representation: Representation
  ) -> String {
    let hide = { service.secrets.hidden($0, of: content, in: form.operation) }
    let value =
      switch representation.codec {
      // As the member that it is.
      case .textOfProperty(let name): hide(.object([.init(name: name, value: example)]))[name]
      case .json, .xml, .text: hide(example)
      }
    return content.text(of: value ?? example, representation.codec, service.shapes)
  }

  private func value(_ answer: Answer) -> Value {
    let (response, shown) = (answer.response, answer.representation)
    let id = NameBasedUUID(
      "accord:postman/\(service.contract.name.text)/\(key)/example/\(response.status)\(answer.key)")
    let start: Value = [
      "id": .string(id.text), "name": .string(answer.name),
      "originalRequest": request(answer), "status": .string(response.reason),
      "code": .integer(response.status),
    ]
    return
      start
      .adding("_postman_previewlanguage", text: shown.map(Self.language) ?? "")
      .adding("header", .array(headers(answer)))
      .adding("cookie", [])
      .adding("body", .string(answer.body))
  }

  /// What accepts the answer, where there are several.
  private func request(_ answer: Answer) -> Value {
    let response = answer.response
    var form = refusals[response.status] ?? self.form
    if response.status == 400, answer.words.contains("malformed"), let malformed {
      form = malformed
    }
    let count = response.content?.representations.count ?? 0
    let isSuccess = response.status == form.operation.success.status
    if let shown = answer.representation, count > 1 || isSuccess, response.status != 406 {
      form.accept = shown.mediaType
    }
    let value = service.opened(form).value(service.shapes)
    guard response.status == Self.tooLarge else { return value }
    let words = "The body was larger than the service reads; a small one stands here for it."
    let description = [words, value["description"]?.text ?? ""].filter { !$0.isEmpty }
    return value.replacing(
      "description", with: .string(description.joined(separator: "\n\n")))
  }

  private func headers(_ answer: Answer) -> [Value] {
    let examples = HeaderExamples(service: service, operation: form.operation)
    let type = answer.representation.map { ("Content-Type", $0.mediaType) }
    let declared = answer.response.headers.filter { $0.isRequired || !$0.examples.isEmpty }
      .map { header in
        let text = examples.text(of: header, beside: answer.model)
        return (header.wireName, service.secrets.hidden(text, of: header))
      }
    return ([type].compactMap { $0 } + declared).map {
      ["key": .string($0.0), "value": .string($0.1)]
    }
  }

  private static let tooLarge = 413

  private static func name(_ response: Response) -> String {
    "\(response.status) \(response.reason)"
      + (response.status == tooLarge ? ": for a larger body" : "")
  }

  private static func language(_ shown: Representation) -> String {
    shown.mediaType == "text/html" ? "html" : shown.codec.language
  }
}
