import AccordModel

/// Media types that the client does not take, and that the service does not read (RFC 9110, 12.5.1,
/// 15.5.7 and 15.5.16).
struct NegotiationCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] { accepting + refusing + reading }

  private var answered: [String] {
    operation.success.content?.representations.map(\.mediaType) ?? []
  }

  private var refusing: [TestCase] {
    guard !answered.isEmpty else { return [] }
    let others = Content.mediaType(unlike: answered)
    let none = answered.map { "\($0);q=0" }.joined(separator: ", ")
    return [
      refused("other", others, "only \(others) is accepted"),
      refused("zero", none, "all that it answers has the quality 0"),
      refused("wildcard-zero", "*/*;q=0", "everything has the quality 0"),
    ].compactMap { $0 }
  }

  private func refused(_ key: String, _ accept: String, _ words: String) -> TestCase? {
    var form = subject.form
    form.accept = accept
    return refusal(
      .notAcceptable, "not-acceptable/\(key)", words, rule: "responses",
      at: operation.success.place,
      form, status: 406)
  }

  private var accepting: [TestCase] {
    guard let first = answered.first else { return [] }
    let kind = first.split(separator: "/").first ?? "*"
    return [("any", "*/*"), ("any-of-kind", "\(kind)/*")].map { key, accept in
      var form = subject.form
      form.accept = accept
      return testCase(
        .notAcceptable, "not-acceptable/\(key)", "\(accept) is answered", rule: "responses",
        at: operation.success.place, form, expecting: subject.success())
    }
  }
}

// Bodies.
extension NegotiationCases {
  private var reading: [TestCase] {
    guard let content = operation.body?.content else { return [] }
    let types = content.representations.map(\.mediaType)
    let shown = content.shown.mediaType
    return [
      read("wrong", Content.mediaType(unlike: types), "a body of another media type is refused"),
      read("missing", nil, "a body without Content-Type is refused"),
      read("encoding", "\(shown); charset=iso-8859-1", "an encoding other than UTF-8 is refused"),
      testCase(
        .mediaType, "media-type/utf-8", "UTF-8 may be named", rule: "requestBody", subject.form,
        expecting: subject.success()
      ) { $0.mediaType = "\(shown); charset=utf-8" },
    ].compactMap { $0 }
  }

  private func read(_ key: String, _ mediaType: String?, _ words: String) -> TestCase? {
    refusal(
      .mediaType, "media-type/\(key)", words, rule: "requestBody", subject.form, status: 415
    ) { $0.mediaType = mediaType }
  }
}
