import Foundation
import Oracles
import Testing

@Suite("Postman's schema") struct PostmanSchemaTests {
  private static let schema = root.appending(
    path: "../shared/judges/postman-collection-v2.1.0.schema.json")

  private static let validator = """
    import json, sys, jsonschema
    schema, collection = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    jsonschema.Draft7Validator.check_schema(schema)
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(collection))
    print("\\n".join(str(error.json_path) for error in errors))
    """

  /// The places of the collection that break the schema; nil, with a word why, where nothing can tell.
  private func errors(in collection: URL) throws -> [String]? {
    guard FileManager.default.fileExists(atPath: Self.schema.path) else {
      print("skipped: there is no \(Self.schema.lastPathComponent) in ../shared/judges")
      return nil
    }
    guard let python = Python.find(importing: "jsonschema") else { return nil }
    let text = try python.output(of: Self.validator, [Self.schema.path, collection.path])
    return text.split(separator: "\n").map(String.init)
  }

  @Test(
    "accepts every collection",
    arguments: [
      ["spec/user.yaml"], ["spec/music.yaml"], ["spec/datastore.yaml"],
      ["spec/user.yaml", "spec/music.yaml", "spec/datastore.yaml"],
      ["Tests/Fixtures/TortureAPI/openapi.yaml"],
      ["Examples/petstore/Sources/PetstoreAPI/openapi.yaml"],
    ])
  func accepted(contracts: [String]) throws {
    try withSpec { folder in
      let out = folder.appending(path: "out")
      let outcome = try Outcome.of(["postman"] + contracts + ["--output", out.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let collections = try contents(of: out).keys.filter { $0.hasSuffix("collection.json") }
      #expect(collections.count == contracts.count)
      for name in collections {
        guard let errors = try errors(in: out.appending(path: name)) else { return }
        #expect(errors == [], "\(name)")
      }
    }
  }

  @Test("refuses one that is broken")
  func refused() throws {
    try withSpec { folder in
      let outcome = try Outcome.of(["postman", "spec/user.yaml", "--output", "out"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let file = folder.appending(path: "out/User.postman_collection.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacingOccurrences(of: #""code": 201"#, with: #""code": "201""#)
        .write(to: file, atomically: true, encoding: .utf8)
      guard let errors = try errors(in: file) else { return }
      #expect(errors != [])
    }
  }
}
