import AccordRuntime
public import DatastoreAPI
import DatastoreAccess
import MusicAPI

/// The songs, kept as objects of Datastore.
public struct SongShelf: Sendable {
  private let datastore: DatastoreClient

  public init(datastore: DatastoreClient) {
    self.datastore = datastore
  }

  func find(_ id: String) async throws -> Music? {
    let found = try await datastore.reaching {
      try await $0.readObject(.init(objtype: .music, objkey: id))
    }.ok
    return try found.items.first.map { item throws(IncompleteObject) in try Music(item) }
  }

  /// The new song's identifier.
  func add(_ song: NewMusic) async throws -> String {
    let object = MusicWriteRequest(artist: song.artist, songTitle: song.songTitle)
    let written = try await datastore.reaching {
      try await $0.writeObject(.init(body: .music(object)))
    }.created
    guard let id = written.musicID else { throw IncompleteAnswer("music_id") }
    return id
  }

  /// Nil when the cursor is none that a page gave.
  func page(after cursor: String?, limit: Int32) async throws -> MusicPage? {
    let input = ListObjects.Input(objtype: .music, limit: limit, cursor: cursor)
    switch try await datastore.reaching({ try await $0.listObjects(input) }) {
    case .ok(let page): return try MusicPage(page)
    case .notFound: return nil
    case let other: throw UnexpectedResponse(expected: "ok", other)
    }
  }

  /// Storage's account of it; nil when there is no such song.
  func remove(_ id: String) async throws -> MusicAPI.AwsResponse? {
    let input = DeleteObject.Input(objtype: .music, objkey: id)
    switch try await datastore.reaching({ try await $0.deleteObject(input) }) {
    case .ok(let answer): return MusicAPI.AwsResponse(answer)
    case .notFound: return nil
    case let other: throw UnexpectedResponse(expected: "ok", other)
    }
  }

  func checkDatastore() async throws {
    try await datastore.checkReadiness()
  }
}
