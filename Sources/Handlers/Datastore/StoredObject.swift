import DatastoreAPI
import Foundation
import Store

/// A new object as a request brings it: its table, its identifier and its attributes.
struct StoredObject {
  let type: ObjectType
  let key: String
  let attributes: StoredAttributes
  /// An identifier that goes with sessions only, given for something else.
  private let strayIdentifier: Bool

  init(_ request: WriteRequest) {
    type = request.objtype
    key = request.sessionID ?? UUID().uuidString.lowercased()
    strayIdentifier = request.sessionID != nil && type != .session
    attributes = StoredAttributes(request)
  }

  init(_ request: LoadRequest) {
    type = request.objtype
    key = request.uuid
    strayIdentifier = false
    attributes = StoredAttributes(request)
  }

  var item: Store.Item { attributes.item }

  /// What keeps the object out of its table: an attribute that is missing or another table's.
  func problem() -> Problem? {
    let stray = strayIdentifier ? [DatastoreAPI.Violation.stranger("session_id", to: type)] : []
    let violations = stray + attributes.strangerViolations(to: type) + missing
    return violations.isEmpty ? nil : .invalid(violations)
  }

  private var missing: [DatastoreAPI.Violation] {
    type.table.attributes.map(\.name).filter { item[$0] == nil }.map { .missing($0, from: type) }
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

/// The attributes of a request, whatever the table.
struct StoredAttributes {
  private(set) var item = Store.Item()

  init(_ request: WriteRequest) {
    set(email: request.email, fname: request.fname, lname: request.lname)
    set(artist: request.artist, songTitle: request.songTitle)
    set(subject: request.subject, expiresAt: request.expiresAt)
  }

  init(_ request: LoadRequest) {
    set(email: request.email, fname: request.fname, lname: request.lname)
    set(artist: request.artist, songTitle: request.songTitle)
    set(subject: request.subject, expiresAt: request.expiresAt)
  }

  init(_ request: UpdateRequest) {
    set(email: request.email, fname: request.fname, lname: request.lname)
    set(artist: request.artist, songTitle: request.songTitle)
    set(subject: request.subject, expiresAt: request.expiresAt)
  }

  private mutating func set(email: String?, fname: String?, lname: String?) {
    item["email"] = email.map { .string($0) }
    item["fname"] = fname.map { .string($0) }
    item["lname"] = lname.map { .string($0) }
  }

  private mutating func set(artist: String?, songTitle: String?) {
    item["Artist"] = artist.map { .string($0) }
    item["SongTitle"] = songTitle.map { .string($0) }
  }

  private mutating func set(subject: String?, expiresAt: Int?) {
    item["subject"] = subject.map { .string($0) }
    item["expires_at"] = expiresAt.map { .integer(Int64($0)) }
  }

  func strangers(to type: ObjectType) -> Problem? {
    let violations = strangerViolations(to: type)
    return violations.isEmpty ? nil : .invalid(violations)
  }

  func strangerViolations(to type: ObjectType) -> [DatastoreAPI.Violation] {
    let own = Set(type.table.attributes.map(\.name))
    return item.attributes.map(\.name).filter { !own.contains($0) }
      .map { .stranger($0, to: type) }
  }
}
