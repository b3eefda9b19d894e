import AccordRuntime
import Foundation
import Testing

@Suite struct FuzzTests {
  static let seeds = [
    #"{"user_id":"4b1c","Email":"a@b.org","n":[1,-2.5e3,0.1,true,false,null],"o":{"é":"😀\n\u0041"}}"#,
    #"[[],{},"",0,-0,1e5,"\ud83d\ude00","日本語",{"a":{"b":[{"c":null}]}}]"#,
    #""a\\b\/c\"d""#, "[1,2,3]", " { } ", "-12.5E-3", "true",
  ]

  /// Where the two may differ, and why: the oracle repairs or admits what RFC 8259 leaves open.
  private func isExcluded(_ text: [UInt8], ours: JSONDecoding<JSONValue>) -> Bool {
    // Duplicate names are a violation here; a byte order mark and other encodings are detected there.
    if case .invalid = ours { return true }
    if text.contains(0) || text.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    // A comma before a closing bracket or brace is admitted there.
    if let error = ours.malformed, error.offset < text.count {
      let byte = text[error.offset]
      if error.reason == .unexpectedByte, byte == UInt8(ascii: "]") { return true }
      if error.reason == .expectedKey, byte == UInt8(ascii: "}") { return true }
    }
    // Numbers beyond doubles are kept as text here.
    if let value = ours.accepted { return holdsHugeNumber(value) }
    return false
  }

  private func holdsHugeNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let number): number.double == nil || number.text.utf8.count > 15
    case .array(let elements): elements.contains(where: holdsHugeNumber)
    case .object(let object): object.members.contains { holdsHugeNumber($0.value) }
    default: false
    }
  }

  private func mutated(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = text
    let alphabet =
      bytes("{}[]\",:\\/u0123456789abcdefDdnrt-+.eE \n\t") + [0x80, 0xC3, 0xE2, 0xF0, 0xFF, 0x1F]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<max(text.count, 1), using: &random)
      let byte = alphabet.randomElement(using: &random) ?? 0x20
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place < text.count: text[place] = byte
      case 1 where place < text.count: text.remove(at: place)
      case 2: text.insert(byte, at: min(place, text.count))
      default:
        let other = Int.random(in: 0...text.count, using: &random)
        text.insert(
          contentsOf: text[min(place, other)..<max(min(place, text.count), other)], at: other)
      }
    }
    return text
  }

  @Test("accepts and refuses mutated texts as Foundation's parser does")
  func agreesWithFoundation() {
    var random = SeededGenerator(state: 8259)
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(2)
    var compared = 0
    var accepted = 0
    while clock.now < deadline, compared < 100_000 {
      for seed in Self.seeds {
        let text = mutated(bytes(seed), &random)
        let ours = JSONReader.decode(JSONValue.self, from: text)
        // The writer's text of what was read must read as the same value.
        if let value = ours.accepted {
          #expect(
            JSONReader.decode(JSONValue.self, from: JSONWriter.encode(value)).accepted == value)
        }
        // Passing over must agree with reading, about duplicates too.
        let wrapped = bytes("{\"x\":") + text + bytes("}")
        let skipped = JSONReader.decode(Skipped.self, from: wrapped)
        if ours.malformed == nil {
          #expect((skipped.accepted != nil) == (ours.accepted != nil))
        }
        guard !isExcluded(text, ours: ours) else { continue }
        let theirs = try? JSONSerialization.jsonObject(
          with: Data(text), options: .fragmentsAllowed)
        compared += 1
        accepted += theirs == nil ? 0 : 1
        #expect(
          (ours.accepted != nil) == (theirs != nil),
          "\(String(decoding: text, as: UTF8.self)) \(text)")
      }
    }
    #expect(compared > 1000)
    #expect(accepted > 100)
  }

  @Test("random bytes never do more than be refused")
  func survivesNoise() {
    var random = SeededGenerator(state: 1)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<40, using: &random)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = JSONReader.decode(JSONValue.self, from: noise)
      _ = JSONReader.decode(Profile.self, from: bytes("{\"Email\":") + noise)
    }
  }
}
