import DatastoreAPI
import DatastoreAccess
import MusicAPI

extension Music {
  init(_ item: Item) throws(IncompleteObject) {
    let object = FoundObject(item.musicID, in: MusicObject.table)
    self.init(
      musicID: try object.required(item.musicID, "music_id"),
      artist: try object.required(item.artist, "Artist"),
      songTitle: try object.required(item.songTitle, "SongTitle"))
  }
}

extension MusicPage {
  init(_ page: ListResult) throws(IncompleteObject) {
    let songs = try page.items.map { item throws(IncompleteObject) in try Music(item) }
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
