import AccordModel

/// Values of the body and of parameters that are one step outside a constraint, or on its edge.
struct ConstraintCases: CaseFamily {
  let subject: Subject

  private var probes: ConstraintProbes { ConstraintProbes(service.shapes) }

  var cases: [TestCase] {
    ofBody + subject.form.parameters.indices.flatMap(ofParameter)
  }

  /// - Parameter accepted: what is answered where the value is valid
  private func probeCase(
    _ probe: Probe, _ key: String, _ subjectName: String, violation: [String], _ form: RequestForm,
    accepted: Expectation
  ) -> TestCase? {
    let name = "\(subjectName) \(probe.words) is \(probe.isAccepted ? "accepted" : "refused")"
    if probe.isAccepted {
      return testCase(
        .constraint, key, name, rule: probe.rule, at: probe.place, form, expecting: accepted)
    }
    return refusal(
      probe.rule == "required" ? .required : .constraint, key, name, rule: probe.rule,
      at: probe.place, form, status: 400, violation: jsonPointer(violation))
  }
}

// Bodies.
extension ConstraintCases {
  private var bodyProbes: [Probe] {
    guard let content = operation.body?.content, let example = subject.form.exampleBody else {
      return []
    }
    let isJSON = content.json != nil
    return probes.probes(of: content.shape, at: operation.place, in: example)
      // Other forms have no types: everything is text.
      .filter { isJSON || $0.rule != "type" }
  }

  private var ofBody: [TestCase] {
    let probes = bodyProbes.filter { Self.obstacle($0) == nil }
    return probes.compactMap { bodyCase($0) } + inXML(probes)
  }

  private func bodyCase(_ probe: Probe, as representation: Representation? = nil) -> TestCase? {
    var form = form(probe)
    if let representation { form.contentType = representation.mediaType }
    let key = "\(probe.rule)\(jsonPointer(probe.pointer))/\(probe.id)"
    let name = Self.name(probe)
    return probeCase(
      probe, representation.map { "\(key)/\($0.mediaType)" } ?? key,
      representation.map { "\($0.mediaType): \(name)" } ?? name, violation: probe.pointer, form,
      accepted: subject.success(probing: probe))
  }

  /// What is missing, and one bound from both of its sides, where XML is taken beside JSON: the rules
  /// are those of the value, whatever form it has.
  private func inXML(_ probes: [Probe]) -> [TestCase] {
    let representations = operation.body?.content.representations ?? []
    guard subject.form.codec == .json, let xml = representations.first(where: { $0.codec == .xml })
    else { return [] }
    let bounds = probes.filter { ["maxLength", "maximum"].contains($0.rule) }
    let chosen =
      probes.filter { $0.rule == "required" && !$0.isAccepted }
      + [bounds.first { $0.isAccepted }, bounds.first { !$0.isAccepted }].compactMap(\.self)
    return chosen.compactMap { bodyCase($0, as: xml) }
  }

  private static func name(_ probe: Probe) -> String {
    probe.pointer.isEmpty ? "the body" : probe.pointer.joined(separator: ".")
  }

  /// Why the body is not sent.
  private static func obstacle(_ probe: Probe) -> String? {
    let text = probe.value.jsonText
    if text.utf8.count > 512 * 1024 { return "servers need not read a body of more than 512 KiB" }
    return text.contains("{{") ? "it looks like a variable of the plan" : nil
  }

  /// With what the request needs of earlier answers everywhere but in the place that is probed.
  private func form(_ probe: Probe) -> RequestForm {
    var form = subject.form
    if let target = subject.target(of: probe.value) { form.parameters = target.parameters }
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
  private func parameterProbes(_ index: Int) -> [Probe] {
    let filled = subject.form.parameters[index]
    let parameter = filled.parameter
    return probes.probes(of: parameter.shape, at: parameter.place, in: filled.example)
      .compactMap { parameter.asText($0, service.shapes) }
  }

  private func ofParameter(_ index: Int) -> [TestCase] {
    let parameter = subject.form.parameters[index].parameter
    return parameterProbes(index).filter { parameter.obstacle($0) == nil }.compactMap { probe in
      var form = subject.form
      form.parameters[index].send(probe.value)
      let pointer = [parameter.wireName] + probe.pointer
      return probeCase(
        probe,
        "parameter/\(parameter.key)/\(probe.rule)\(jsonPointer(probe.pointer))/\(probe.id)",
        pointer.joined(separator: "."), violation: pointer, form,
        accepted: subject.success(probing: parameter))
    }
  }
}

// What is not sent.
extension ConstraintCases {
  /// A probe that no request has.
  struct Unsent {
    let probe: Probe
    /// For people: the probe, and why.
    let words: String
  }

  /// Those that would have a case otherwise.
  var unsent: [Unsent] {
    bodyProbes.compactMap { probe in
      Self.obstacle(probe).map { unsent(probe, Self.name(probe), $0) }
    }
      + subject.form.parameters.indices.flatMap { index in
        let parameter = subject.form.parameters[index].parameter
        return parameterProbes(index).compactMap { probe in
          let name = ([parameter.wireName] + probe.pointer).joined(separator: ".")
          return parameter.obstacle(probe).map { unsent(probe, name, $0) }
        }
      }
  }

  private func unsent(_ probe: Probe, _ name: String, _ why: String) -> Unsent {
    Unsent(probe: probe, words: "\(name) \(probe.words) is not sent: \(why)")
  }
}

extension Parameter {
  /// The probe as a request has it, where all values are text; nil where the text is that of a valid
  /// value, or says nothing.
  fileprivate func asText(_ probe: Probe, _ shapes: Shapes) -> Probe? {
    guard probe.rule == "type" else { return probe }
    // Of a text nobody can tell whether it is meant as a string, nor 20.0 from 20.
    guard shapes.isUnquoted(shape), !probe.isAccepted,
      ![.array, .object, .null].contains(probe.value.kind)
    else { return nil }
    var probe = probe
    if probe.value.kind == .string { probe.value = "text" }
    return probe
  }

  /// Why the value is not sent.
  fileprivate func obstacle(_ probe: Probe) -> String? {
    let texts = probe.value.scalarTexts
    if texts.isEmpty { return "a request has no form for it" }
    // Servers need not read longer heads than 8 kB (RFC 9110, 2.3 and 4.1).
    let length = texts.reduce(0) { $0 + $1.percentEncoded.utf8.count }
    if length > 4096 { return "servers need not read a head that long" }
    return texts.lazy.compactMap(obstacle).first
  }

  private func obstacle(_ text: String) -> String? {
    switch location {
    case .query: return nil
    case .path:
      return ["", ".", ".."].contains(text)
        ? "an empty segment, or one of dots alone, is another path (RFC 3986, 5.2.4)" : nil
    case .header:
      if text.contains("{{") { return "it looks like a variable of the plan" }
      let isField =
        text.first != " " && text.last != " " && !text.isEmpty
        && text.unicodeScalars.allSatisfy { (" "..."~").contains($0) }
      return isField ? nil : "a field cannot have it (RFC 9110, 5.5)"
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
