/// An answer of Datastore that lacks what its contract leaves optional but every answer has.
public struct IncompleteAnswer: Error, CustomStringConvertible {
  let member: String

  public init(_ member: String) {
    self.member = member
  }

  public var description: String { "Datastore's answer lacks '\(member)'" }
}
