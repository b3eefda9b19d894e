import AccordModel

/// A small contract like the sample system's, JSON only.
let userContract = Contract(
  name: Identifier("User"), source: "spec/user.yaml", title: "User", version: "1.0.0",
  documentation: Documentation(description: "Keeps users, and logs them in and off."),
  servers: [Server(url: "http://localhost:30000")],
  types: [
    type(
      "EntityID", doc: "The identifier of one stored object.",
      .alias(.string(StringRules(minLength: 1, maxLength: 128, pattern: identifierPattern)))),
    structure(
      "NewUser", doc: "What a user is created from.",
      [
        property(
          "email", "Email", .string(StringRules(minLength: 3, maxLength: 254)), required: true,
          doc: "An e-mail address."),
        property("nickname", "nickname", .nullable(.string(StringRules(maxLength: 20)))),
        property(
          "tags", "tags",
          .array(
            .string(StringRules(minLength: 1)), ArrayRules(maxItems: 10),
            XMLArray(itemName: "tag"))),
        property("role", "role", declared("Role"), default: .string("reader")),
      ], additional: .refused),
    structure(
      "User",
      [
        property("userID", "user_id", declared("EntityID"), required: true),
        property("email", "Email", .string(StringRules()), required: true),
        property("manager", "manager", .nullable(declared("User")), required: true, indirect: true),
      ]),
    type(
      "Role", doc: "What a user may do.",
      .stringEnumeration([
        EnumerationCase(name: Identifier("reader"), rawValue: "reader"),
        EnumerationCase(name: Identifier("siteOwner"), rawValue: "site-owner"),
      ])),
    structure(
      "UserList",
      [
        property(
          "users", "users", .array(declared("User"), ArrayRules(), XMLArray(itemName: "user")),
          required: true), property("cursor", "cursor", .string(StringRules())),
      ]),
    structure(
      "Problem",
      [
        property("title", "title", .string(StringRules()), required: true),
        property(
          "status", "status",
          .integer(IntegerRules(width: .int32, minimum: 100, maximum: 599)), required: true),
        property("detail", "detail", .string(StringRules())),
      ]),
  ],
  operations: [createUser, getUser, listUsers, deleteUser, getIndex],
  securitySchemes: [
    SecurityScheme(
      name: Identifier("loginContext"), wireName: "LoginContext", kind: .bearer(format: "JWT"),
      documentation: Documentation(description: "What logging in answered."))
  ])

let identifierPattern = PatternRule(
  source: "^[A-Za-z0-9._~-]+$", automaton: "22d2M11096p300p20000040010020")

private let createUser = Operation(
  operationID: "createUser", name: Identifier("createUser"), typeName: Identifier("CreateUser"),
  method: .post, path: path("/api/v1/user"),
  documentation: Documentation(
    summary: "Create a user",
    description: "Stores a new user and answers its identifier, which is what logging in takes."),
  body: RequestBody(
    content: content(declared("NewUser")), isRequired: true,
    documentation: Documentation(description: "The new user.")),
  responses: [
    response(
      201, "created", "The user is created.",
      headers: [
        ResponseHeader(
          name: Identifier("location"), wireName: "Location", shape: .string(StringRules()),
          isRequired: true)
      ], content(declared("User"))), problem(400, "badRequest", "The request breaks a rule."),
  ], place: somewhere)

private let getUser = Operation(
  operationID: "getUser", name: Identifier("getUser"), typeName: Identifier("GetUser"),
  method: .get, path: path("/api/v1/user/{user_id}"),
  documentation: Documentation(summary: "Get a user"),
  parameters: [
    parameter(
      "userID", "user_id", .path, declared("EntityID"), required: true,
      doc: "The identifier that creating the user answered.")
  ],
  responses: [
    response(200, "ok", "The user.", content(declared("User"))), problem(404, "notFound"),
  ], security: .required([Identifier("loginContext")]), place: somewhere)

private let listUsers = Operation(
  operationID: "listUsers", name: Identifier("listUsers"), typeName: Identifier("ListUsers"),
  method: .get, path: path("/api/v1/user"),
  documentation: Documentation(summary: "List users"),
  parameters: [
    parameter(
      "limit", "limit", .query,
      .integer(IntegerRules(width: .int32, minimum: 1, maximum: 100)), default: .number("20")),
    parameter("cursor", "cursor", .query, .string(StringRules(minLength: 1))),
    parameter(
      "role", "role", .query,
      .array(declared("Role"), ArrayRules(maxItems: 2), XMLArray(itemName: "role"))),
    parameter("traceID", "X-Trace-Id", .header, .string(StringRules(maxLength: 64))),
  ],
  responses: [
    response(
      200, "ok", "A page.",
      headers: [
        ResponseHeader(
          name: Identifier("total"), wireName: "X-Total",
          shape: .integer(IntegerRules(minimum: 0)), isRequired: false)
      ], content(declared("UserList"))), problem(400, "badRequest"),
  ], security: .optional([Identifier("loginContext")]), place: somewhere)

private let deleteUser = Operation(
  operationID: "delete-user", name: Identifier("deleteUser"), typeName: Identifier("DeleteUser"),
  method: .delete, path: path("/api/v1/user/{user_id}"),
  documentation: Documentation(summary: "Delete a user"),
  parameters: [parameter("userID", "user_id", .path, declared("EntityID"), required: true)],
  responses: [response(204, "noContent", "The user is gone."), problem(404, "notFound")],
  security: .required([Identifier("loginContext")]), place: somewhere)

private let getIndex = Operation(
  operationID: "getIndex", name: Identifier("getIndex"), typeName: Identifier("GetIndex"),
  method: .get, path: path("/"), documentation: Documentation(summary: "Show a page"),
  responses: [
    response(200, "ok", "The page.", content(.string(StringRules()), ("text/html", .text)))
  ], place: somewhere)
