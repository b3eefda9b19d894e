// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "accord",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "accord", targets: ["accord"]),
    .plugin(name: "AccordBuild", targets: ["AccordBuild"]),
    .plugin(name: "AccordCommand", targets: ["AccordCommand"]),
    .library(name: "AccordRuntime", targets: ["AccordRuntime"]),
    .library(name: "AccordXML", targets: ["AccordXML"]),
    .library(name: "AccordServer", targets: ["AccordServer"]),
    .library(name: "AccordClient", targets: ["AccordClient"]),
    .executable(name: "services", targets: ["services"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0",
      traits: ["CommandLineArguments"]),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ]
)

// MARK: The compiler, in pipeline order

package.targets += [
  .systemLibrary(
    name: "CLibYAML", path: "Sources/Generator/CLibYAML", pkgConfig: "yaml-0.1",
    providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .target(name: "AccordPattern", path: "Sources/Generator/Pattern"),
  .target(name: "AccordYAML", dependencies: ["CLibYAML"], path: "Sources/Generator/YAML"),
  // The runtime's own files, by symbolic links, so that a contract's texts are judged as requests are.
  .target(name: "AccordFormats", path: "Sources/Generator/Formats"),
  .target(
    name: "AccordDocument", dependencies: ["AccordYAML", "AccordPattern", "AccordFormats"],
    path: "Sources/Generator/Document"),
  .target(
    name: "AccordModel", dependencies: ["AccordDocument", "AccordYAML", "AccordPattern"],
    path: "Sources/Generator/Model"),
  .target(
    name: "AccordEmitters", dependencies: ["AccordModel"], path: "Sources/Generator/Emitters"),
  .executableTarget(
    name: "accord",
    dependencies: [
      "AccordYAML", "AccordDocument", "AccordModel", "AccordEmitters",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: "Sources/Generator/CLI"),
  .plugin(name: "AccordBuild", capability: .buildTool(), dependencies: ["accord"]),
  .plugin(
    name: "AccordCommand",
    capability: .command(
      intent: .custom(
        verb: "accord",
        description: "Check the contracts of this package, and make what follows from them."),
      permissions: [
        .writeToPackageDirectory(
          reason: "What the command makes of the contracts is written into the package.")
      ]),
    dependencies: ["accord"]),
]

// A build-tool plugin runs the compiler of the current configuration: without optimisation every
// debug build of every user would wait for it.
let optimised: Set = [
  "AccordPattern", "AccordYAML", "AccordFormats", "AccordDocument", "AccordModel", "AccordEmitters",
  "accord",
]

// MARK: What generated code links, and what runs it

package.targets += [
  .target(
    name: "AccordRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
    path: "Sources/Runtime"),
  .systemLibrary(
    name: "CLibXML", path: "Sources/System/CLibXML", pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  .target(name: "AccordXML", dependencies: ["AccordRuntime", "CLibXML"], path: "Sources/XML"),
  .target(
    name: "AccordServer",
    dependencies: [
      "AccordRuntime",
      .product(name: "HTTPTypes", package: "swift-http-types"),
      .product(name: "HummingbirdCore", package: "hummingbird"),
      .product(name: "NIOCore", package: "swift-nio"),
      .product(name: "NIOHTTP1", package: "swift-nio"),
      .product(name: "NIOPosix", package: "swift-nio"),
      .product(name: "Logging", package: "swift-log"),
      .product(name: "Metrics", package: "swift-metrics"),
      .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ],
    path: "Sources/Server"),
  .systemLibrary(
    name: "CCurl", path: "Sources/System/CCurl", pkgConfig: "libcurl",
    providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
  .target(
    name: "AccordClient",
    dependencies: [
      "AccordRuntime", "CCurl", .product(name: "HTTPTypes", package: "swift-http-types"),
    ],
    path: "Sources/Client"),
]

// MARK: The sample system

func generated(_ name: String) -> Target {
  .target(
    name: name, dependencies: ["AccordRuntime", "AccordXML"], path: "Sources/Generated/\(name)",
    exclude: ["Snapshot", "accord.json"], plugins: ["AccordBuild"])
}

func handlers(_ name: String, _ folder: String, _ dependencies: Target.Dependency...) -> Target {
  .target(
    name: name, dependencies: ["AccordRuntime"] + dependencies, path: "Sources/Handlers/\(folder)")
}

package.targets += [
  generated("UserAPI"),
  generated("MusicAPI"),
  generated("DatastoreAPI"),
  .target(
    name: "Store",
    dependencies: [
      "AccordRuntime",
      .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ],
    path: "Sources/Handlers/Store"),
  .systemLibrary(
    name: "CCrypto", path: "Sources/System/CCrypto", pkgConfig: "libcrypto",
    providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
  .target(
    name: "Tokens", dependencies: ["AccordRuntime", "CCrypto"], path: "Sources/Handlers/Tokens"),
  handlers("DatastoreAccess", "DatastoreAccess", "DatastoreAPI", "Tokens"),
  handlers("UserHandling", "User", "UserAPI", "DatastoreAPI", "DatastoreAccess", "Tokens"),
  handlers("MusicHandling", "Music", "MusicAPI", "DatastoreAPI", "DatastoreAccess", "Tokens"),
  handlers("DatastoreHandling", "Datastore", "DatastoreAPI", "Store"),
  .target(
    name: "ServiceWiring",
    dependencies: [
      "AccordRuntime", "AccordServer", "AccordClient", "UserAPI", "MusicAPI", "DatastoreAPI",
      "DatastoreAccess", "UserHandling", "MusicHandling", "DatastoreHandling", "Store", "Tokens",
      .product(name: "Configuration", package: "swift-configuration"),
      .product(name: "Logging", package: "swift-log"),
      .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ],
    path: "Sources/Services/Wiring"),
  .executableTarget(
    name: "services", dependencies: ["ServiceWiring"], path: "Sources/Services/Program"),
]

// MARK: Tests

func tests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)")
}

package.targets += [
  // Programs that judge what Accord makes.
  .target(name: "Oracles", path: "Tests/Oracles"),
  // Contracts of others.
  .target(name: "Corpus", path: "Tests/Corpus"),
  tests("AccordPatternTests", "AccordPattern", "AccordRuntime"),
  tests("AccordYAMLTests", "AccordYAML"),
  tests("AccordDocumentTests", "AccordDocument", "AccordYAML", "Corpus"),
  tests("AccordModelTests", "AccordModel", "AccordDocument", "AccordYAML"),
  tests(
    "AccordEmittersTests", "AccordEmitters", "AccordModel", "AccordDocument", "AccordYAML",
    "AccordRuntime", "TortureAPI", "UserAPI", "DatastoreAPI", "Corpus", "Oracles"),
  tests(
    "AccordRuntimeTests", "AccordRuntime", .product(name: "HTTPTypes", package: "swift-http-types")),
  tests("AccordXMLTests", "AccordRuntime", "AccordXML"),
  tests(
    "AccordServerTests", "AccordServer", "AccordRuntime",
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOEmbedded", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "Metrics", package: "swift-metrics"),
    .product(name: "MetricsTestKit", package: "swift-metrics"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")),
  tests(
    "AccordClientTests", "AccordClient", "AccordRuntime",
    .product(name: "HTTPTypes", package: "swift-http-types")),
  .executableTarget(
    name: "StoreCrasher", dependencies: ["Store", "AccordRuntime"], path: "Tests/StoreCrasher"),
  tests(
    "StoreTests", "Store", "StoreCrasher", "AccordRuntime",
    .product(name: "GRDB", package: "GRDB.swift")),
  tests("TokensTests", "Tokens", "AccordRuntime", "Oracles"),
  .target(
    name: "TortureAPI", dependencies: ["AccordRuntime", "AccordXML"],
    path: "Tests/Fixtures/TortureAPI", exclude: ["openapi.yaml"], plugins: ["AccordBuild"]),
  tests(
    "GeneratedTests", "TortureAPI", "UserAPI", "DatastoreAPI", "AccordRuntime",
    .product(name: "HTTPTypes", package: "swift-http-types")),
  tests(
    "HandlersTests", "UserHandling", "MusicHandling", "DatastoreHandling", "DatastoreAccess",
    "UserAPI", "MusicAPI", "DatastoreAPI", "Store", "Tokens", "AccordRuntime",
    .product(name: "HTTPTypes", package: "swift-http-types")),
  .executableTarget(
    name: "contract-relay",
    dependencies: ["AccordRuntime", "UserAPI", "MusicAPI", "DatastoreAPI", "ServiceWiring"],
    path: "Tests/ContractRelay"),
  tests(
    "RelayTests", "contract-relay", "UserAPI", "UserHandling", "DatastoreAPI", "DatastoreAccess",
    "DatastoreHandling", "ServiceWiring", "Store", "Tokens", "AccordRuntime",
    .product(name: "HTTPTypes", package: "swift-http-types")),
  tests("CompilerTests", "accord", "Oracles"),
  tests("PluginTests", "accord"),
  tests(
    "SystemTests", "services", "accord", .product(name: "GRDB", package: "GRDB.swift")),
  tests("TidyTests"),
]

// MARK: Settings that carry the rules of the code

let warningsAreErrors = Context.environment["ACCORD_STRICT"] != nil

for target in package.targets where ![.system, .plugin].contains(target.type) {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  if optimised.contains(target.name) { settings.append(.unsafeFlags(["-O"])) }
  if warningsAreErrors { settings.append(.treatAllWarnings(as: .error)) }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}

package.swiftLanguageModes = [.v6]
