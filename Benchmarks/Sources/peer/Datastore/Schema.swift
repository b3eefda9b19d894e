// The SQL of the tables. The key comes last among the arguments of every statement.
extension ObjectType {
  static let schema = """
    CREATE TABLE IF NOT EXISTS User (
      user_id TEXT PRIMARY KEY, email TEXT NOT NULL, fname TEXT NOT NULL, lname TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS Music (
      music_id TEXT PRIMARY KEY, Artist TEXT NOT NULL, SongTitle TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS Session (
      session_id TEXT PRIMARY KEY, subject TEXT NOT NULL, expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  var select: String {
    switch self {
    case .user: "SELECT email, fname, lname FROM User WHERE user_id = ?"
    case .music: "SELECT Artist, SongTitle FROM Music WHERE music_id = ?"
    case .session: "SELECT subject, expires_at FROM Session WHERE session_id = ?"
    }
  }

  var insert: String {
    switch self {
    case .user: "INSERT INTO User (email, fname, lname, user_id) VALUES (?, ?, ?, ?)"
    case .music: "INSERT INTO Music (Artist, SongTitle, music_id) VALUES (?, ?, ?)"
    case .session: "INSERT INTO Session (subject, expires_at, session_id) VALUES (?, ?, ?)"
    }
  }

  var update: String {
    switch self {
    case .user:
      """
      UPDATE User SET email = coalesce(?, email), fname = coalesce(?, fname),
        lname = coalesce(?, lname) WHERE user_id = ?
      """
    case .music:
      """
      UPDATE Music SET Artist = coalesce(?, Artist), SongTitle = coalesce(?, SongTitle)
        WHERE music_id = ?
      """
    case .session:
      """
      UPDATE Session SET subject = coalesce(?, subject), expires_at = coalesce(?, expires_at)
        WHERE session_id = ?
      """
    }
  }

  var delete: String {
    switch self {
    case .user: "DELETE FROM User WHERE user_id = ?"
    case .music: "DELETE FROM Music WHERE music_id = ?"
    case .session: "DELETE FROM Session WHERE session_id = ?"
    }
  }
}
