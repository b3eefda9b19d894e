import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Qualification") struct QualificationTests {
  @Test("Swift's and the runtime's types are written plainly while nothing hides them")
  func plain() {
    let text = emitted([structure("User", [property("a", "a", .string(StringRules()))])])
    #expect(text.contains("public var a: String?"))
    #expect(!text.contains("Swift.String"))
  }

  @Test("a type that hides one of Swift's keeps its name, and Swift's is qualified")
  func hidden() {
    let text = emitted([
      structure("String", [property("a", "String", .string(StringRules()), doc: "A String.")])
    ])
    #expect(text.contains("public struct String: Sendable"))
    #expect(text.contains("public var a: Swift.String?"))
    #expect(text.contains("/// A String."))
    #expect(text.contains("case \"String\":"))
  }

  @Test("a type that an operation's Input hides has a second name")
  func inputModel() {
    let contract = Contract(
      name: Identifier("X"), source: "x.yaml", title: "X", version: "1",
      types: [structure("Input", [])],
      operations: [
        Operation(
          operationID: "a", name: Identifier("a"), typeName: Identifier("A"), method: .get,
          path: path("/a"), responses: [response(200, "ok", "", content(declared("Input")))],
          place: somewhere)
      ])
    let files = SwiftEmitter(layout: .readable).files(for: contract)
    let text = files.map(\.text).joined()
    #expect(text.contains("public typealias InputModel = Input"))
    #expect(text.contains("case ok(InputModel)"))
  }

  /// What emitters write in capitals must be known to be the contract's, Swift's or the runtime's.
  @Test("every type that emitted code names can be qualified")
  func vocabulary() {
    let own: Set<String> = [
      "User", "NewUser", "UserList", "Role", "Problem", "EntityID", "Patterns", "Principal",
      "Service", "Input", "Output", "Response", "CreateUser", "GetUser", "ListUsers", "DeleteUser",
      "GetIndex", "UserService", "UserServer", "UserClient", "UserOperation", "UserCredential",
      "AccordRuntime", "AccordXML",
    ]
    var unknown: Set<Substring> = []
    for file in SwiftEmitter(layout: .readable).files(for: userContract) {
      var words = SourceWords(file.text)
      while let piece = words.next() {
        guard case .word(let word, isOwn: true) = piece, word.first?.isUppercase == true else {
          continue
        }
        if !own.contains(String(word)) && !Qualification.isKnown(String(word)) {
          unknown.insert(word)
        }
      }
    }
    #expect(unknown == [])
  }

  private func emitted(_ types: [TypeDeclaration]) -> String {
    let contract = Contract(
      name: Identifier("X"), source: "x.yaml", title: "X", version: "1", types: types)
    return SwiftEmitter(layout: .readable).files(for: contract).map(\.text).joined()
  }
}
