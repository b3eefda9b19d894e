package import AccordYAML

/// The paths object (4.8.8): path templates in file order.
package struct Paths: DocumentObject {
  package static let kindName = "a paths object"
  package let node: Node
  package let items: OrderedMap<PathItem>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    items = OrderedMap(
      object.remainingEntries().map {
        .init(
          name: $0.key.text, nameRange: $0.key.range,
          value: object.log.read(PathItem.self, from: $0.value))
      })
    extensions = object.extensions()
  }
}
