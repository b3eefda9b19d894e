import AccordModel

/// Values of the body and of parameters that are one step outside a constraint, or on its edge.
struct ConstraintCases: CaseFamily {
  let subject: Subject

  private var probes: ConstraintProbes { ConstraintProbes(service.shapes) }

  var cases: [TestCase] {
    ofBody + subject.form.parameters.indices.flatMap(ofParameter)
  }

  private func probeCase(
    _ probe: Probe, _ key: String, _ subjectName: String, violation: [String], _ form: RequestForm
  ) -> TestCase? {
    let name = "\(subjectName) \(probe.words) is \(probe.isAccepted ? "accepted" : "refused")"
    if probe.isAccepted {
      return testCase(
        .constraint, key, name, rule: probe.rule, at: probe.place, form, expecting: .accepted)
    }
    return refusal(
      probe.rule == "required" ? .required : .constraint, key, name, rule: probe.rule,
      at: probe.place, form, status: 400, violation: jsonPointer(violation))
  }
}

// Bodies.
extension ConstraintCases {
  private var ofBody: [TestCase] {
    guard let content = operation.body?.content, let example = subject.form.exampleBody else {
      return []
    }
    let isJSON = content.json != nil
    return probes.probes(of: content.shape, at: operation.place, in: example)
      // Other forms have no types: everything is text.
      .filter { isJSON || $0.rule != "type" }
      .filter(isSendable)
      .compactMap { probe in
        let pointer = jsonPointer(probe.pointer)
        let name = probe.pointer.isEmpty ? "the body" : probe.pointer.joined(separator: ".")
        return probeCase(
          probe, "\(probe.rule)\(pointer)/\(probe.id)", name, violation: probe.pointer,
          form(probe))
      }
  }

  /// Servers need not read larger bodies than this, and no text is to be taken for a variable.
  private func isSendable(_ probe: Probe) -> Bool {
    let text = probe.value.jsonText
    return text.utf8.count <= 512 * 1024 && !text.contains("{{")
  }

  /// With what the request needs of earlier answers everywhere but in the place that is probed.
  private func form(_ probe: Probe) -> RequestForm {
    var form = subject.form
    let filled = form.body?.members ?? []
    form.body = filled.reduce(probe.value) { (body: Value, member) in
      guard body[member.name] == subject.form.exampleBody?[member.name],
        member.name != probe.pointer.first
      else { return body }
      return body.replacing(member.name, with: member.value)
    }
    return form.withFreshIdentity(in: service, besides: probe.pointer.first)
  }
}

// Parameters.
extension ConstraintCases {
  private func ofParameter(_ index: Int) -> [TestCase] {
    let filled = subject.form.parameters[index]
    let parameter = filled.parameter
    return probes.probes(of: parameter.shape, at: parameter.place, in: filled.example)
      .compactMap { parameter.sendable($0, service.shapes) }
      .compactMap { probe in
        var form = subject.form
        form.parameters[index].send(probe.value)
        let pointer = [parameter.wireName] + probe.pointer
        return probeCase(
          probe,
          "parameter/\(parameter.key)/\(probe.rule)\(jsonPointer(probe.pointer))/\(probe.id)",
          pointer.joined(separator: "."), violation: pointer, form)
      }
  }
}

extension Parameter {
  /// The probe as a request can have it, where all values are text; nil where it cannot, or where
  /// the text is that of a valid value.
  fileprivate func sendable(_ probe: Probe, _ shapes: Shapes) -> Probe? {
    var probe = probe
    if probe.rule == "type" {
      // Of a text nobody can tell whether it is meant as a string, nor 20.0 from 20.
      guard shapes.isUnquoted(shape), !probe.isAccepted, probe.value.kind != .array else {
        return nil
      }
      if probe.value.kind == .string { probe.value = "text" }
    }
    let texts = probe.value.scalarTexts
    // Servers need not read longer heads than 8 kB (RFC 9110, 2.3 and 4.1).
    let length = texts.reduce(0) { $0 + $1.percentEncoded.utf8.count }
    guard !texts.isEmpty, length <= 4096, texts.allSatisfy(isSendable) else { return nil }
    return probe
  }

  private func isSendable(_ text: String) -> Bool {
    switch location {
    case .query: true
    // An empty segment, or one of dots alone, is another path (RFC 3986, 5.2.4).
    case .path: !["", ".", ".."].contains(text)
    // RFC 9110, 5.5.
    case .header:
      text.first != " " && text.last != " " && !text.isEmpty
        && text.unicodeScalars.allSatisfy { (" "..."~").contains($0) } && !text.contains("{{")
    }
  }
}

extension Value {
  /// The scalar, or the scalars of an array; empty for anything else.
  fileprivate var scalarTexts: [String] {
    switch self {
    case .null, .object: []
    case .boolean, .number, .string: [plainText]
    case .array(let items):
      items.allSatisfy { $0.kind != .array && $0.kind != .object } ? items.map(\.plainText) : []
    }
  }
}
