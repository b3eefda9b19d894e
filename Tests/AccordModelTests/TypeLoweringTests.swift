import Testing

@testable import AccordModel

@Suite("Lowering of types") struct TypeLoweringTests {
  @Test("an object becomes a structure; what is optional, nullable or defaulted says so")
  func structure() throws {
    let outline = try Outline.types(
      """
      User:
        type: object
        additionalProperties: false
        required: [user_id, nickname]
        properties:
          user_id: {type: string}
          nickname: {type: [string, 'null']}
          age: {type: integer, minimum: 0, exclusiveMaximum: 150}
          limit: {type: integer, default: 20}
      """)
    #expect(
      outline == """
        struct User closed
          userID: string
          nickname: string|null
          age: integer(0…<150)?
          limit: integer? = number("20")
        """)
  }

  @Test("what is declared inline stands inside its structure")
  func nested() throws {
    let outline = try Outline.types(
      """
      Order:
        type: object
        properties:
          status: {type: string, enum: [open, in-transit]}
          lines:
            type: array
            items: {type: object, properties: {sku: {type: string}}}
          notes: {type: object, additionalProperties: {type: string}}
      """)
    #expect(
      outline == """
        struct Order
          status: Order.Status?
          lines: [Order.LinesItem]?
          notes: {string}?
          enum Order.Status open=open inTransit=in-transit
          struct Order.LinesItem
            sku: string?
        """)
  }

  @Test("a nested type that a component's name would hide takes its parent's name before its own")
  func nestedCollision() throws {
    let outline = try Outline.types(
      """
      Status: {type: string, enum: [a]}
      Order: {type: object, properties: {status: {type: string, enum: [b]}}}
      """)
    #expect(
      outline == """
        enum Status a=a
        struct Order
          status: Order.OrderStatus?
          enum Order.OrderStatus b=b
        """)
  }

  @Test("recursion through properties is indirect, through arrays it is not")
  func recursion() throws {
    let outline = try Outline.types(
      """
      Node:
        type: object
        properties:
          next: {$ref: '#/components/schemas/Node'}
          other: {$ref: '#/components/schemas/Pair'}
          children: {type: array, items: {$ref: '#/components/schemas/Node'}}
      Pair: {type: object, properties: {left: {$ref: '#/components/schemas/Node'}}}
      """)
    #expect(
      outline == """
        struct Node
          next: Node? indirect
          other: Pair? indirect
          children: [Node]?
        struct Pair
          left: Node? indirect
        """)
  }

  @Test("an array or dictionary that contains itself becomes a wrapper, any other an alias")
  func wrappers() throws {
    let outline = try Outline.types(
      """
      Tree: {type: array, items: {$ref: '#/components/schemas/Branches'}}
      Branches: {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
      Tags: {type: array, items: {type: string}}
      Anything: {}
      """)
    #expect(
      outline == """
        wrapper Tree of [Branches]
        wrapper Branches of {Tree}
        alias Tags = [string]
        alias Anything = any
        """)
  }

  @Test("additional members are dropped, refused or kept as the schema says")
  func additionalMembers() throws {
    let outline = try Outline.types(
      """
      Open: {type: object, properties: {a: {type: string}}}
      Kept: {type: object, properties: {a: {type: string}}, additionalProperties: true}
      Typed:
        type: object
        properties: {additionalProperties: {type: string}}
        additionalProperties: {type: integer}
      Empty: {type: object, additionalProperties: false}
      """)
    #expect(
      outline == """
        struct Open
          a: string?
        struct Kept + additionalProperties: any
          a: string?
        struct Typed + otherAdditionalProperties: integer
          additionalProperties: string?
        struct Empty closed
        """)
  }

  @Test("a schema that only refers to another is an alias of it")
  func alias() throws {
    let outline = try Outline.types(
      """
      Person: {type: object, properties: {name: {$ref: '#/components/schemas/Name'}}}
      User: {$ref: '#/components/schemas/Person'}
      Name: {type: string}
      """)
    #expect(
      outline == """
        struct Person
          name: string?
        alias User = Person
        alias Name = string
        """)
  }

  @Test("a constant is an enumeration of one case; integers are named by their value")
  func constants() throws {
    let outline = try Outline.types(
      """
      Kind: {type: string, const: user}
      Level: {type: integer, enum: [1, 2, -1]}
      """)
    #expect(
      outline == """
        enum Kind user=user
        enum Level value1=1 value2=2 valueMinus1=-1
        """)
  }

  @Test("null is valid only where the list of values has it")
  func nullableEnumeration() throws {
    let outline = try Outline.types(
      """
      Pet: {type: object, properties: {kind: {type: [string, 'null'], enum: [cat, dog]}}}
      """)
    #expect(
      outline == """
        struct Pet
          kind: Pet.Kind?
          enum Pet.Kind cat=cat dog=dog
        """)
  }

  @Test("an enumeration with null is nullable, whether or not the types are listed")
  func enumerationWithNull() throws {
    let outline = try Outline.types(
      """
      Pet:
        type: object
        properties:
          kind: {type: [string, 'null'], enum: [cat, null], default: null}
          level: {enum: [null, 1, 2.0], default: 2.0}
      """)
    #expect(
      outline == """
        struct Pet
          kind: Pet.Kind|null? = null
          level: Pet.Level|null? = number("2")
          enum Pet.Kind cat=cat
          enum Pet.Level value1=1 value2=2
        """)
  }

  @Test("integers are bounded exactly, and their defaults are integers however they are written")
  func integers() throws {
    let outline = try Outline.types(
      """
      A:
        type: object
        properties:
          a: {type: integer, minimum: 9007199254740992.5, maximum: 1e20}
          b: {type: integer, minimum: -1.5, exclusiveMaximum: -0.5, default: -10e-1}
          c: {type: integer, minimum: 4, exclusiveMinimum: 3, exclusiveMaximum: 1e30}
          d: {type: integer, minimum: 3, exclusiveMinimum: 3}
      """)
    #expect(
      outline == """
        struct A
          a: integer(9007199254740993…9223372036854775807)?
          b: integer(-1…<0)? = number("-1")
          c: integer(4…9223372036854775807)?
          d: integer(>3…)?
        """)
  }

  @Test("what a reference leads to outside the components is a type too, and not just any value")
  func elsewhere() throws {
    let outline = try Outline.types(
      """
      User:
        type: object
        properties:
          home: {$ref: '#/components/schemas/User/$defs/Address'}
          name: {type: object, properties: {first: {type: string}}}
          alias: {$ref: '#/components/schemas/User/properties/name'}
          kind: {$ref: '#/components/schemas/User/$defs/Kind'}
        $defs:
          Address: {type: object, properties: {lines: {type: array, items: {enum: [a]}}}}
          Kind: {enum: [a, b]}
      """)
    #expect(
      outline == """
        struct User
          home: Address?
          name: User.Name?
          alias: User.Name?
          kind: Kind?
          struct User.Name
            first: string?
        struct Address
          lines: [Address.LinesItem]?
          enum Address.LinesItem a=a
        enum Kind a=a b=b
        """)
  }

  @Test("an inline model that two media types or two responses carry is declared once")
  func sharedInlineModel() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a:
          put:
            operationId: put
            requestBody:
              content:
                application/json: {schema: {type: object, properties: {a: {type: string}}}}
                application/xml: {schema: {type: object, properties: {a: {type: string}}}}
            responses:
              '400': {$ref: '#/components/responses/P'}
              '404': {$ref: '#/components/responses/P'}
      components:
        responses:
          P:
            description: A problem.
            content:
              application/json: {schema: {type: object, properties: {b: {type: string}}}}
      """)
    let types = contract.operations[0].types.map { Outline.text($0.name) }
    #expect(types == ["Put.Body", "Put.BadRequestBody"])
  }
}
