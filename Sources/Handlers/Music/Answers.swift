import DatastoreAPI
import DatastoreAccess
import MusicAPI

extension Music {
  /// Nil when the stored object lacks an attribute, which Datastore does not let happen.
  init?(_ item: Item) {
    guard let id = item.musicID, let artist = item.artist, let title = item.songTitle
    else { return nil }
    self.init(musicID: id, artist: artist, songTitle: title)
  }
}

extension MusicPage {
  init(_ page: ListResult) {
    let songs = page.items.compactMap { Music($0) }
    self.init(items: songs, count: Int32(songs.count), nextCursor: page.lastEvaluatedKey)
  }
}

extension MusicAPI.AwsResponse {
  init(_ answer: DatastoreAPI.AwsResponse) {
    let metadata = answer.responseMetadata
    self.init(
      responseMetadata: MusicAPI.ResponseMetadata(
        httpHeaders: metadata.httpHeaders, httpStatusCode: metadata.httpStatusCode,
        requestID: metadata.requestID, retryAttempts: metadata.retryAttempts))
  }
}

extension MusicAPI.Problem {
  static func absent(_ id: String) -> MusicAPI.Problem {
    MusicAPI.Problem(title: "Not Found", status: 404, detail: "There is no song '\(id)'.")
  }

  static var invalidCursor: MusicAPI.Problem {
    MusicAPI.Problem(
      title: "Not Found", status: 404, detail: "The cursor is not one of this list's.")
  }
}
