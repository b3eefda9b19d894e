import DatastoreAPI
import Foundation
import Store

/// A new object as a request brings it: its table, its identifier and its attributes.
struct StoredObject {
  let type: ObjectType
  let key: String
  let item: Store.Item

  init(_ request: WriteRequest) {
    key =
      if case .session(let session) = request, let id = session.sessionID { id } else {
        UUID().uuidString.lowercased()
      }
    switch request {
    case .user(let user):
      type = .user
      item = .user(email: user.email, fname: user.fname, lname: user.lname)
    case .music(let song):
      type = .music
      item = .music(artist: song.artist, songTitle: song.songTitle)
    case .session(let session):
      type = .session
      item = .session(subject: session.subject, expiresAt: session.expiresAt)
    }
  }

  init(_ request: LoadRequest) {
    switch request {
    case .user(let user):
      type = .user
      key = user.uuid
      item = .user(email: user.email, fname: user.fname, lname: user.lname)
    case .music(let song):
      type = .music
      key = song.uuid
      item = .music(artist: song.artist, songTitle: song.songTitle)
    case .session(let session):
      type = .session
      key = session.uuid
      item = .session(subject: session.subject, expiresAt: session.expiresAt)
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

/// Attributes to change, and the table that has them.
struct StoredChanges {
  let type: ObjectType
  let item: Store.Item

  init(_ request: UpdateRequest) {
    switch request {
    case .user(let user):
      type = .user
      item = .user(email: user.email, fname: user.fname, lname: user.lname)
    case .music(let song):
      type = .music
      item = .music(artist: song.artist, songTitle: song.songTitle)
    case .session(let session):
      type = .session
      item = .session(subject: session.subject, expiresAt: session.expiresAt)
    }
  }
}

// The attributes of each table; nil leaves one out.
extension Store.Item {
  fileprivate static func user(email: String?, fname: String?, lname: String?) -> Store.Item {
    var item = Store.Item()
    item["email"] = email.map { .string($0) }
    item["fname"] = fname.map { .string($0) }
    item["lname"] = lname.map { .string($0) }
    return item
  }

  fileprivate static func music(artist: String?, songTitle: String?) -> Store.Item {
    var item = Store.Item()
    item["Artist"] = artist.map { .string($0) }
    item["SongTitle"] = songTitle.map { .string($0) }
    return item
  }

  fileprivate static func session(subject: String?, expiresAt: Int?) -> Store.Item {
    var item = Store.Item()
    item["subject"] = subject.map { .string($0) }
    item["expires_at"] = expiresAt.map { .integer(Int64($0)) }
    return item
  }
}
