import AccordRuntime
public import DatastoreAccess
public import MusicAPI
public import Tokens

/// The Music service over Datastore.
public struct MusicHandlers: MusicService {
  private let songs: SongShelf
  private let sessions: Sessions

  public init(songs: SongShelf, sessions: Sessions) {
    self.songs = songs
    self.sessions = sessions
  }

  public func authenticate(
    _ credential: MusicCredential, for operation: MusicOperation
  ) async throws -> TokenClaims {
    switch credential {
    case .loginContext(let token): try await sessions.claims(of: token)
    }
  }

  public func createMusic(
    _ input: CreateMusic.Input, as principal: TokenClaims
  ) async throws -> CreateMusic.Output {
    let id = try await songs.add(input.body)
    return .created(CreatedMusic(musicID: id), location: "/api/v1/music/\(id)")
  }

  public func getMusic(
    _ input: GetMusic.Input, as principal: TokenClaims
  ) async throws -> GetMusic.Output {
    guard let song = try await songs.find(input.musicID) else {
      return .notFound(.absent(input.musicID))
    }
    return .ok(song)
  }

  public func listMusic(
    _ input: ListMusic.Input, as principal: TokenClaims
  ) async throws -> ListMusic.Output {
    guard let page = try await songs.page(after: input.cursor, limit: input.limit) else {
      return .notFound(.invalidCursor)
    }
    return .ok(page)
  }

  public func deleteMusic(
    _ input: DeleteMusic.Input, as principal: TokenClaims
  ) async throws -> DeleteMusic.Output {
    guard let answer = try await songs.remove(input.musicID) else {
      return .notFound(.absent(input.musicID))
    }
    return .ok(answer)
  }
}

// What monitoring, load balancers and browsers ask for.
extension MusicHandlers {
  public func getHealth() async throws -> GetHealth.Output {
    .ok(Health(status: .ok))
  }

  public func getReadiness() async throws -> GetReadiness.Output {
    try await songs.checkDatastore()
    return .ok(
      Readiness(status: .ready, checks: [ReadinessCheck(name: "datastore", status: .ok)]))
  }

  public func getIndex() async throws -> GetIndex.Output {
    .ok(
      """
      <!DOCTYPE html>
      <html lang="en">
      <title>Music</title>
      <h1>Music</h1>
      <p>Keeps songs. Its contract is <code>spec/music.yaml</code>;
      <a href="/readiness">readiness</a> says whether it can work.</p>
      </html>
      """)
  }
}
