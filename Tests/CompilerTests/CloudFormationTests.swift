import Foundation
import Testing

@Suite("accord cloudformation") struct CloudFormationTests {
  private static let contracts = ["user", "music", "datastore"].map { "spec/\($0).yaml" }
  private static let kept = root.appending(path: "deploy/cloudformation.json")

  @Test("the template in deploy is what the compiler writes now, twice")
  func snapshot() throws {
    try withSpec { folder in
      let template = folder.appending(path: "out/template.json")
      for _ in 0..<2 {
        let outcome = try write(Self.contracts, in: folder)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        let now = try Data(contentsOf: template)
        let isCurrent = now == (try? Data(contentsOf: Self.kept))
        #expect(isCurrent, "deploy/cloudformation.json is out of date: run `make cloudformation`")
        if !isCurrent, ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
          try now.write(to: Self.kept)
        }
        try FileManager.default.removeItem(at: template)
      }
    }
  }

  @Test("cfn-lint finds nothing in the template, and finds what is broken in it")
  func judge() throws {
    guard let judge = Judge.find() else { return }
    let (status, findings) = try judge.findings(in: Self.kept)
    #expect(status == 0 && findings == "", "\(findings)")
    let text = try String(contentsOf: Self.kept, encoding: .utf8)
    let faults = [
      ("\"BillingMode\"", "\"Billing\""), ("\"KeyType\": \"HASH\"", "\"KeyType\": \"RANGE\""),
      ("${Suffix}", "${Sufix}"), ("\"Arn\"", "\"Arm\""), ("\"AttributeType\"", "\"Type\""),
    ]
    for (whole, broken) in faults {
      let file = FileManager.default.temporaryDirectory
        .appending(path: "accord-\(UUID().uuidString).json")
      defer { try? FileManager.default.removeItem(at: file) }
      try text.replacingOccurrences(of: whole, with: broken)
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try judge.findings(in: file).status != 0, "\(broken) was not found")
    }
  }

  @Test("tables of several contracts come together, one that two of them reach once")
  func several() throws {
    try withSpec { folder in
      let head = "openapi: 3.1.0\ninfo: {title: Log, version: '1'}\npaths: {}\n"
      let schemas = [
        "shared": """
        LogEntry: {type: object, required: [id], properties: {id: {type: string}},
              x-accord-table: {name: log-entries, key: id}}
        """,
        "one": "Entry: {$ref: 'shared.yaml#/components/schemas/LogEntry'}",
        "two": "Line: {$ref: 'shared.yaml#/components/schemas/LogEntry'}",
      ]
      for (name, schema) in schemas {
        try (head + "components:\n  schemas:\n    " + schema).write(
          to: folder.appending(path: "spec/\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let outcome = try write(["spec/one.yaml", "spec/two.yaml"] + Self.contracts, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let template = try Data(contentsOf: folder.appending(path: "out/template.json"))
      let resources = try #require(
        (JSONSerialization.jsonObject(with: template) as? [String: Any])?["Resources"]
          as? [String: Any])
      #expect(
        resources.keys.sorted() == ["LogEntriesTable", "MusicTable", "SessionTable", "UserTable"])
    }
  }

  @Test("tables of two contracts with one name are refused with both places")
  func conflict() throws {
    try withSpec { folder in
      let other = """
        openapi: 3.1.0
        info: {title: Other, version: '1'}
        paths: {}
        components:
          schemas:
            Person:
              type: object
              required: [id]
              properties: {id: {type: string}}
              x-accord-table: {name: user, key: id}
        """
      try other.write(
        to: folder.appending(path: "spec/other.yaml"), atomically: true, encoding: .utf8)
      let outcome = try write(["spec/datastore.yaml", "spec/other.yaml"], in: folder)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.wholeMatch(
          of:
            #/
            spec/other\.yaml:10:23:\ error:\ the\ name\ 'user'\ is\ another\ table's,\ [^\n]*\n
            spec/user\.yaml:\d+:\d+:\ note:\ that\ table\ is\ 'User'\n
            /#) != nil, "\(outcome.errors)")
      #expect(try contents(of: folder)["out/template.json"] == nil)
    }
  }

  @Test("more tables than a template has room for are refused", arguments: [100, 101])
  func tooMany(count: Int) throws {
    try withSpec { folder in
      let schemas = (1...count).map {
        """
            T\($0):
              type: object
              required: [id]
              properties: {id: {type: string}}
              x-accord-table: {name: table\($0), key: id}

        """
      }
      let head = "openapi: 3.1.0\ninfo: {title: Many, version: '1'}\npaths: {}\n"
      try (head + "components:\n  schemas:\n" + schemas.joined()).write(
        to: folder.appending(path: "spec/many.yaml"), atomically: true, encoding: .utf8)
      let outcome = try write(["spec/many.yaml"], in: folder)
      #expect(outcome.status == (count > 100 ? 1 : 0), "\(outcome.errors)")
      #expect(outcome.errors.contains("room for 100 tables") == (count > 100))
      guard count <= 100, let judge = Judge.find() else { return }
      let template = folder.appending(path: "out/template.json")
      #expect(try judge.findings(in: template).text == "")
    }
  }

  @Test("contracts without a table are an error, and so are contracts with problems")
  func nothing() throws {
    try withSpec { folder in
      let names = ["spec/a.yaml", "spec/b.yaml"]
      for name in names {
        try "openapi: 3.1.0\ninfo: {title: None, version: '1'}\npaths: {}\n".write(
          to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let none = try write(names, in: folder)
      #expect(none.status == 1)
      #expect(
        none.errors == """
          spec/a.yaml: error: no schema here has 'x-accord-table'
          spec/b.yaml: error: no schema here has 'x-accord-table'

          """)
      let contract = folder.appending(path: "spec/user.yaml")
      try edit(contract, "        key: user_id\n", "        key: email_id\n")
      let broken = try write(["spec/datastore.yaml", "spec/nowhere.yaml"], in: folder)
      #expect(broken.status == 1)
      #expect(broken.errors.contains("error: the schema has no property 'email_id'"))
      #expect(broken.errors.contains("spec/nowhere.yaml: error: "))
      #expect(try contents(of: folder)["out/template.json"] == nil)
    }
  }

  @Test("the folder's other files are left alone, generated Swift too")
  func neighbours() throws {
    try withSpec { folder in
      let neighbour = folder.appending(path: "out/Generated.swift")
      try FileManager.default.createDirectory(
        at: neighbour.deletingLastPathComponent(), withIntermediateDirectories: true)
      try "// Generated by Accord from a.yaml. Do not edit.\n"
        .write(to: neighbour, atomically: true, encoding: .utf8)
      #expect(try write(Self.contracts, in: folder).status == 0)
      #expect(FileManager.default.fileExists(atPath: neighbour.path))
    }
  }

  private func write(_ contracts: [String], in folder: URL) throws -> Outcome {
    try Outcome.of(
      ["cloudformation"] + contracts + ["--output", "out/template.json"], in: folder)
  }
}
