/// A table as a contract declares it (`x-accord-table`): what a store needs to keep the objects of
/// one type.
///
/// Generated code makes these. None is ever built from what a caller sent, because stores take the
/// names for identifiers of their database.
public struct TableSchema: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case string
    /// 64 bits.
    case integer
    /// Binary floating point of 64 bits, finite.
    case number
    case boolean
  }

  public struct Attribute: Sendable, Hashable {
    /// The member's name in JSON.
    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  public let name: String
  /// The string attribute every item is found by. Not among `attributes`.
  public let keyAttribute: String
  /// In the order in which items show them. Names may not differ by ASCII case alone.
  public let attributes: [Attribute]
  /// An integer attribute, in seconds since 1970: from that second on the item is gone. An item
  /// without the attribute stays.
  public let expiryAttribute: String?

  public init(
    _ name: String, key keyAttribute: String, attributes: [Attribute],
    expiry expiryAttribute: String? = nil
  ) {
    self.name = name
    self.keyAttribute = keyAttribute
    self.attributes = attributes
    self.expiryAttribute = expiryAttribute
  }
}
