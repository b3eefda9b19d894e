/// A table that holds the objects of a declared type.
package struct Table: Sendable {
  /// Letters, digits, `_`, `.` and `-`, beginning with a letter or digit; 3 to 190 of them.
  package var name: String
  /// The letters and digits of the name, in lower case. No other table of the contract has it.
  package var sign: String
  /// The structure whose properties are the attributes.
  package var type: TypeName
  /// The required string attribute that every object is found by.
  package var key: String
  /// All of them, the key too, in the order of the schema. Names differ by more than ASCII case.
  package var attributes: [TableAttribute]
  /// The integer attribute, in seconds since 1970, from which on an object is gone.
  package var expiry: String?
  /// Of `x-accord-table`.
  package var place: Place

  package init(
    name: String, sign: String, type: TypeName, key: String, attributes: [TableAttribute],
    expiry: String? = nil, place: Place
  ) {
    self.name = name
    self.sign = sign
    self.type = type
    self.key = key
    self.attributes = attributes
    self.expiry = expiry
    self.place = place
  }
}

package struct TableAttribute: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case string, integer, number, boolean }

  /// The member's name in JSON.
  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
