import DatastoreAPI
import Foundation
import Store

/// A new object as a request brings it: its identifier, its table and its attributes.
struct StoredObject {
  let key: String
  private let attributes: StoredAttributes

  var type: ObjectType { attributes.type }
  var item: Store.Item { attributes.item }

  init(_ request: WriteRequest) {
    let newKey = UUID().uuidString.lowercased()
    switch request {
    case .user(let user):
      (key, attributes) = (newKey, .user(user.email, user.fname, user.lname))
    case .music(let song):
      (key, attributes) = (newKey, .music(song.artist, song.songTitle))
    case .session(let session):
      key = session.sessionID ?? newKey
      attributes = .session(session.subject, session.expiresAt)
    }
  }

  init(_ request: LoadRequest) {
    switch request {
    case .user(let user):
      (key, attributes) = (user.uuid, .user(user.email, user.fname, user.lname))
    case .music(let song):
      (key, attributes) = (song.uuid, .music(song.artist, song.songTitle))
    case .session(let session):
      (key, attributes) = (session.uuid, .session(session.subject, session.expiresAt))
    }
  }

  var result: WriteResult {
    switch type {
    case .user: WriteResult(userID: key)
    case .music: WriteResult(musicID: key)
    case .session: WriteResult(sessionID: key)
    }
  }

  /// Where the object is read; the identifier's characters need no escaping.
  var location: String {
    "/api/v1/datastore/read?objtype=\(type.rawValue)&objkey=\(key)"
  }
}

/// Attributes that a request sets, and the table that has them. What a request leaves out is nil
/// here, and stays as it is in the store.
struct StoredAttributes {
  let type: ObjectType
  private(set) var item = Store.Item()

  init(_ request: UpdateRequest) {
    self =
      switch request {
      case .user(let user): .user(user.email, user.fname, user.lname)
      case .music(let song): .music(song.artist, song.songTitle)
      case .session(let session): .session(session.subject, session.expiresAt)
      }
  }

  private init(_ type: ObjectType, _ attributes: KeyValuePairs<String, AttributeValue?>) {
    self.type = type
    for (name, value) in attributes { item[name] = value }
  }

  fileprivate static func user(_ email: String?, _ fname: String?, _ lname: String?) -> Self {
    Self(
      .user,
      [
        "email": email.map { .string($0) }, "fname": fname.map { .string($0) },
        "lname": lname.map { .string($0) },
      ])
  }

  fileprivate static func music(_ artist: String?, _ songTitle: String?) -> Self {
    Self(
      .music,
      ["Artist": artist.map { .string($0) }, "SongTitle": songTitle.map { .string($0) }])
  }

  fileprivate static func session(_ subject: String?, _ expiresAt: Int?) -> Self {
    Self(
      .session,
      [
        "subject": subject.map { .string($0) },
        "expires_at": expiresAt.map { .integer(Int64($0)) },
      ])
  }
}
