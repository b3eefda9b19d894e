import AccordModel

/// What headers of answers look like: as the contract shows them, or else something plausible.
struct HeaderExamples {
  let service: Service
  let operation: Operation

  /// - Parameter body: the answer's, which the header goes with
  func text(of header: ResponseHeader, beside body: Value?) -> String {
    if let example = header.examples.first { return example.value.plainText }
    let known =
      switch header.wireName.bareName {
      case "wwwauthenticate": challenge
      case "location": location(beside: body)
      default: String?.none
      }
    guard let known, isFree(header.shape) else {
      return ExampleValue(service.shapes).value(of: header.shape).plainText
    }
    return known
  }

  /// Whether nothing is asked of a text but a format that URLs have.
  private func isFree(_ shape: Shape) -> Bool {
    guard case .string(let rules) = service.shapes.resolve(shape) else { return false }
    return rules.pattern == nil && rules.minLength <= 1 && rules.maxLength == nil
      && [nil, .uri, .uriReference].contains(rules.format)
  }

  /// Of the first scheme that the operation lists (RFC 9110, 11.6.1).
  private var challenge: String? {
    let names =
      switch operation.security {
      case .required(let names), .optional(let names): names
      case .none: [Identifier]()
      }
    let scheme = service.contract.securitySchemes.first { $0.name == names.first }
    return scheme.map { scheme in
      let word = scheme.kind == .basic ? "Basic" : "Bearer"
      return "\(word) realm=\(service.contract.name.text.jsonText)"
    }
  }

  /// Where what the operation makes is read.
  private func location(beside body: Value?) -> String? {
    let chains = service.chains
    let made = Set(chains.kept(from: operation))
    let readers = service.contract.operations.filter { reader in
      reader.method == .get && !chains.used(by: reader).isDisjoint(with: made)
    }
    // What is below the object is read with its identifier too.
    guard let reader = readers.min(by: { $0.path.segments.count < $1.path.segments.count }) else {
      return nil
    }
    let path = { (name: String) in
      reader.parameters.first { $0.location == .path && $0.wireName == name }
        .map { text(of: $0, in: reader, body) } ?? name
    }
    let segments = reader.path.filled(whole: path, part: path)
    let query = reader.parameters.filter { $0.location == .query && $0.isRequired }
      .map { "\($0.wireName.percentEncoded)=\(text(of: $0, in: reader, body))" }
    return serverPath + "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?")
      + query.joined(separator: "&")
  }

  private func text(of parameter: Parameter, in reader: Operation, _ body: Value?) -> String {
    var value = ExampleValue(service.shapes).value(of: parameter)
    if case .variable(let variable)? = service.chains.filling(of: parameter, in: reader),
      case .body(let tokens)? = variable.value?.origin,
      variable.value?.operationID == operation.operationID
    {
      value = tokens.reduce(body) { $0?[$1] } ?? value
    }
    return value.plainText.percentEncoded
  }

  /// `/api/v1` of `http://localhost:30000/api/v1`.
  private var serverPath: String {
    let parts = service.contract.serverURLs[0].split(
      separator: "/", omittingEmptySubsequences: false)
    return parts.dropFirst(3).map { "/\($0)" }.joined()
  }
}
