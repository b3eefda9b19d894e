import Foundation
import Testing

@Suite("accord docs", .serialized) struct DocsTests {
  private static let contracts = ["user", "music", "datastore"]
  private static let kept = root.appending(path: "docs/api")

  private func write(
    _ contracts: [String] = contracts, in folder: URL, to name: String = "out"
  ) throws -> [String: String] {
    let outcome = try Outcome.of(
      ["docs"] + contracts.map { "spec/\($0).yaml" } + ["--output", name], in: folder)
    try #require(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    return try contents(of: folder.appending(path: name))
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("the pages in docs/api are what the compiler writes now, whatever the order")
  func snapshot() throws {
    try withSpec { folder in
      let now = try write(in: folder)
      #expect(try write(Self.contracts.reversed(), in: folder, to: "other") == now)
      let kept = (try? contents(of: Self.kept)) ?? [:]
      let isCurrent = kept == now.mapValues { Data($0.utf8) }
      #expect(isCurrent, "docs/api is out of date: run `make docs`")
      if !isCurrent, ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try? FileManager.default.removeItem(at: Self.kept)
        try FileManager.default.copyItem(at: folder.appending(path: "out"), to: Self.kept)
      }
    }
  }

  @Test("a new field, operation and response are on the contract's page, and on no other")
  func additions() throws {
    try withSpec { folder in
      let before = try write(in: folder)
      let contract = folder.appending(path: "spec/user.yaml")
      try edit(
        contract,
        "        uid:\n          $ref: './common.yaml#/components/schemas/EntityId'\n"
          + "      xml:\n        name: LoginRequest",
        "        uid:\n          $ref: './common.yaml#/components/schemas/EntityId'\n"
          + "        device: {type: string, maxLength: 9, description: What logs in.}\n"
          + "      xml:\n        name: LoginRequest")
      try edit(
        contract, "  /health:\n",
        """
          /version:
            get:
              operationId: getVersion
              summary: Tell the version
              responses:
                '204': {description: There is none.}
                '410': {description: There was one.}
          /health:

        """)
      let after = try write(in: folder)
      #expect(after.keys.filter { after[$0] != before[$0] } == ["user.md"])
      let page = try #require(after["user.md"])
      for line in [
        "| `device` | string | no | at most 9 characters | What logs in. |",
        "| `GET` | `/version` | [Tell the version](#tell-the-version) |  |",
        "\n### Tell the version\n", "| 410 Gone | There was one. |",
      ] {
        #expect(page.contains(line), "\(line)")
      }
    }
  }

  @Test("every problem of every contract is reported, and nothing is written")
  func problems() throws {
    try withSpec { folder in
      for name in ["user", "music"] {
        try edit(
          folder.appending(path: "spec/\(name).yaml"), "operationId: getIndex\n",
          "operationId: getHealth\n")
      }
      let outcome = try Outcome.of(
        ["docs", "spec/user.yaml", "spec/music.yaml", "--output", "out"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("spec/user.yaml:"))
      #expect(outcome.errors.contains("spec/music.yaml:"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }

  @Test("GitHub's parser sees the tables whole, and one heading of the first level")
  func judge() throws {
    guard let judge = MarkdownJudge.find() else { return }
    for name in Self.contracts {
      let outline = try judge.outline(of: Self.kept.appending(path: "\(name).md"))
      #expect(outline.count > 40)
      #expect(outline.filter { $0.hasPrefix("h1 ") }.count == 1)
      #expect(outline.filter { $0.wholeMatch(of: /table \d+ .*/) != nil } == [])
    }
  }

  @Test("no text of a contract breaks its page")
  func hostile() throws {
    guard let judge = MarkdownJudge.find() else { return }
    try withSpec { folder in
      try Self.hostile.write(
        to: folder.appending(path: "spec/hostile.yaml"), atomically: true, encoding: .utf8)
      _ = try write(["hostile"], in: folder)
      let outline = try judge.outline(of: folder.appending(path: "out/hostile.md"))
      #expect(
        outline == [
          "h1 # *Hostile* | <b>page</b> `x` [a](b)", "h2 Overview", "h2 Schemas", "h2 Servers",
          "h2 Overview (reference)", "table 3", "h2 A|b `c`", "h3 Get | a `thing` <script>",
          "table 6", "h4 heading", "table 2", "h2 Other operations",
          "h3 Get | a `thing` <script> (two)", "table 3", "h2 Errors", "table 2",
          "h2 Schemas (reference)", "h3 Overview (schema)", "table 4",
          "h3 overview (schema 2)",
        ])
    }
  }

  private static let hostile = #"""
    openapi: 3.1.0
    info:
      title: "# *Hostile* | <b>page</b> `x` [a](b)"
      version: "1`|2"
      description: "# Overview\n\nSchemas\n=======\n\n- ```\n  in a list\n\n<!-- never closed"
    servers: [{url: "http://localhost:1/it's"}]
    tags: [{name: "a|b `c`", description: "Text\n\n```\nnever closed"}]
    paths:
      /a/{x}:
        get:
          operationId: one
          tags: ["a|b `c`"]
          summary: "Get | a `thing` <script>"
          description: "~~~~\n# no heading\n~~~\n"
          parameters:
            - name: x
              in: path
              required: true
              description: "a | b\n\n- list\n- more | pipes\n\n# heading"
              schema: {type: string, pattern: 'a\|b|`c`'}
            - name: "q|`\n<"
              in: query
              required: true
              description: 'a \| b'
              schema: {type: array, items: {type: string, enum: ["x|y", "`", "", " z "]}}
          responses:
            '200': {description: "fine | `a|b`"}
            '404': {description: "1. a list\n2. | more"}
      /b:
        get:
          operationId: two
          summary: "Get | a `thing` <script>"
          responses:
            '200':
              description: ok
              content: {application/json: {schema: {$ref: '#/components/schemas/Overview'}}}
            '404': {description: "1. a list\n2. | more"}
    components:
      schemas:
        Overview:
          type: object
          properties:
            "": {type: string, default: "`|\n"}
            "a|b": {type: string, description: "Line\\\nbreak | pipe", examples: ["```\n```"]}
            self: {$ref: '#/components/schemas/Overview'}
        overview:
          type: string
          enum: ["\0", "\\", "a\tb"]
    """#
}
