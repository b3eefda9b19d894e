import AccordModel

/// A request in a folder, with its tests and saved examples.
struct RequestItem {
  let service: Service
  let form: RequestForm
  /// What tells it from all other items of the collection.
  let key: String
  let name: String
  let expected: Response
  var kept: [ChainVariable] = []
  var ended: [ChainVariable] = []
  /// Statements to run before anything else.
  var preparation = ""
  var examples: [Response] = []
  /// Requests that are answered with other statuses.
  var refusals: [Int: RequestForm] = [:]

  /// An operation as it succeeds.
  init(_ operation: Operation, of service: Service, in folder: String) {
    self.service = service
    form = service.opened(RequestForm(operation, of: service))
    key = "\(folder)/\(operation.operationID)"
    name = operation.title
    expected = operation.success
    kept = service.chains.kept(from: operation)
    ended = service.chains.ended(by: operation)
  }

  /// An operation as it is refused.
  init(_ form: RequestForm, of service: Service, key: String, name: String, expecting: Response) {
    self.service = service
    self.form = service.secrets.hidden(form)
    self.key = key
    self.name = name
    expected = expecting
  }

  var value: Value {
    let item: Value = ["id": .string(id("item").text), "name": .string(name)]
    return
      item
      .adding("event", events.isEmpty ? nil : .array(events))
      .adding("request", form.value(service.shapes))
      .adding("response", .array(examples.map(savedExample)))
  }

  private var events: [Value] {
    let steps = service.stepsBefore(form)
    let test = TestScript(
      response: expected, shapes: service.shapes, hasBody: form.operation.method != .head,
      kept: kept, ended: ended, provided: steps.flatMap(\.kept))
    let providing = ProvidingScript(service: service, form: form, steps: steps)
    let before = Script([preparation, providing.text])
    return [
      before.event("prerequest", id: id("prerequest")), test.script.event("test", id: id("test")),
    ].compactMap { $0 }
  }

  private func id(_ part: String) -> NameBasedUUID {
    NameBasedUUID("accord:postman/\(service.contract.name.text)/\(key)/\(part)")
  }

  private func savedExample(_ response: Response) -> Value {
    let start: Value = [
      "id": .string(id("example/\(response.status)").text),
      "name": .string("\(response.status) \(response.reason)"),
      "originalRequest": service.secrets.hidden(refusals[response.status] ?? form)
        .value(service.shapes),
      "status": .string(response.reason),
      "code": .integer(response.status),
    ]
    let shown = response.content?.shown
    let fields =
      [("Content-Type", shown?.mediaType)].compactMap { name, value in value.map { (name, $0) } }
      + response.headers.filter { $0.isRequired || !$0.examples.isEmpty }
      .map { ($0.wireName, example(of: $0, in: response)) }
    return
      start
      .adding("_postman_previewlanguage", text: shown.map(Self.language) ?? "")
      .adding(
        "header",
        .array(fields.map { ["key": .string($0.0), "value": .string($0.1)] })
      )
      .adding("cookie", [])
      .adding("body", .string(response.content.map(body) ?? ""))
  }

  private func example(of header: ResponseHeader, in response: Response) -> String {
    let body = response.content.map { ExampleValue(service.shapes).value(of: $0) }
    let examples = HeaderExamples(service: service, operation: form.operation)
    return service.secrets.hidden(examples.text(of: header, beside: body), of: header)
  }

  private func body(_ content: Content) -> String {
    let example = ExampleValue(service.shapes).value(of: content)
    let value = service.secrets.hidden(example, of: content, in: form.operation)
    return content.text(of: value, content.shown.codec, service.shapes)
  }

  private static func language(_ shown: Representation) -> String {
    shown.mediaType == "text/html" ? "html" : shown.codec.language
  }
}

extension Response {
  /// The words of the status: `Not Found`.
  var reason: String {
    if status == 200 { return "OK" }
    return name.text.reduce(into: "") { words, letter in
      if words.isEmpty {
        words += letter.uppercased()
      } else {
        words += letter.isUppercase ? " \(letter)" : "\(letter)"
      }
    }
  }
}
