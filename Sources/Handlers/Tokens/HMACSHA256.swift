import CCrypto

/// HMAC with SHA-256 (RFC 2104, FIPS 180-4), computed by the system's libcrypto.
enum HMACSHA256 {
  static let tagBytes = 32

  /// The 32-byte tag of `message`; nil where libcrypto refuses, as it can when memory runs out or
  /// a provider configuration disables SHA-256.
  static func tag(of message: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard let keyBytes = Int32(exactly: key.count) else { return nil }
    var tag = [UInt8](repeating: 0, count: tagBytes)
    var written: UInt32 = 0
    let result = HMAC(EVP_sha256(), key, keyBytes, message, message.count, &tag, &written)
    return result != nil && written == UInt32(tagBytes) ? tag : nil
  }

  /// Compares in time that depends on the length alone, so that a caller cannot learn a tag byte
  /// by byte from how long a refusal takes.
  static func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
  }
}
