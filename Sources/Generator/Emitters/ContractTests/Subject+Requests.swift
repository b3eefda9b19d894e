import AccordModel

extension Subject {
  /// The operation's request with one of the contract's examples of its body.
  struct Request {
    let mediaType: String
    /// The example's name.
    let name: String
    let form: RequestForm
  }

  /// A request for each example of each representation of the body; where there is none, one that is
  /// made up.
  var requests: [Request] {
    guard let content = operation.body?.content else { return [] }
    return content.representations.flatMap { representation in
      let examples = representation.examples.map { ($0.name, Optional($0.value)) }
      return (examples.isEmpty ? [("made-up", nil)] : examples).map { name, value in
        request(representation, name, value)
      }
    }
  }

  private func request(
    _ representation: Representation, _ name: String, _ example: Value?
  ) -> Request {
    var form = RequestForm(operation, of: service, example: example)
    form.contentType = representation.mediaType
    if let target = form.body.flatMap(target) { form.parameters = target.parameters }
    return Request(
      mediaType: representation.mediaType, name: name, form: form.withFreshIdentity(in: service))
  }

  /// What the request that succeeds must be answered.
  func success(mediaType: String? = nil) -> Expectation {
    doubt == nil
      ? .status(operation.success.status, mediaType: mediaType) : .accepted(by: operation)
  }

  /// Why nobody can tell whether the request succeeds; nil if it must.
  var doubt: String? {
    if let parameter = guessedParameter {
      return """
        no operation answers '\(parameter.wireName)', and the contract has no example of it
        """
    }
    return flaw
  }

  /// Why no valid request is known; nil if one is.
  var flaw: String? { brokenParameter ?? brokenBody }

  /// The first parameter of the path whose value is made up.
  private var guessedParameter: Parameter? {
    operation.parameters.first { parameter in
      parameter.location == .path
        && service.chains.filling(of: parameter, in: operation) == nil
        && ExampleValue(service.shapes).isMadeUp(parameter)
    }
  }

  private var brokenParameter: String? {
    let breach = RuleBreach(shapes: service.shapes)
    let broken = form.parameters.first { filled in
      filled.isSent && service.chains.filling(of: filled.parameter, in: operation) == nil
        && breach.place(in: filled.example, filled.parameter.shape) != nil
    }
    return broken.map { Self.noValue("'\($0.parameter.wireName)'") }
  }

  /// An example of the contract is within its rules: the compiler has seen to that.
  private var brokenBody: String? {
    guard let content = operation.body?.content, content.shown.examples.isEmpty,
      let example = form.exampleBody,
      let place = RuleBreach(shapes: service.shapes).place(in: example, content.shape)
    else { return nil }
    return Self.noValue(place.isEmpty ? "the body" : "'\(jsonPointer(place))' of the body")
  }

  private static func noValue(_ name: String) -> String {
    "no value is known for \(name) that is within its rules, and the contract has no example of it"
  }
}
