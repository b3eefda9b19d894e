import AccordModel
import Testing

@Suite("Names chosen by hand") struct ChosenNameTests {
  @Test("properties that differ by case keep their spelling, unless a name is chosen for one")
  func properties() throws {
    #expect(
      try Outline.types(
        """
        User: {type: object, properties: {Email: {type: string}, email: {type: string}}}
        """) == """
          struct User
            Email: string?
            email: string?
          """)
    #expect(
      try Outline.types(
        """
        User:
          type: object
          properties:
            Email: {type: string}
            email: {type: string, x-accord-name: lowercaseEmail}
        """) == """
          struct User
            email: string?
            lowercaseEmail: string?
          """)
  }

  @Test("beside a reference the property is named; at its target the type is")
  func references() throws {
    let outline = try Outline.types(
      """
      User:
        type: object
        properties:
          a: {$ref: '#/components/schemas/mail_address', x-accord-name: primary}
          b: {$ref: '#/components/schemas/mail_address'}
      mail_address: {type: object, x-accord-name: Mail, properties: {text: {type: string}}}
      copy: {$ref: '#/components/schemas/mail_address', x-accord-name: Letter}
      """)
    #expect(
      outline == """
        struct User
          primary: Mail?
          b: Mail?
        struct Mail
          text: string?
        alias Letter = Mail
        """)
  }

  @Test("a type inside a property is called after the property's chosen name")
  func nestedTypes() throws {
    let outline = try Outline.types(
      """
      User:
        type: object
        properties:
          Role: {type: string, enum: [a]}
          role: {type: string, enum: [b], x-accord-name: oldRole}
      """)
    #expect(
      outline == """
        struct User
          role: User.Role?
          oldRole: User.OldRole?
          enum User.Role a=a
          enum User.OldRole b=b
        """)
  }

  @Test("operations and parameters take the names chosen, and others make way")
  func operations() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a:
          get:
            operationId: getUser
            parameters:
              - {name: q, in: query, schema: {type: string}, x-accord-name: filter}
              - {name: filter, in: query, schema: {type: string}}
            responses: &gone {'204': {description: Gone}}
          put: {operationId: put, x-accord-name: getUser, responses: *gone}
          post: {operationId: post, x-accord-name: create, responses: *gone}
      """)
    let operations = contract.operations
    #expect(operations.map(\.name.text) == ["_getUser", "getUser", "create"])
    #expect(operations[2].typeName.text == "Create")
    #expect(Set(operations.map(\.typeName.text)).count == 3)
    #expect(operations[0].parameters.map(\.name.text) == ["filter", "_filter"])
  }

  @Test("a namespace is called unlike functions and parameters")
  func namespaces() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a:
          get: {operationId: postIt, x-accord-name: PostIt, responses: &gone {'204': {description: Gone}}}
          put: {operationId: Ping, responses: *gone}
          post: {operationId: ping, responses: *gone}
          delete:
            operationId: search
            parameters:
              - {name: q, in: query, schema: {type: string, enum: [a]}, x-accord-name: Search}
            responses: *gone
          patch: {operationId: allCases, responses: *gone}
      """)
    let operations = contract.operations
    #expect(operations.map(\.name.text) == ["PostIt", "Ping", "ping", "search", "_allCases"])
    #expect(
      operations.map(\.typeName.text)
        == ["PostItOperation", "PingOperation", "pingOperation", "SearchOperation", "AllCases"])
  }

  @Test("types inside that the same words call are told apart by where they stand")
  func sameWords() throws {
    let outline = try Outline.types(
      """
      Order:
        type: object
        properties:
          lines: {type: array, items: {type: string, enum: [a]}}
          lines item: {type: string, enum: [b]}
      """)
    let names = outline.split(separator: "\n").filter { $0.contains("enum") }
      .map { $0.split(separator: " ")[1] }
    #expect(Set(names).count == 2)
  }
}
