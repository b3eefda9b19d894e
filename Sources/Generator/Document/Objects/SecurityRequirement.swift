package import AccordYAML

/// The security requirement object (4.8.30): all schemes it names must be met. None means anonymous access.
package struct SecurityRequirement: DocumentObject {
  package static let kindName = "a security requirement"
  package let node: Node
  /// Scopes by scheme name.
  package let schemes: OrderedMap<[String]>

  package init(_ object: ObjectReader) {
    node = object.node
    schemes = OrderedMap(
      object.remainingEntries().map {
        .init(
          name: $0.key.text, nameRange: $0.key.range, value: object.strings($0.key.text) ?? [])
      })
  }
}

extension ObjectReader {
  func securityRequirements(_ key: String) -> [SecurityRequirement]? {
    value(key) == nil ? nil : objects(key)
  }
}
