import AccordModel

/// The tests of one documented response, and what is kept of it.
struct TestScript {
  let response: Response
  let shapes: Shapes
  /// Whether the response has the content that is documented: not to HEAD (RFC 9110, 9.3.2).
  var hasBody = true
  /// The variables that the response fills.
  var kept: [ChainVariable] = []
  /// The variables whose values are of no use after it.
  var ended: [ChainVariable] = []
  /// The variables that the request, or what fills its variables, refers to, as far as requests fill
  /// them.
  var provided: [ChainVariable] = []
  /// The methods that the field `Allow` has to name.
  var allowed: [String] = []

  var script: Script {
    Script([
      checks.joined(separator: "\n"), schema, kept.isEmpty ? "" : Script.exactNumbers,
      kept.map(keeping).joined(separator: "\n"), ending,
      doubting,
    ])
  }

  private var checks: [String] {
    [test("status is \(response.status)", "pm.response.to.have.status(\(response.status))")]
      + contentChecks
      + response.headers.filter(\.isRequired).map { header in
        test(
          "header \(header.wireName) is there",
          "pm.response.to.have.header(\(header.wireName.jsonText))")
      }
      + allowed.map { method in
        test(
          "\(method) is allowed",
          "pm.expect(pm.response.headers.get(\"Allow\")).to.include(\(method.jsonText))")
      }
  }

  private var contentChecks: [String] {
    guard let type = response.content?.shown.mediaType, hasBody else {
      // A refusal that the contract gives no content may say more all the same: what refuses a request
      // before the service sees it answers with a problem document.
      guard response.status < 400 else { return [] }
      return [test("there is no body", "pm.expect(pm.response.text()).to.equal(\"\")")]
    }
    let field = "pm.response.headers.get(\"Content-Type\")"
    return [test("content type is \(type)", "pm.expect(\(field)).to.include(\(type.jsonText))")]
  }

  private var schema: String {
    guard let content = response.content, content.json != nil, hasBody else { return "" }
    return BodyCheck(content.shape, shapes).script
  }

  private func keeping(_ variable: ChainVariable) -> String {
    """
    pm.test(\("\(variable.name) is kept for later requests".jsonText), () => {
      const value = \(variable.reading);
      pm.expect(value).to.exist;
      pm.\(variable.scope.word).set(\(variable.name.jsonText), kept(value, pm.response));
    });
    """
  }

  private var ending: String {
    guard !ended.isEmpty else { return "" }
    return """
      // What these hold is of no use any more; who needs one gets a new one.
      if (pm.response.code === \(response.status)) {
      \(ended.map { "  " + $0.clearing }.joined(separator: "\n"))
      }
      """
  }

  /// A response that says that a credential or an identifier is not known where it should be.
  private var doubting: String {
    let statuses = [401, 404].filter { $0 != response.status }
    guard !provided.isEmpty else { return "" }
    return """
      // What was kept may be out of date, as after a restart; the next request gets it anew.
      if (\(Value.array(statuses.map { .integer($0) }).jsonText).includes(pm.response.code)) {
      \(provided.map { "  " + $0.clearing }.joined(separator: "\n"))
      }
      """
  }

  private func test(_ name: String, _ expression: String) -> String {
    "pm.test(\(name.jsonText), () => \(expression));"
  }
}
