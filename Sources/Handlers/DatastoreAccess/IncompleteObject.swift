public import AccordRuntime

/// An object that Datastore answered, where its attributes are taken from it.
public struct FoundObject: Sendable {
  fileprivate let key: String
  fileprivate let table: TableSchema

  public init(_ key: String?, in table: TableSchema) {
    self.key = key ?? ""
    self.table = table
  }

  /// The value of an attribute that every object of the table must have.
  public func required<Value>(
    _ value: Value?, _ attribute: String
  ) throws(IncompleteObject) -> Value {
    guard let value else { throw IncompleteObject(self, lacking: attribute) }
    return value
  }
}

/// An object that lacks an attribute which its table requires. Datastore takes none such, so it is
/// from before the attribute was required, and stays as it is until somebody sets the attribute.
public struct IncompleteObject: Error, CustomStringConvertible {
  public let description: String

  fileprivate init(_ object: FoundObject, lacking attribute: String) {
    description = """
      object '\(object.key)' of the table '\(object.table.name)' has no '\(attribute)', which is \
      required
      """
  }
}
