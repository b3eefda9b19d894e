import Hummingbird

enum ObjectType: String, Codable {
  case user, music, session
}

/// A stored object: its identifier and the attributes of its table; the others are nil and
/// therefore absent from the JSON.
struct Item: Codable {
  var userID: String?
  var email: String?
  var firstName: String?
  var lastName: String?
  var musicID: String?
  var artist: String?
  var songTitle: String?
  var sessionID: String?
  var subject: String?
  var expiresAt: Int64?

  enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case email
    case firstName = "fname"
    case lastName = "lname"
    case musicID = "music_id"
    case artist = "Artist"
    case songTitle = "SongTitle"
    case sessionID = "session_id"
    case subject
    case expiresAt = "expires_at"
  }
}

struct ReadResult: ResponseEncodable {
  var items: [Item]
  var metadata = ResponseMetadata()
  var count: Int { items.count }

  enum CodingKeys: String, CodingKey {
    case count = "Count"
    case items = "Items"
    case metadata = "ResponseMetadata"
    case scannedCount = "ScannedCount"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(items, forKey: .items)
    try container.encode(metadata, forKey: .metadata)
    try container.encode(count, forKey: .scannedCount)
  }
}

struct WriteRequest: Decodable {
  var objectType: ObjectType
  var attributes: Item

  enum CodingKeys: String, CodingKey {
    case objectType = "objtype"
  }

  /// The attributes are members of the request itself, beside `objtype`.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    objectType = try container.decode(ObjectType.self, forKey: .objectType)
    attributes = try Item(from: decoder)
  }
}

struct WriteResult: ResponseEncodable {
  var userID: String?
  var musicID: String?
  var sessionID: String?

  enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case musicID = "music_id"
    case sessionID = "session_id"
  }

  init(_ key: String, of type: ObjectType) {
    switch type {
    case .user: userID = key
    case .music: musicID = key
    case .session: sessionID = key
    }
  }
}
