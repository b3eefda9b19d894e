import AccordRuntime

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Reads free-form JSON.
func value(_ text: String, depthMax: Int = 64) -> JSONDecoding<JSONValue> {
  JSONReader.decode(
    JSONValue.self, from: bytes(text), limits: JSONLimits(depthMax: depthMax))
}

extension JSONDecoding {
  var accepted: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  var malformed: MalformedJSON? {
    if case .malformed(let error) = self { error } else { nil }
  }

  /// As "pointer keyword: message".
  var violations: [String] {
    guard case .invalid(let violations) = self else { return [] }
    return violations.map { "\($0.pointer) \($0.keyword): \($0.message)" }
  }
}

/// Passes over a value as generated code does with a member the contract does not name.
struct Skipped: JSONDecodable {
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Skipped? {
    guard try json.beginObject() else { return nil }
    while try json.nextKey() != nil { try json.skipMember() }
    return Skipped()
  }
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
