import AccordRuntime
import Testing

@testable import Tokens

@Suite("Published vectors")
struct VectorTests {
  private static let rfc7515Key = """
    AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow
    """
  /// RFC 7515 appendix A.1, which is also the example of RFC 7519 §3.1.
  private static let rfc7515Token = """
    eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
    eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
    dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
    """

  @Test("HMAC-SHA-256 gives the tags of RFC 4231", arguments: RFC4231.cases)
  func hmac(_ vector: RFC4231) throws {
    let tag = try #require(HMACSHA256.tag(of: vector.data, key: vector.key))
    #expect(hex(tag) == vector.tag)
  }

  @Test("the signature of RFC 7515 A.1 is computed and accepted")
  func rfc7515() throws {
    let key = try SigningKey(text: "base64:" + Self.rfc7515Key)
    #expect(key.secret.count == 64)
    let parts = Self.rfc7515Token.split(separator: ".")
    let signed = Array("\(parts[0]).\(parts[1])".utf8)
    let tag = try #require(HMACSHA256.tag(of: signed, key: key.secret))
    #expect(String(decoding: Base64.url.encode(tag), as: UTF8.self) == parts[2])

    // It has no `sub`, so it is refused, but only after its signature was accepted.
    let issuer = TokenIssuer(name: "joe", key: key)
    #expect(throws: TokenError.malformed) { try issuer.verify(Self.rfc7515Token, now: 0) }
    let otherKey = TokenIssuer(name: "joe", key: .random())
    #expect(throws: TokenError.badSignature) { try otherKey.verify(Self.rfc7515Token, now: 0) }
  }

  @Test("the unsecured token of RFC 7519 §6.1 is refused")
  func unsecured() {
    let token = """
      eyJhbGciOiJub25lIn0.\
      eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.
      """
    let issuer = TokenIssuer(name: "joe", key: .random())
    #expect(throws: TokenError.unsupportedHeader) { try issuer.verify(token, now: 0) }
  }

  @Test("base64url encodes the vectors of RFC 4648 §10 and the octets of RFC 7515 appendix C")
  func base64() {
    let vectors = [
      "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE",
      "foobar": "Zm9vYmFy",
    ]
    for (plain, encoded) in vectors {
      #expect(Base64.url.encode(Array(plain.utf8)) == Array(encoded.utf8))
      #expect(Base64.url.decode(encoded.utf8) == Array(plain.utf8))
    }
    #expect(Base64.url.encode([3, 236, 255, 224, 193]) == Array("A-z_4ME".utf8))
  }

  @Test(
    "base64url refuses every other spelling",
    arguments: ["A", "Zg==", "Zh", "Zm9", "Zm9v\n", "Zm+v", "Zm/v", "Zm 9v", "Zm9vA", "Zé"])
  func base64Refusals(_ text: String) {
    #expect(Base64.url.decode(text.utf8) == nil)
  }
}

struct RFC4231: Sendable, CustomTestStringConvertible {
  let name: String
  let key, data: [UInt8]
  let tag: String
  var testDescription: String { name }

  static let cases = [
    RFC4231(
      name: "test case 1", key: Array(repeating: 0x0b, count: 20), data: Array("Hi There".utf8),
      tag: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    RFC4231(
      name: "test case 2", key: Array("Jefe".utf8),
      data: Array("what do ya want for nothing?".utf8),
      tag: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    RFC4231(
      name: "test case 3", key: Array(repeating: 0xaa, count: 20),
      data: Array(repeating: 0xdd, count: 50),
      tag: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    RFC4231(
      name: "test case 4", key: Array(1...25), data: Array(repeating: 0xcd, count: 50),
      tag: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    RFC4231(
      name: "test case 6", key: Array(repeating: 0xaa, count: 131),
      data: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      tag: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    RFC4231(
      name: "test case 7", key: Array(repeating: 0xaa, count: 131),
      data: Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      tag: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]
}

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
