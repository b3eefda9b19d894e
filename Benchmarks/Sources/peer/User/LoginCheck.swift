import HTTPTypes
import Hummingbird

/// Lets a request pass if it carries a login context that is valid and not revoked.
struct LoginCheck<Context: RequestContext>: RouterMiddleware {
  let store: UserStore
  let tokens: TokenSigner

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let scheme = "Bearer "
    guard let credential = request.headers[.authorization], credential.hasPrefix(scheme),
      let claims = try tokens.claims(of: credential.dropFirst(scheme.count)),
      !store.isRevoked(claims.jti)
    else { throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"]) }
    return try await next(request, context)
  }
}
