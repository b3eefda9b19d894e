import AccordRuntime

/// A secret shorter than the 256 bits that RFC 7518 §3.2 requires for HS256, or not readable.
public enum WeakSecret: Error, Sendable, Equatable, CustomStringConvertible {
  case tooShort(bytes: Int, bytesMin: Int)
  case notBase64

  public var description: String {
    switch self {
    case .tooShort(let bytes, let bytesMin):
      "the signing secret has \(bytes) bytes; at least \(bytesMin) are needed"
    case .notBase64:
      "the signing secret starts with 'base64:' but what follows is not base64"
    }
  }
}

/// The secret that signs login contexts. No description, mirror or log shows its bytes.
public struct SigningKey: Sendable {
  /// 256 bits, the size of SHA-256's output.
  public static let secretBytesMin = 32

  let secret: [UInt8]

  /// - Parameter secret: at least 32 bytes; their quality is the caller's responsibility.
  public init(secret: [UInt8]) throws(WeakSecret) {
    guard secret.count >= Self.secretBytesMin else {
      throw .tooShort(bytes: secret.count, bytesMin: Self.secretBytesMin)
    }
    self.secret = secret
  }

  /// Reads a secret as an environment variable gives it: the UTF-8 bytes of the text as they are,
  /// or, after a `base64:` prefix, the bytes that base64 (standard or URL alphabet, padding
  /// optional) stands for. Either way at least 32 bytes; nothing is trimmed.
  public init(text: String) throws(WeakSecret) {
    let prefix = "base64:"
    guard text.hasPrefix(prefix) else {
      try self.init(secret: Array(text.utf8))
      return
    }
    guard let secret = Self.decodeBase64(text.utf8.dropFirst(prefix.utf8.count)) else {
      throw .notBase64
    }
    try self.init(secret: secret)
  }

  /// A new 256-bit secret from the system's generator: tokens it signs end with the process.
  public static func random() -> SigningKey {
    SigningKey(known: RandomBytes.make(count: secretBytesMin))
  }

  private init(known secret: [UInt8]) { self.secret = secret }

  private static func decodeBase64(_ text: some Collection<UInt8>) -> [UInt8]? {
    var characters = Array(text)
    if characters.count.isMultiple(of: 4) {
      for _ in 0..<2 where characters.last == UInt8(ascii: "=") { characters.removeLast() }
    }
    return Base64.url.decode(
      characters.map {
        switch $0 {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: $0
        }
      })
  }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "SigningKey(\(secret.count) bytes, not shown)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Bytes nobody can guess. `SystemRandomNumberGenerator` is getrandom(2) on Linux and
/// arc4random on Darwin: both cryptographically secure, and neither has a failure to handle.
enum RandomBytes {
  static func make(count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
