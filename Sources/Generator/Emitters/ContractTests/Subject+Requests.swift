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
    return Request(
      mediaType: representation.mediaType, name: name, form: form.withFreshIdentity(in: service))
  }

  /// What the request that succeeds must be answered.
  func success(mediaType: String? = nil) -> Expectation {
    guessedParameter == nil
      ? .status(operation.success.status, mediaType: mediaType) : .accepted
  }

  /// The first parameter of the path whose value is made up: no operation answers it, and the
  /// contract has no example of it.
  var guessedParameter: Parameter? {
    operation.parameters.first { parameter in
      parameter.location == .path
        && service.chains.filling(of: parameter, in: operation) == nil
        && ExampleValue(service.shapes).isMadeUp(parameter)
    }
  }
}
