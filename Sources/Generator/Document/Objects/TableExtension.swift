package import AccordYAML

/// `x-accord-table`: the objects of a schema are kept in a table.
package struct TableExtension: DocumentObject {
  package static let kindName = "a table"
  package static let extensionKey = "x-accord-table"

  package let node: Node
  /// The table's name, before any suffix of where it is deployed.
  package let name: String
  /// The property that every object is found by.
  package let key: String
  /// The property that says until when an object is kept, in seconds since 1970.
  package let expires: String?

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.requiredString("name")
    key = object.requiredString("key")
    expires = object.string("expires")
  }

  /// What tells it from other tables: the letters and digits of its name, whatever their case. SQL
  /// folds case, and names made from a table's, such as those in a template, have no others.
  package var sign: String { name.lowercased().filter { !"_.-".contains($0) } }
}
