import Foundation
import Testing

@testable import Tokens

/// Tokens exchanged with PyJWT, an implementation that shares nothing with ours.
@Suite("PyJWT", .serialized)
struct PyJWTTests {
  private static let secret = "0123456789abcdef0123456789abcdef"
  private let now = Int64(Date().timeIntervalSince1970)

  private func issuer() throws -> TokenIssuer {
    TokenIssuer(name: "user-service", key: try SigningKey(text: Self.secret))
  }

  @Test("PyJWT accepts what we sign and reads the same claims")
  func accepted() throws {
    guard let python = Python.find() else { return Python.reportSkip() }
    let claims = try issuer().claims(for: "u-\"é😀", now: now, lifetimeSeconds: 60)
    let answer = try python.run(Self.verifier, [issuer().sign(claims), Self.secret])
    #expect(answer == "\(claims.subject)|\(now)|\(now + 60)|\(claims.id)")
  }

  @Test("PyJWT refuses what we signed long ago, and what was changed since")
  func refused() throws {
    guard let python = Python.find() else { return Python.reportSkip() }
    let old = try issuer().claims(for: "u", now: now - 100, lifetimeSeconds: 60)
    let expired = try issuer().sign(old)
    #expect(try python.run(Self.verifier, [expired, Self.secret]) == "ExpiredSignatureError")
    var token = try issuer().sign(issuer().claims(for: "u", now: now, lifetimeSeconds: 60))
    token = String(token.dropLast(2)) + (token.hasSuffix("AA") ? "BA" : "AA")
    #expect(try python.run(Self.verifier, [token, Self.secret]) == "InvalidSignatureError")
  }

  @Test("we accept what PyJWT signs, and refuse its expired, unsigned and otherwise signed tokens")
  func reverse() throws {
    guard let python = Python.find() else { return Python.reportSkip() }
    let output = try python.run(Self.signer, [Self.secret, "\(now)"])
    let tokens = output.split(separator: "\n").map(String.init)
    try #require(tokens.count == 6)
    let claims = try issuer().verify(tokens[0], now: now)
    #expect(claims.subject == "u-é" && claims.id == "j" && claims.expiresAt == now + 60)
    let errors: [TokenError] = [
      .expired, .unsupportedHeader, .unsupportedHeader, .badSignature, .wrongIssuer,
    ]
    for (token, error) in zip(tokens.dropFirst(), errors) {
      #expect(throws: error) { try issuer().verify(token, now: now) }
    }
  }

  private static let verifier = """
    import jwt, sys
    try:
        c = jwt.decode(sys.argv[1], sys.argv[2], algorithms=["HS256"], issuer="user-service",
                       options={"require": ["exp", "iat", "iss", "sub", "jti"]})
        print(c["sub"], c["iat"], c["exp"], c["jti"], sep="|")
    except jwt.PyJWTError as error:
        print(type(error).__name__)
    """

  private static let signer = """
    import jwt, sys
    secret, now = sys.argv[1], int(sys.argv[2])
    c = {"iss": "user-service", "sub": "u-é", "iat": now, "exp": now + 60, "jti": "j"}
    print(jwt.encode(c, secret, algorithm="HS256"))
    print(jwt.encode({**c, "exp": now - 1, "iat": now - 9}, secret, algorithm="HS256"))
    print(jwt.encode(c, None, algorithm="none"))
    print(jwt.encode(c, secret * 2, algorithm="HS512"))
    print(jwt.encode(c, "x" + secret, algorithm="HS256"))
    print(jwt.encode({**c, "iss": "other"}, secret, algorithm="HS256"))
    """
}

/// A Python that can import PyJWT: `ACCORD_PYTHON`, the package's virtual environment, or the system's.
struct Python {
  let path: String

  static func find() -> Python? {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["ACCORD_PYTHON"].map { [$0] } ?? []
    let searched = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let local = [root.path, FileManager.default.currentDirectoryPath]
      .map { "\($0)/.venv/bin/python3" }
    return (named + local + searched)
      .filter { FileManager.default.isExecutableFile(atPath: $0) }
      .map(Python.init).first { (try? $0.run("import jwt; jwt.PyJWTError", [])) == "" }
  }

  static func reportSkip() {
    print("skipped: no python3 with PyJWT; set ACCORD_PYTHON or install PyJWT into .venv")
  }

  /// What the program prints, trimmed; an exit status other than 0 is an error.
  func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", program] + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitStatus(code: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  struct ExitStatus: Error { let code: Int32 }
}
