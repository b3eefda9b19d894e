import AccordRuntime
import DatastoreAPI

/// Somebody who may load objects under identifiers of their own choice.
public struct Loader: Sendable {}

/// The account `svc-loader`.
public struct LoaderAccount: Sendable {
  public static let username = "svc-loader"
  private let password: [UInt8]?

  /// - Parameter password: nil closes the account.
  public init(password: String?) {
    self.password = password.map { Array($0.utf8) }
  }

  func admit(_ credential: DatastoreCredential) throws(AuthenticationError) -> Loader {
    guard case .loader(let username, let shown) = credential, username == Self.username,
      let password, Self.areEqual(password, Array(shown.utf8))
    else { throw .unauthenticated() }
    return Loader()
  }

  /// Looks at every byte, so that the time taken does not tell how much of a guess is right.
  private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension LoaderAccount: CustomStringConvertible, CustomReflectable {
  public var description: String { "svc-loader" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
