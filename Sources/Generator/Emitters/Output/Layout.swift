/// How declarations are spread over files.
package enum Layout: Sendable {
  /// The files of `GeneratedFiles.names`, whatever the contract holds: for a build-tool plugin,
  /// which must name its outputs before they exist.
  case sharded
  /// A file for each type and each operation: for people.
  case readable
}

/// The files of the sharded layout.
package enum GeneratedFiles {
  static let modelShards: [StaticString] = [
    "Models0", "Models1", "Models2", "Models3", "Models4", "Models5", "Models6", "Models7",
  ]
  static let operationShards: [StaticString] = [
    "Operations0", "Operations1", "Operations2", "Operations3", "Operations4", "Operations5",
    "Operations6", "Operations7",
  ]
  static let service = ["API", "Server", "Client", "Patterns"]

  /// In the order in which `SwiftEmitter` returns them.
  package static let names: [String] =
    (service + (modelShards + operationShards).map(\.description)).map { $0 + ".swift" }

  /// The shard of a name: the same for ever, so that an edit moves nothing else.
  static func shard(of name: String, in shards: [StaticString]) -> String {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return shards[Int(hash % UInt64(shards.count))].description
  }
}
