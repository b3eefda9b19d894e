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
  /// The methods that a refusal of another has to name.
  var allowed: [String] = []
  /// Statements to run before anything else.
  var preparation = ""
  var examples: [Response] = []
  /// Requests that are answered with other statuses.
  var refusals: [Int: RequestForm] = [:]
  /// The one whose body is malformed.
  var malformed: RequestForm?

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
      .adding("response", .array(savedExamples))
  }

  private var events: [Value] {
    let steps = service.stepsBefore(form)
    let test = TestScript(
      response: expected, shapes: service.shapes, hasBody: form.operation.method != .head,
      kept: kept, ended: ended, provided: steps.flatMap(\.kept), allowed: allowed)
    let providing = ProvidingScript(service: service, form: form, steps: steps)
    let before = Script([preparation, providing.text])
    return [
      before.event("prerequest", id: id("prerequest")), test.script.event("test", id: id("test")),
    ].compactMap { $0 }
  }

  private func id(_ part: String) -> NameBasedUUID {
    NameBasedUUID("accord:postman/\(service.contract.name.text)/\(key)/\(part)")
  }

  private var savedExamples: [Value] {
    let saved = SavedExamples(
      service: service, form: form, refusals: refusals, malformed: malformed, key: key)
    return examples.flatMap(saved.values)
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
