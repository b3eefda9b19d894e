import AccordDocument
import AccordYAML
import Testing

@Suite("loading and resolving")
struct LoadingTests {
  static let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

  static let common = """
    components:
      schemas:
        Problem:
          type: object
          properties:
            title: {type: string}
            inner: {$ref: 'more/deep.yaml#/Deep'}
        Unused: {type: object, properties: {a: {$ref: '#/components/schemas/Unused2'}}}
        Unused2: {type: string}
      parameters:
        page~of/all:
          name: page
          in: query
          schema: {type: integer}
      responses:
        Missing:
          description: Missing.
          content:
            application/problem+json:
              schema: {$ref: '#/components/schemas/Problem'}
    """

  static let files: KeyValuePairs = [
    "spec/user.yaml": head + """
      security: [{login: []}]
      servers: [{url: /v1}]
      paths:
        /users/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
            - {$ref: 'common.yaml#/components/parameters/page~0of~1all'}
          get:
            operationId: getUser
            parameters:
              - {name: page, in: query, schema: {type: string}}
            responses:
              404: {$ref: './common.yaml#/components/responses/Missing'}
          delete:
            operationId: deleteUser
            security: []
            responses:
              204: {description: Gone.}
        /people: {$ref: '../spec/people.json'}
      components:
        schemas:
          User:
            type: object
            properties:
              name: {$ref: '#/components/schemas/Name'}
              token: {$ref: '#/components/schemas/User/properties/name'}
          Name: {$ref: '#/components/schemas/Text'}
          Text: {type: string}
        securitySchemes:
          login: {type: http, scheme: bearer}
      """,
    "spec/common.yaml": common,
    "spec/more/deep.yaml":
      "Deep: {type: array, items: {$ref: '../common.yaml#/components/schemas/Problem'}}",
    "spec/people.json": """
    {"get": {"operationId": "getPeople", "responses": {"200": {"description": "People."}}}}
    """,
  ]

  @Test("files are reached relative to the file a reference stands in, each once")
  func files() throws {
    let validated = try Fixtures.validated(Self.files)
    #expect(
      validated.files.map(\.path)
        == ["spec/user.yaml", "spec/common.yaml", "spec/people.json", "spec/more/deep.yaml"])
  }

  @Test("operations come in document order, with what they inherit")
  func operations() throws {
    let operations = try Fixtures.validated(Self.files).operations
    #expect(operations.map(\.id) == ["getUser", "deleteUser", "getPeople"])
    #expect(operations.map(\.path) == ["/users/{id}", "/users/{id}", "/people"])
    #expect(operations[0].parameters.map(\.value.name) == ["id", "page"])
    #expect(operations[0].parameters[1].value.schema?.types == [.string])
    #expect(operations[1].parameters[1].componentName == "page~of/all")
    #expect(operations.map(\.security.count) == [1, 0, 1])
    #expect(operations.map { $0.servers.map(\.url) } == [["/v1"], ["/v1"], ["/v1"]])
  }

  @Test("a resolved schema carries the identity at the end of the chain")
  func identity() throws {
    let validated = try Fixtures.validated(Self.files)
    let user = try #require(validated.document.components?.schemas["User"])
    #expect(validated.schema(user).identity == nil)
    for name in ["name", "token"] {
      let resolved = validated.schema(try #require(user.objects.properties[name]))
      #expect(resolved.identity?.description == "spec/user.yaml#/components/schemas/Text")
      #expect(resolved.componentName == "Text")
      #expect(resolved.value.types == [.string])
    }
  }

  @Test("identities hold across files")
  func acrossFiles() throws {
    let validated = try Fixtures.validated(Self.files)
    let response = validated.response(validated.operations[0].operation.responses[0].value)
    #expect(response.identity?.description == "spec/common.yaml#/components/responses/Missing")
    let schema = try #require(response.value.content[0].value.schema)
    let problem = validated.schema(schema)
    #expect(problem.identity?.description == "spec/common.yaml#/components/schemas/Problem")
    let inner = validated.schema(try #require(problem.value.objects.properties["inner"]))
    #expect(inner.identity?.description == "spec/more/deep.yaml#/Deep")
    #expect(inner.componentName == nil)
    let items = validated.schema(try #require(inner.value.arrays.items))
    #expect(items.identity == problem.identity)
  }

  @Test("named schemas are the root's, then those reached elsewhere")
  func namedSchemas() throws {
    let names = try Fixtures.validated(Self.files).namedSchemas.map(\.name)
    #expect(names == ["User", "Name", "Text", "Problem", "Deep"])
  }

  @Test("a root that cannot be read is a problem of the file")
  func unreadableRoot() {
    let said = Fixtures.diagnostics(of: "none.yaml", in: Fixtures.folder)
    #expect(said == "none.yaml: error: the file cannot be read: no such file\n")
  }

  @Test("loading alone reports shape, and leaves rules to the next stage")
  func stages() throws {
    let set = try Fixtures.set([
      "a.yaml": Self.head + "components: {schemas: {A: {$ref: '#/components/schemas/B'}}}"
    ])
    #expect(throws: Diagnostics.self) { try ValidatedDocument(checking: set) }
  }

  @Test("percent escapes in a reference are decoded; broken ones are refused")
  func percentEscapes() throws {
    let schemas = "components: {schemas: {A: {$ref: '#/components/schemas/%42'}, B: {}}}"
    _ = try Fixtures.validated(["a.yaml": Self.head + schemas])
    for broken in ["%4", "%zz", "%FF", "~2"] {
      let text = Self.head + "components: {schemas: {A: {$ref: '#/\(broken)'}}}"
      #expect(throws: Diagnostics.self) { try Fixtures.validated(["a.yaml": text]) }
    }
  }

  @Test("recursion that can end is accepted")
  func recursion() throws {
    let text =
      Self.head + """
        components:
          schemas:
            Tree:
              type: object
              required: [children, parent]
              properties:
                children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                parent: {type: [object, 'null'], properties: {up: {$ref: '#/components/schemas/Tree'}}}
                next: {$ref: '#/components/schemas/Tree'}
        """
    _ = try Fixtures.validated(["a.yaml": text])
  }

  @Test("references that follow one another without end in sight are refused in bounded time")
  func longChain() throws {
    let links = (0..<5_000).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }
    let text = Self.head + "components:\n  schemas:\n" + links.joined() + "    S5000: {}\n"
    do {
      _ = try Fixtures.validated(["a.yaml": text])
      Issue.record("the chain was accepted")
    } catch {
      #expect(error.all.first?.message.hasSuffix("leads through more than 100 references") == true)
    }
  }
}
