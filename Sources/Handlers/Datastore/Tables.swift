import AccordRuntime
import DatastoreAPI

/// A request names a table by a case of `ObjectType`, so that no text of a caller ever becomes the
/// name of a table.
extension ObjectType {
  var table: TableSchema {
    switch self {
    case .user: UserObject.table
    case .music: MusicObject.table
    case .session: SessionObject.table
    }
  }
}
