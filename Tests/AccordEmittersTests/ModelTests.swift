import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Models") struct ModelTests {
  @Test("a struct has a property and a parameter for each member, optional ones nil by default")
  func structures() {
    expect(
      structure(
        "User", doc: "A user.",
        [
          property("id", "ID", .integer(IntegerRules()), required: true, doc: "Unique."),
          property("name", "name", .string(StringRules())),
        ]),
      """
      /// A user.
      public struct User: Sendable {
        /// Unique.
        public var id: Int
        public var name: String?

        public init(id: Int, name: String? = nil) {
          self.id = id
          self.name = name
        }
      }
      """)
  }

  @Test("null, absent and present are three states where the contract makes them three")
  func nullability() {
    let text = Shape.nullable(.string(StringRules()))
    expect(
      structure("A", [property("a", "a", text), property("b", "b", text, required: true)]),
      """
      public struct A: Sendable {
        public var a: Nullable<String>?
        public var b: String?

        public init(a: Nullable<String>? = nil, b: String?) {
          self.a = a
          self.b = b
        }
      }
      """)
  }

  @Test("a default stands in for nil, and takes the place of the optional")
  func defaults() {
    let role = type(
      "Role",
      .stringEnumeration([EnumerationCase(name: Identifier("owner"), rawValue: "OWNER")]))
    expect(
      structure("A", [property("a", "a", declared("Role"), default: .string("OWNER"))]),
      beside: [role],
      """
      public struct A: Sendable {
        public var a: Role

        public init(a: Role = .owner) {
          self.a = a
        }
      }
      """)
  }

  @Test("members without a name are kept in a dictionary, and a recursive one behind a reference")
  func additional() {
    expect(
      structure(
        "A", [property("next", "next", declared("A"), indirect: true)],
        additional: .kept(Identifier("rest"), .any)),
      """
      public struct A: Sendable {
        @Indirect public var next: A?
        /// The members that the contract does not name.
        public var rest: [String: JSONValue]

        public init(next: A? = nil, rest: [String: JSONValue] = [:]) {
          self.next = next
          self.rest = rest
        }
      }
      """)
  }

  @Test("an enumeration's raw value is written where it differs from the case")
  func enumerations() {
    expect(
      type(
        "Role",
        .stringEnumeration([
          EnumerationCase(name: Identifier("reader"), rawValue: "reader"),
          EnumerationCase(name: Identifier("default"), rawValue: "de\"fault"),
        ])),
      #"""
      public enum Role: String, StringEnumeration {
        case reader
        case `default` = "de\"fault"
      }
      """#)
    expect(
      type(
        "Level",
        .integerEnumeration([EnumerationCase(name: Identifier("low"), rawValue: -1)])),
      """
      public enum Level: Int, IntegerEnumeration {
        case low = -1
      }
      """)
  }

  @Test("an alias is a typealias, and a wrapper a struct around one value")
  func aliases() {
    let list = Shape.array(declared("Tree"), ArrayRules(), XMLArray(itemName: "item"))
    expect(type("Names", .alias(list)), "public typealias Names = [Tree]")
    expect(
      type("Tree", .wrapper(list)),
      """
      public struct Tree: Sendable {
        public var value: [Tree]

        public init(_ value: [Tree]) {
          self.value = value
        }
      }
      """)
  }

  @Test("a type inside another is declared in an extension of it")
  func nested() {
    var address = structure("Address", [])
    address.name = TypeName(Identifier("User"), Identifier("Address"))
    expect(
      address,
      """
      extension User {
        public struct Address: Sendable {
          public init() {}
        }
      }
      """)
  }

  private func expect(
    _ declaration: TypeDeclaration, beside others: [TypeDeclaration] = [], _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let spelling = Spelling(contract([declaration] + others))
    let code = ModelEmitter(spelling: spelling).declaration(declaration)
    #expect(code.text == expected, sourceLocation: sourceLocation)
  }
}

func contract(_ types: [TypeDeclaration], _ operations: [Operation] = []) -> Contract {
  Contract(
    name: Identifier("Test"), source: "spec/test.yaml", title: "Test", version: "1", types: types,
    operations: operations)
}
