import HTTPTypes

/// A request whose operation is known.
public struct RoutedRequest: Sendable {
  public let request: ServerRequest
  /// The values of the path's parameters, decoded, in the order of the template.
  let captures: [String]

  init(_ request: ServerRequest, _ captures: [String]) {
    self.request = request
    self.captures = captures
  }
}

extension RoutedRequest {
  /// Which of the media types the answer is to have: the one that `Accept` rates highest, the first
  /// of equals (RFC 9110, section 12.5.1). Throws the answer 406 if it accepts none of them.
  ///
  /// - Parameter offered: in order of preference; at least one.
  @discardableResult
  public func answerType(_ offered: [String]) throws(Refusal) -> String {
    let header = request.headerFields.value(.accept)
    guard let chosen = Accept.choose(from: offered, by: header) else {
      throw .notAcceptable(offered)
    }
    return chosen
  }

  /// Which of the media types the body has. Throws the answer 415 for any other type, for none, for
  /// an encoding other than UTF-8, and for a content coding. A body that is not there counts as one
  /// of the first type.
  @discardableResult
  public func bodyType(_ accepted: [String]) throws(Refusal) -> String {
    let coding = request.headerFields.value(.contentEncoding)
    guard coding == nil || coding?.lowercased() == "identity" else { throw .contentCoding }
    guard let header = request.headerFields.value(.contentType) else {
      guard request.body.isEmpty, let first = accepted.first else {
        throw .unsupportedMediaType(accepted)
      }
      return first
    }
    for mediaType in accepted where mediaType == header { return mediaType }
    guard let type = MediaType(header), type.isUTF8,
      let known = accepted.first(where: { $0 == type.essence })
    else { throw .unsupportedMediaType(accepted) }
    return known
  }
}

extension HTTPFields {
  /// As the subscript, which joins the values of a field that repeats, but without its cost for
  /// one that does not.
  func value(_ name: HTTPField.Name) -> String? {
    var value: String?
    for field in self where field.name == name {
      if value != nil { return self[name] }
      value = field.value
    }
    return value
  }
}
