import AccordRuntime
import Foundation
import Store

// Creates items with 16 concurrent writers and prints the id of each once it is acknowledged,
// until somebody kills it; by itself it ends after a minute. The crash test's victim.
let user = Table(
  "user", key: "user_id",
  attributes: [.init("Email", .string), .init("fname", .string), .init("visits", .integer)])
let store = try SQLiteStore(path: CommandLine.arguments[1], tables: [user])
let end = Date().addingTimeInterval(60)

await withTaskGroup(of: Void.self) { group in
  for writer in 0..<16 {
    group.addTask {
      var index = 0
      while Date() < end {
        let id = "w\(writer)-\(index)"
        do {
          try await store.create(["Email": .string("\(id)@example.org")], key: id, in: user)
        } catch {
          FileHandle.standardError.write(Data("\(error)\n".utf8))
          return
        }
        FileHandle.standardOutput.write(Data("\(id)\n".utf8))
        index += 1
      }
    }
  }
}
