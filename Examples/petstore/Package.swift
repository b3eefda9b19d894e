// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "petstore",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "accord", path: "../..")
  ],
  targets: [
    .target(
      name: "PetstoreAPI",
      dependencies: [.product(name: "AccordRuntime", package: "accord")],
      plugins: [.plugin(name: "AccordBuild", package: "accord")]),
    .executableTarget(
      name: "petstore",
      dependencies: ["PetstoreAPI", .product(name: "AccordServer", package: "accord")]),
    .testTarget(
      name: "PetstoreTests",
      dependencies: ["petstore", .product(name: "AccordClient", package: "accord")]),
  ]
)
