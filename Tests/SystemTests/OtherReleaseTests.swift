import Foundation
import GRDB
import Testing

@Suite("A store's file from another release")
struct OtherReleaseTests {
  @Test("with a column that is not declared is served, and one warning names the column")
  func newer() async throws {
    try await withFile(after: "ALTER TABLE \"User\" ADD COLUMN nickname TEXT") { services, id in
      let session = Session(services, token: try await Session(services).logIn(id))
      #expect(try await session.get(id).status == 200)
      let warnings = services.log.split(separator: "\n").filter { $0.contains(" warning ") }
      #expect(warnings.count == 1, "\(services.log)")
      #expect(warnings.first?.contains("User.nickname") == true, "\(services.log)")
    }
  }

  @Test("with a row that lacks a required attribute: a 500 for it, and the log says what lacks")
  func older() async throws {
    try await withFile(after: "UPDATE \"User\" SET lname = NULL") { services, id in
      let session = Session(services, token: try await Session(services).logIn(id))
      let answer = try await session.get(id)
      try expectProblem(answer, 500)
      #expect(!answer.text.contains("lname"))
      #expect(
        services.log.contains("object '\(id)' of the table 'User' has no 'lname'"),
        "\(services.log)")
    }
  }

  /// Serves the file of a stopped system after a statement was run on it; `body` gets the
  /// identifier of a user who is in it.
  private func withFile(
    after statement: String, _ body: (ServicesProcess, String) async throws -> Void
  ) async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "store.sqlite").path
      let words = ["all", "--store", "sqlite:\(file)"]
      let first = try await ServicesProcess(words, in: folder)
      let id = try await Session(first).create("Sherlock", "Holmes")
      try await first.stop()
      let database = try DatabaseQueue(path: file)
      try await database.write { try $0.execute(sql: statement) }
      try database.close()

      let second = try await ServicesProcess(words, in: folder)
      do { try await body(second, id) } catch {
        second.kill()
        throw error
      }
      try await second.stop()
    }
  }
}
