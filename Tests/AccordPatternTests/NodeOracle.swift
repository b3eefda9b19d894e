import Foundation

/// Node's RegExp as a judge of what ECMA-262 patterns match.
enum NodeOracle {
  struct Question: Encodable {
    let pattern: String
    let texts: [String]
  }

  struct Answer: Decodable {
    /// Nil where node refuses the pattern.
    let matches: [Bool]?
  }

  /// The answers to all questions, or nil where node is not on this machine.
  /// A judge that hangs is ended after two minutes, and counts as absent.
  static func answers(to questions: [Question]) async throws -> [Answer]? {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let asked = directory.appendingPathComponent("questions.json")
    let answered = directory.appendingPathComponent("answers.json")
    try JSONEncoder().encode(questions).write(to: asked)
    let node = Process()
    node.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    node.arguments = ["timeout", "120", "node", "-e", script, asked.path, answered.path]
    node.standardError = FileHandle.nullDevice
    guard try await exitStatus(of: node) == 0 else { return nil }
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: answered))
  }

  /// Without `waitUntilExit`, which may wait for ever on a thread without a run loop.
  private static func exitStatus(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  private static let script = """
    const fs = require('fs')
    const [asked, answered] = process.argv.slice(1)
    const answers = JSON.parse(fs.readFileSync(asked, 'utf8')).map(({ pattern, texts }) => {
      try {
        new RegExp(pattern, 'u')
        // V8's own search for a beginning looks between the halves of a surrogate pair as well,
        // against ECMA-262 22.2.7.2; this walks by code points.
        const expression = new RegExp(`^[^]*?(?:${pattern})`, 'u')
        return { matches: texts.map((text) => expression.test(text)) }
      } catch { return {} }
    })
    fs.writeFileSync(answered, JSON.stringify(answers))
    """
}

/// A generator whose numbers are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
