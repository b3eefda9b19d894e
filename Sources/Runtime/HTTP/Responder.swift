/// What a server runs. A generated server type conforms; so can anything in front of it.
///
/// It answers every request, whatever it holds: errors are responses, so nothing is thrown.
public protocol Responder: Sendable {
  func respond(to request: ServerRequest) async -> ServerResponse
}
