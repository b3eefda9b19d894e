import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Unions") struct UnionTests {
  private let user = UnionAlternative(
    name: Identifier("user"), shape: declared("User"),
    documentation: Documentation(description: "A person."))
  private let song = UnionAlternative(
    name: Identifier("default"), shape: declared("Song"), isDeprecated: true)

  @Test("a union is an enumeration, its alternative chosen by the text of a member")
  func tag() {
    let choice = UnionChoice.tag(
      member: "k\"",
      values: [
        TagValue(text: "user", alternative: 0), TagValue(text: "\\(x)", alternative: 1),
        TagValue(text: "song", alternative: 1),
      ])
    check(
      type("Item", doc: "One.", .union(Union(alternatives: [user, song], choice: choice))),
      contains: #"""
        /// One.
        public enum Item: Sendable {
          /// A person.
          case user(User)
          /// Deprecated.
          case `default`(Song)
        }

        extension Item: JSONCodable {
          public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Item? {
            switch try json.peekText(of: "k\"") {
            case "user"?: return try User.decode(from: &json).map { .user($0) }
            case "\\(x)"?, "song"?: return try Song.decode(from: &json).map { .default($0) }
            default:
              try json.refuseTag("k\"", ["user", "\\(x)", "song"])
              return nil
            }
          }

          public func encode(to json: inout JSONWriter) {
            switch self {
            case .user(let value): value.encode(to: &json)
            case .default(let value): value.encode(to: &json)
            }
          }
        }
        """#)
  }

  @Test("where no text tells, the members do")
  func members() {
    let signs = MemberSigns(
      signs: [
        MemberSign(member: "id", possible: [0]), MemberSign(member: "name", possible: [0]),
        MemberSign(
          member: "kind", possible: [], texts: [.init(text: "song", possible: [1])]),
      ], yields: [[1], []], expected: ["id", "kind"])
    check(
      type("Item", .union(Union(alternatives: [user, song], choice: .members(signs)))),
      contains: """
            let alternative = try json.alternative(of: 2, yielding: [0b10, 0b00]) {
              json, key throws(MalformedJSON) in
              // The alternatives that the member leaves possible, the lowest bit being the first.
              switch key {
              case "id", "name": return 0b01
              case "kind":
                switch try json.peekText() {
                case "song"?: return 0b10
                default: return 0b00
                }
              default: return 0
              }
            }
            switch alternative {
            case 0: return try User.decode(from: &json).map { .user($0) }
            case 1: return try Song.decode(from: &json).map { .default($0) }
            default:
              try json.refuseMembers(lacking: ["id", "kind"])
              return nil
            }
        """)
  }

  private func check(
    _ type: TypeDeclaration, contains part: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let spelling = Spelling(contract([type]))
    let model = ModelEmitter(spelling: spelling).declaration(type)
    let code = [model, JSONCodecEmitter(spelling: spelling).codec(type)].paragraphs.text
    #expect(code.contains(part), "\(code)", sourceLocation: sourceLocation)
  }
}
