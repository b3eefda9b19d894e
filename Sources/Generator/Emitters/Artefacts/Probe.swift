import AccordModel

/// A value that is valid in everything but one thing that is one step outside a constraint, or that
/// is as near to a constraint's edge as a valid value comes.
struct Probe {
  /// Where in the value a fault is reported, as the tokens of a JSON pointer (RFC 6901), unescaped;
  /// empty for the value itself. Of an accepted value: what is on the edge.
  var pointer: [String]
  /// The keyword of JSON Schema: `required`, `maxLength`…; `format` also for an integer's width.
  var rule: String
  var place: Place
  /// For people, to be read between the name of what is at the pointer and "is accepted" or "is
  /// refused": "one character longer than 254".
  var words: String
  /// Tells it from other probes of the rule at the pointer, and stays when they change.
  var id: String
  /// The whole value.
  var value: Value
  var isAccepted: Bool
}

extension Probe {
  static func accepted(
    _ rule: String, _ id: String, _ words: String, _ value: Value, at place: Place,
    pointer: [String] = []
  ) -> Probe {
    Probe(
      pointer: pointer, rule: rule, place: place, words: words, id: id, value: value,
      isAccepted: true)
  }

  static func refused(
    _ rule: String, _ id: String, _ words: String, _ value: Value, at place: Place,
    pointer: [String] = []
  ) -> Probe {
    Probe(
      pointer: pointer, rule: rule, place: place, words: words, id: id, value: value,
      isAccepted: false)
  }

  /// The probe of what surrounds its value, in which the value has this token.
  func lifted(under token: String, _ surround: (Value) -> Value) -> Probe {
    var probe = self
    probe.pointer.insert(token, at: 0)
    probe.value = surround(value)
    return probe
  }
}

/// "1 character", "3 characters".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
