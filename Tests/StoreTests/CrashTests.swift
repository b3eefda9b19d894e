import Foundation
import Store
import Testing

@Suite("A crash of the SQLite store's process")
struct CrashTests {
  @Test("after kill -9 in the middle of creates every acknowledged one is there", arguments: 1...3)
  func kill(_ round: Int) async throws {
    try await withFolder { folder in
      let path = folder.appending(path: "store.sqlite").path
      let acknowledged = try runUntilKilled(path, afterLines: 300 * round)
      #expect(acknowledged.count >= 300 * round)

      let store = try SQLiteStore(path: path, tables: [Tables.user])
      for id in acknowledged {
        let item = try await store.read(id, from: Tables.user)
        #expect(item?.string("Email") == "\(id)@example.org")
      }
      try await store.check()
      await store.close()
    }
  }

  /// The complete lines that the child had printed when it was killed.
  private func runUntilKilled(_ path: String, afterLines count: Int) throws -> [String] {
    let child = Process()
    // Built beside the test binary, because the test target depends on it.
    child.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "StoreCrasher")
    child.arguments = [path]
    let output = Pipe()
    child.standardOutput = output
    try child.run()
    var text = Data()
    var lines = 0
    while lines < count {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      lines += data.count { $0 == 0x0A }
      text += data
    }
    #expect(Foundation.kill(child.processIdentifier, SIGKILL) == 0)
    text += try output.fileHandleForReading.readToEnd() ?? Data()
    child.waitUntilExit()
    #expect(child.terminationReason == .uncaughtSignal)
    let complete = text.lastIndex(of: 0x0A).map { text[..<$0] } ?? Data()
    return complete.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
