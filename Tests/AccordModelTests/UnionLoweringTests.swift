import Testing

@testable import AccordModel

@Suite("Lowering of unions") struct UnionLoweringTests {
  @Test("closed objects are told apart by their members, and cases lose the union's own name")
  func members() throws {
    let outline = try Outline.types(
      """
      NewUser:
        oneOf: [$ref: '#/components/schemas/NewUserAsListed', $ref: '#/components/schemas/Stored']
      NewUserAsListed:
        type: object
        additionalProperties: false
        required: [Email]
        properties: {Email: {type: string}, Fname: {type: string}, age: {type: integer}}
      Stored:
        type: object
        additionalProperties: false
        required: [email]
        properties: {email: {type: string}, age: {type: integer}}
      """)
    #expect(
      outline.hasPrefix(
        """
        union NewUser asListed: NewUserAsListed, stored: Stored
          by members Email={0}, Fname={0}, email={1}; yields {1} {0}; expected Email, email
        """), "\(outline)")
  }

  @Test("objects with a constant are told apart by its text alone")
  func tag() throws {
    let outline = try Outline.types(
      """
      Write:
        oneOf:
          - {title: User, type: object, required: [kind], properties: {kind: {const: user}}}
          - {type: object, required: [kind], properties: {kind: {enum: [song, music]}}}
      """)
    #expect(
      outline == """
        union Write user: Write.User, alternative2: Write.Alternative2
          by text of kind: user=0 song=1 music=1
          struct Write.User
            kind: Write.User.Kind
            enum Write.User.Kind user=user
          struct Write.Alternative2
            kind: Write.Alternative2.Kind
            enum Write.Alternative2.Kind song=song music=music
        """)
  }

  @Test("an object that lacks a member yields to one that does not ask for it")
  func absence() throws {
    let outline = try Outline.types(
      """
      Any:
        oneOf:
          - {title: Both, type: object, additionalProperties: false, required: [a, b], properties: &p {a: {type: string}, b: {type: string}}}
          - {title: One, type: object, additionalProperties: false, required: [a], properties: {a: {type: string}}}
      """)
    #expect(
      outline.contains("by members b={0}; yields {1} {}; expected b, a"), "\(outline)")
  }

  @Test("a text that no alternative takes leaves those that take some text")
  func unknownText() throws {
    let outline = try Outline.types(
      """
      Any:
        oneOf:
          - {title: A, type: object, required: [t], properties: {t: {const: a}}}
          - {title: B, type: object, required: [t], properties: {t: {const: b}}}
          - {title: C, type: object, additionalProperties: false, properties: {p: {type: string}}}
      """)
    #expect(outline.contains("by members t={0,1} a={0} b={1}; "), "\(outline)")
  }

  @Test("of the members that an alternative requires, the one is named that no other does")
  func uniqueMember() throws {
    let outline = try Outline.types(
      """
      Any:
        oneOf:
          - {title: A, type: object, additionalProperties: false, properties: {a: {type: string}}}
          - {title: B, type: object, additionalProperties: false, required: [c, b], properties: {b: {type: string}, c: {type: string}}}
          - {title: D, type: object, additionalProperties: false, required: [c, d], properties: {c: {type: string}, d: {type: string}}}
      """)
    #expect(outline.contains("; expected a, b, d"), "\(outline)")
  }

  @Test("a union that holds itself is stored behind a reference by the property it stands in")
  func recursion() throws {
    let outline = try Outline.types(
      """
      Node:
        oneOf: [$ref: '#/components/schemas/Leaf', $ref: '#/components/schemas/Branch']
      Leaf: {type: object, required: [kind], properties: {kind: {const: leaf}}}
      Branch:
        type: object
        required: [kind]
        properties: {kind: {const: branch}, left: {$ref: '#/components/schemas/Node'}}
      """)
    #expect(outline.contains("left: Node? indirect"), "\(outline)")
  }
}
