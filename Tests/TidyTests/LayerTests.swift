import Testing

/// Which modules a folder's files may import. What is not listed is refused.
private let allowedImports: [(folder: String, modules: Set<String>)] = [
  ("Sources/Generator/Pattern", []),
  ("Sources/Generator/YAML", ["CLibYAML", "Synchronization"]),
  ("Sources/Generator/Document", ["AccordYAML", "AccordPattern", "AccordFormats"]),
  ("Sources/Generator/Model", ["AccordDocument", "AccordYAML", "AccordPattern"]),
  ("Sources/Generator/Emitters", ["AccordModel"]),
  ("Sources/Runtime", ["HTTPTypes", "Glibc", "Darwin", "Musl", "Synchronization"]),
  ("Sources/XML", ["AccordRuntime", "CLibXML"]),
  (
    "Sources/Client",
    [
      "AccordRuntime", "HTTPTypes", "CCurl", "Synchronization", "Dispatch", "Glibc", "Darwin",
      "Musl",
    ]
  ),
  ("Sources/Generated", ["AccordRuntime", "AccordXML"]),
  ("Sources/Handlers/DatastoreAccess", ["DatastoreAPI", "AccordRuntime", "Tokens"]),
  (
    "Sources/Handlers/User",
    ["UserAPI", "DatastoreAPI", "DatastoreAccess", "AccordRuntime", "Tokens"]
  ),
  (
    "Sources/Handlers/Music",
    ["MusicAPI", "DatastoreAPI", "DatastoreAccess", "AccordRuntime", "Tokens"]
  ),
  ("Sources/Handlers/Datastore", ["DatastoreAPI", "AccordRuntime", "Store", "Foundation"]),
]

@Suite("Layers") struct LayerTests {
  @Test("a layer imports only the layers it stands on", arguments: allowedImports)
  func imports(folder: String, modules: Set<String>) {
    let files = SourceTree.files(below: folder)
    #expect(!files.isEmpty, "\(folder) holds no Swift file")
    let strangers = files.flatMap { file in
      file.imports.filter { !modules.contains($0) }.map { "\(file.path) imports \($0)" }
    }
    #expect(strangers == [])
  }

  @Test("an import is seen in each of its forms")
  func importForms() {
    let text = """
      import A
      public import B
      @testable import C
      package import struct D.E
      @preconcurrency import F
      // import G
      """
    #expect(SwiftFile(path: "a.swift", text: text).imports == ["A", "B", "C", "D", "F"])
  }
}
