import Hummingbird

extension Item {
  /// Answers 400 unless every attribute of the table is there, and no other, and all are valid.
  func validateNew(_ type: ObjectType) throws {
    try validateChange(type)
    switch type {
    case .user:
      try require(email != nil, "email")
      try require(firstName != nil, "fname")
      try require(lastName != nil, "lname")
    case .music:
      try require(artist != nil, "Artist")
      try require(songTitle != nil, "SongTitle")
    case .session:
      try require(sessionID?.isIdentifier ?? true, "session_id")
      try require(subject != nil, "subject")
      try require(expiresAt != nil, "expires_at")
    }
  }

  /// Answers 400 unless the attributes given belong to the table and are valid.
  func validateChange(_ type: ObjectType) throws {
    let isUser = email != nil || firstName != nil || lastName != nil
    let isMusic = artist != nil || songTitle != nil
    let isSession = subject != nil || expiresAt != nil
    try require(isUser == (type == .user), "objtype")
    try require(isMusic == (type == .music), "objtype")
    try require(isSession == (type == .session), "objtype")
    try require(email?.isEmailAddress ?? true, "email")
    try require(firstName?.isText(maxLength: 100) ?? true, "fname")
    try require(lastName?.isText(maxLength: 100) ?? true, "lname")
    try require(artist?.isText(maxLength: 200) ?? true, "Artist")
    try require(songTitle?.isText(maxLength: 200) ?? true, "SongTitle")
    try require(subject?.isIdentifier ?? true, "subject")
    try require(expiresAt.map { (0...253_402_300_799).contains($0) } ?? true, "expires_at")
  }

  /// Sets the identifier of the table and clears those of the others.
  mutating func setKey(_ key: String, of type: ObjectType) {
    userID = type == .user ? key : nil
    musicID = type == .music ? key : nil
    sessionID = type == .session ? key : nil
  }

  /// Takes over the attributes that the change has.
  mutating func apply(_ change: Item) {
    email = change.email ?? email
    firstName = change.firstName ?? firstName
    lastName = change.lastName ?? lastName
    artist = change.artist ?? artist
    songTitle = change.songTitle ?? songTitle
    subject = change.subject ?? subject
    expiresAt = change.expiresAt ?? expiresAt
  }
}
