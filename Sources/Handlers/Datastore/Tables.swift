import DatastoreAPI
public import Store

/// The tables of the contract. A request names one by a case of `ObjectType`, so that no text of a
/// caller ever becomes the name of a table.
extension Table {
  public static let user = Table(
    "User", key: "user_id",
    attributes: [
      Attribute("email", .string), Attribute("fname", .string), Attribute("lname", .string),
    ])

  public static let music = Table(
    "Music", key: "music_id",
    attributes: [Attribute("Artist", .string), Attribute("SongTitle", .string)])

  /// Login contexts that were logged off, by their `jti`.
  public static let session = Table(
    "Session", key: "session_id",
    attributes: [Attribute("subject", .string), Attribute("expires_at", .integer)],
    expiry: "expires_at")

  public static let all = [user, music, session]
}

extension ObjectType {
  var table: Table {
    switch self {
    case .user: .user
    case .music: .music
    case .session: .session
    }
  }
}
