import AccordModel

/// Names and texts that do their worst.
let tortureContract = Contract(
  name: Identifier("Torture"), source: "spec/torture.yaml", title: "T\"\\(x)\n*/ }",
  version: "1.0.0", documentation: Documentation(description: hostileText),
  servers: [Server(url: "http://x/\n\"")],
  types: shadowingTypes + keywordTypes + recursiveTypes + emptyTypes + [
    everyShape,
    type("Alias", .alias(.string(StringRules(minLength: 1, pattern: identifierPattern)))),
  ],
  operations: tortureOperations,
  securitySchemes: [
    SecurityScheme(
      name: Identifier("default"), wireName: "default", kind: .bearer(format: ""),
      documentation: Documentation(description: hostileText)),
    SecurityScheme(name: Identifier("in"), wireName: "in", kind: .basic),
  ])

let hostileText =
  "ends\r}\u{2028}fatalError()\u{85}*/ \\(x) \"\"\" \u{0}\u{202E}txt\u{2066} é 👩‍👩‍👧 \u{E000}String\n\n```swift\n```"

/// Each is a type that generated code itself needs.
private let shadowingTypes: [TypeDeclaration] =
  ([
    "String", "Int", "Int32", "Double", "Bool", "Sendable", "CaseIterable", "Duration", "Data",
    "Result", "Error", "Optional", "Array", "Any", "Never", "Void", "Nullable", "Indirect",
    "JSONReader", "JSONWriter", "JSONValue", "JSONCodable", "MalformedJSON", "StringRules",
    "IntegerRules", "NumberRules", "ArrayRules", "ObjectRules", "Pattern", "Patterns",
    "StringEnumeration", "IntegerEnumeration", "Router", "Route", "Responder", "RoutedRequest",
    "RequestReader", "Refusal", "ServerRequest", "ServerResponse", "CredentialScheme",
    "ClientCall", "ClientConnection", "ClientError", "ClientMiddleware", "ClientTransport",
    "ClientResponse", "ReceivedResponse", "UnexpectedResponse", "Input", "Output", "Response",
    "Principal", "Service", "Array_", "Problem", "Code", "Task", "Codable",
  ] as [StaticString]).map { name in
    structure(name, doc: hostileText, [property("value", "value", .string(StringRules()))])
  }

private let keywordTypes: [TypeDeclaration] = [
  structure(
    "Keywords", doc: hostileText,
    ([
      "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import",
      "inout", "internal", "let", "open", "operator", "private", "precedencegroup", "protocol",
      "public", "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case",
      "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if",
      "in", "repeat", "return", "throw", "switch", "where", "while", "Any", "as", "await", "async",
      "false", "is", "nil", "super", "throws", "true", "try", "some", "any", "each", "actor",
      "consume", "copy", "discard", "yield", "macro", "package", "unsafe", "json", "key",
      "members", "value", "encode", "decode", "self_", "get", "set", "willSet", "String", "Int",
      "JSONReader", "StringRules",
    ] as [StaticString]).enumerated().map { index, name in
      property(
        name, "\(name)", .string(StringRules(minLength: index % 2)), required: index % 3 == 0,
        doc: hostileText)
    }, rules: ObjectRules(minProperties: 1, maxProperties: 200)),
  type(
    "KeywordCases", doc: hostileText,
    .stringEnumeration(
      (["default", "case", "in", "none", "some", "Any", "String", "encode"] as [StaticString])
        .enumerated().map { index, name in
          EnumerationCase(name: Identifier(name), rawValue: index == 0 ? hostileText : "\(name)")
        })),
  type(
    "Numbers",
    .integerEnumeration([
      EnumerationCase(name: Identifier("_0"), rawValue: 0),
      EnumerationCase(name: Identifier("minusOne"), rawValue: -1),
      EnumerationCase(name: Identifier("most"), rawValue: Int.max),
    ])),
  structure(
    "HostileMembers",
    [
      property("quote", "\"", .string(StringRules()), required: true),
      property("backslash", "\\", .string(StringRules())),
      property("interpolation", "\\(x)", .integer(IntegerRules())),
      property("newline", "\n\r\u{2028}", .boolean), property("null", "\u{0}", .any),
      property("empty", "", .number(NumberRules())),
      property("emoji", "👩‍👩‍👧", .string(StringRules()), default: .string(hostileText)),
      property("mark", "\u{301}é", .string(StringRules())),
    ]),
]

private let recursiveTypes: [TypeDeclaration] = [
  structure(
    "Node",
    [
      property("next", "next", declared("Node"), indirect: true),
      property("parent", "parent", .nullable(declared("Node")), required: true, indirect: true),
      property("children", "children", .array(declared("Node"), ArrayRules(), list)),
      property("named", "named", .dictionary(declared("Node"), ObjectRules())),
    ]),
  type("Tree", .wrapper(.array(declared("Tree"), ArrayRules(maxItems: 3), list))),
  type("Forest", .wrapper(.dictionary(.nullable(declared("Forest")), ObjectRules()))),
]

private let list = XMLArray(itemName: "item")

private let emptyTypes: [TypeDeclaration] = [
  structure("Nothing", []), structure("Closed", [], additional: .refused),
  structure("Counted", [], rules: ObjectRules(minProperties: 1)),
  structure("Open", [], additional: .kept(Identifier("rest"), .any)),
  structure(
    "OpenTyped", [property("a", "a", .string(StringRules()), required: true)],
    additional: .kept(
      Identifier("others"), .array(.integer(IntegerRules(minimum: 0)), ArrayRules(), list))),
]

/// A property of every shape, with and without a default, required and not, nullable and not.
private let everyShape: TypeDeclaration = {
  let shapes: [(StaticString, Shape, Value)] = [
    ("text", .string(StringRules(maxLength: 9, format: .uuid)), .string("x")),
    ("count", .integer(IntegerRules(minimum: -1, maximum: 9, multipleOf: 2)), .number("4")),
    ("small", .integer(IntegerRules(width: .int32)), .number("-4")),
    (
      "ratio",
      .number(
        NumberRules(minimum: "-1e3", maximum: "1e400", exclusiveMaximum: "0.5", multipleOf: "0.1")),
      .number("1.5e1")
    ), ("flag", .boolean, .boolean(true)),
    (
      "list", .array(.string(StringRules()), ArrayRules(minItems: 1, uniqueItems: true), list),
      .array([.string("a")])
    ),
    (
      "grid",
      .array(.array(.nullable(.number(NumberRules())), ArrayRules(), list), ArrayRules(), list),
      .array([.array([.null, .number("1")])])
    ),
    (
      "table", .dictionary(.nullable(.string(StringRules(minLength: 1))), ObjectRules()),
      .object([Value.Member(name: "k\"", value: .null)])
    ),
    (
      "plain", .dictionary(declared("Numbers"), ObjectRules(maxProperties: 2)),
      .object([])
    ), ("choice", declared("KeywordCases"), .string("case")),
    ("other", declared("Nothing"), .object([])), ("named", declared("Alias"), .string("abc")),
  ]
  var properties: [Property] = [
    property("anything", "anything", .any), property("required", "req", .any, required: true),
    property(
      "json", "anyDefault", .any, default: .object([.init(name: "a", value: .array([.null]))])),
  ]
  for (name, shape, value) in shapes {
    properties += variants(name, shape, value)
  }
  return structure("EveryShape", properties)
}()

private func variants(_ name: StaticString, _ shape: Shape, _ value: Value) -> [Property] {
  let nullable = Shape.nullable(shape)
  return NameVariants.all.filter { $0.stem == "\(name)" }.map { variant in
    property(
      variant.name, variant.wireName, variant.isNullable ? nullable : shape,
      required: variant.kind == .required, default: variant.kind == .defaulted ? value : nil)
  }
}

/// Identifiers are made from literals only, so the variants' names are spelt out.
private struct NameVariants {
  enum Kind { case optional, required, defaulted }
  let stem: String
  let name: StaticString
  let isNullable: Bool
  let kind: Kind
  var wireName: String { "\(name)" }

  static let all: [NameVariants] = table.flatMap { stem, names in
    zip(
      names,
      [(false, Kind.optional), (false, .required), (false, .defaulted)]
        + [(true, .optional), (true, .required), (true, .defaulted)]
    )
    .map { NameVariants(stem: stem, name: $0, isNullable: $1.0, kind: $1.1) }
  }

  private static let table: [(String, [StaticString])] = [
    ("text", ["textO", "textR", "textD", "textNO", "textNR", "textND"]),
    ("count", ["countO", "countR", "countD", "countNO", "countNR", "countND"]),
    ("small", ["smallO", "smallR", "smallD", "smallNO", "smallNR", "smallND"]),
    ("ratio", ["ratioO", "ratioR", "ratioD", "ratioNO", "ratioNR", "ratioND"]),
    ("flag", ["flagO", "flagR", "flagD", "flagNO", "flagNR", "flagND"]),
    ("list", ["listO", "listR", "listD", "listNO", "listNR", "listND"]),
    ("grid", ["gridO", "gridR", "gridD", "gridNO", "gridNR", "gridND"]),
    ("table", ["tableO", "tableR", "tableD", "tableNO", "tableNR", "tableND"]),
    ("plain", ["plainO", "plainR", "plainD", "plainNO", "plainNR", "plainND"]),
    ("choice", ["choiceO", "choiceR", "choiceD", "choiceNO", "choiceNR", "choiceND"]),
    ("other", ["otherO", "otherR", "otherD", "otherNO", "otherNR", "otherND"]),
    ("named", ["namedO", "namedR", "namedD", "namedNO", "namedNR", "namedND"]),
  ]
}

private let tortureOperations: [Operation] = [
  torture("service", "Service_", "/service/{in}"), torture("respond", "Respond", "/respond/{in}"),
  torture("router", "Router_", "/router/{in}"),
  torture("connection", "Connection", "/connection/{in}"),
  torture("authenticate", "Authenticate", "/authenticate/{in}"),
  torture("default", "Default", "/default/{in}"), torture("init_", "Init", "/init/{in}"),
  Operation(
    operationID: hostileText, name: Identifier("bare"), typeName: Identifier("Bare"),
    method: .delete, path: path("/b%20are/\"\\(x)"),
    documentation: Documentation(summary: hostileText, description: hostileText),
    responses: [
      response(
        204, "noContent", hostileText,
        headers: [
          ResponseHeader(
            name: Identifier("body"), wireName: "X-Body",
            shape: .array(.boolean, ArrayRules(), list),
            isRequired: true)
        ]), response(304, "notModified"),
    ], place: somewhere),
  Operation(
    operationID: "lists", name: Identifier("lists"), typeName: Identifier("Lists"),
    method: .post,
    path: PathTemplate(
      text: "/files/{name}.{extension}",
      segments: [
        .literal("files"),
        .mixed([.parameter("name"), .literal("."), .parameter("extension")]),
      ]), isDeprecated: true,
    parameters: [
      parameter("name", "name", .path, .string(StringRules()), required: true),
      parameter("extension", "extension", .path, declared("KeywordCases"), required: true),
      parameter("body", "body", .query, .number(NumberRules()), required: true),
      parameter(
        "numbers", "numbers", .query, .array(.integer(IntegerRules()), ArrayRules(), list),
        default: .array([.number("1")])),
    ],
    body: RequestBody(
      content: content(.array(.nullable(.string(StringRules(minLength: 1))), ArrayRules(), list)),
      isRequired: false),
    responses: [
      response(
        200, "ok", "",
        content(.dictionary(.nullable(declared("Nothing")), ObjectRules(maxProperties: 2)))),
      response(
        202, "accepted", "",
        content(
          declared("HostileMembers"), ("application/json", .json),
          ("text/plain", .textOfProperty("\"")))
      ),
    ], place: somewhere),
]

private func torture(
  _ name: StaticString, _ typeName: StaticString, _ template: String
) -> Operation {
  Operation(
    operationID: "\(name)", name: Identifier(name), typeName: Identifier(typeName), method: .put,
    path: path(template),
    parameters: [
      parameter("in", "in", .path, declared("Alias"), required: true, doc: hostileText),
      parameter("request", "request", .query, .string(StringRules()), required: true),
      parameter("reader", "reader", .header, .boolean),
      parameter("bodyType", "bodyType", .query, .integer(IntegerRules(width: .int32))),
    ],
    body: RequestBody(
      content: content(declared("Output"), ("application/json", .json)),
      isRequired: true),
    responses: [
      response(
        200, "ok", hostileText,
        headers: [
          ResponseHeader(
            name: Identifier("response"), wireName: "X-R", shape: declared("KeywordCases"),
            isRequired: false),
          ResponseHeader(
            name: Identifier("default"), wireName: "X-D", shape: .integer(IntegerRules()),
            isRequired: true),
        ], content(declared("Input"))),
      response(404, "notFound", "", content(declared("Response"))),
      response(500, "error", "", content(declared("Principal"))),
    ], security: .required([Identifier("default"), Identifier("in")]), place: somewhere)
}
