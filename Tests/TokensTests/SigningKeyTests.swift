import Testing

@testable import Tokens

@Suite("Signing keys")
struct SigningKeyTests {
  @Test("a secret under 256 bits is refused with its length", arguments: [0, 1, 31])
  func weak(_ count: Int) {
    let expected = WeakSecret.tooShort(bytes: count, bytesMin: 32)
    #expect(throws: expected) { try SigningKey(secret: Array(repeating: 1, count: count)) }
    #expect(throws: expected) { try SigningKey(text: String(repeating: "x", count: count)) }
    #expect(expected.description.contains("\(count) bytes"))
  }

  @Test("a text is its UTF-8 bytes, or base64 after the prefix")
  func text() throws {
    let plain = String(repeating: "é", count: 16)
    #expect(try SigningKey(text: plain).secret == Array(plain.utf8))
    let zeros = String(repeating: "A", count: 43)
    #expect(try SigningKey(text: "base64:" + zeros).secret == Array(repeating: 0, count: 32))
    #expect(try SigningKey(text: "base64:" + zeros + "=").secret.count == 32)
    #expect(throws: WeakSecret.notBase64) { try SigningKey(text: "base64:?") }
    #expect(throws: WeakSecret.self) { try SigningKey(text: "base64:AAAA") }
  }

  @Test("two random keys differ and have 256 bits")
  func random() {
    #expect(SigningKey.random().secret.count == 32)
    #expect(SigningKey.random().secret != SigningKey.random().secret)
  }

  @Test("the secret is in no description, dump or mirror")
  func concealment() throws {
    let key = try SigningKey(text: "correct horse battery staple, and then some")
    let issuer = TokenIssuer(name: "user-service", key: key)
    var dumped = ""
    dump(issuer, to: &dumped)
    for shown in [
      "\(key)", String(reflecting: key), "\(issuer)", String(reflecting: issuer), dumped,
    ] {
      #expect(!shown.contains("correct"))
      #expect(!shown.contains("99, 111, 114"))
    }
    #expect(Mirror(reflecting: key).children.isEmpty)
  }
}
