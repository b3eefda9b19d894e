// swift-tools-version: 6.2
// Built by PluginTests, which copies it to a folder three levels below Accord's own.
import PackageDescription

let package = Package(
  name: "shop",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "accord", path: "../../..")],
  targets: [
    .target(
      name: "ShopAPI", dependencies: [.product(name: "AccordRuntime", package: "accord")],
      plugins: [.plugin(name: "AccordBuild", package: "accord")]),
    .target(name: "Shop", dependencies: ["ShopAPI"]),
  ]
)
