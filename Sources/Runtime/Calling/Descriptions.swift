import HTTPTypes

extension ClientResponse: CustomStringConvertible {
  /// The status, and as much of the body as fits into a log line.
  public var description: String {
    let text = String(decoding: body.prefix(200), as: UTF8.self)
    return "\(status.code) \(body.count > 200 ? text + "…" : text)"
  }
}

extension Indirect: CustomStringConvertible {
  public var description: String { String(describing: wrappedValue) }
}
