import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import AccordServer

/// The head reader by itself, and beside an independent parser: SwiftNIO's, which is llhttp.
struct HeadReaderTests {
  private func read(_ text: some Collection<UInt8>) throws -> (head: RequestHead, length: Int)? {
    let bytes = ByteBuffer(bytes: text)
    return try HeadReader.read(bytes.readableBytesUInt8Span, bytesMax: 16_384)
  }

  @Test("a head is incomplete until its last byte")
  func incomplete() throws {
    let text = "GET /a HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n"
    for count in 0..<text.utf8.count { #expect(try read(text.utf8.prefix(count)) == nil) }
    let whole = try #require(try read(text.utf8 + [65]))
    #expect(whole.length == text.utf8.count)
    #expect(whole.head.target == .origin("/a"))
    #expect(whole.head.framing == .none)
  }

  @Test("known and unknown field names read alike in any case")
  func names() throws {
    for name in ["Accept", "aCCept-lANGUAGE", "X-UNKNOWN", "Content-Typf", "!#$%&'*+-.^_`|~09"] {
      let read = try read("GET / HTTP/1.1\r\nHost: h\r\n\(name): v\r\n\r\n".utf8)
      let field = try #require(read?.head.fields.last)
      #expect(field.name.canonicalName == name.lowercased())
      #expect(field.value == "v")
    }
  }

  @Test("a value that is not UTF-8 keeps its bytes")
  func latin() throws {
    let bytes = Array("GET / HTTP/1.1\r\nHost: h\r\nA: x".utf8) + [0xE9] + Array("\r\n\r\n".utf8)
    let field = try #require(try read(bytes)?.head.fields.last)
    #expect(field.withUnsafeBytesOfValue { Array($0) } == [0x78, 0xE9])
  }

  @Test("what is accepted here, an independent parser reads the same")
  func differential() throws {
    var generator = IDGenerator(seed: 1)
    var accepted = 0
    for _ in 0..<40_000 {
      let bytes = mutated(using: &generator)
      // The other parser knows a fixed list of methods only.
      guard let (head, _) = try? read(bytes), Self.methods.contains(head.method) else { continue }
      let other = try #require(try parts(bytes), "\(String(decoding: bytes, as: UTF8.self))")
      accepted += 1
      #expect(other.method.rawValue == head.method.rawValue)
      #expect(other.headers.count == head.fields.count)
      for (theirs, ours) in zip(other.headers, head.fields) {
        #expect(theirs.name.lowercased() == ours.name.canonicalName)
        // The other parser leaves the blanks after a value to its caller.
        #expect(theirs.value.trimmed == ours.value)
      }
      #expect(other.isKeepAlive == head.keepsAlive)
    }
    #expect(accepted > 1000)
  }

  private static let methods: Set<HTTPRequest.Method> = [.get, .put, .post, .delete]
  private static let seeds = [
    "GET /a?b=c HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n",
    "PUT /x HTTP/1.1\r\nHost: h:80\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
    "POST / HTTP/1.0\r\nContent-Type: a/b;c=d\r\n\r\n",
    "DELETE /y HTTP/1.1\r\nhost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ].map { Array($0.utf8) }

  /// One to three random edits of a seed: replace, insert, delete or repeat a piece.
  private func mutated(using generator: inout IDGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      "\r\n", "\n", "\r", " ", ":", ",", "\0", "0", "1", "\u{e9}", "chunked", "close", "/", "h",
      "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n", "Host: h\r\n", "A: b\r\n",
    ].map { Array($0.utf8) }
    var bytes = Self.seeds.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      let piece = pieces.randomElement(using: &generator) ?? []
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.replaceSubrange(index...index, with: piece)
      case 1: bytes.insert(contentsOf: piece, at: index)
      default: bytes.remove(at: index)
      }
    }
    return bytes
  }

  /// What SwiftNIO's decoder makes of the first head; throws if it refuses it.
  private func parts(_ bytes: [UInt8]) throws -> HTTPRequestHead? {
    let channel = EmbeddedChannel(handler: ByteToMessageHandler(HTTPRequestDecoder()))
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    // What follows the head may be an error of its own; the head has been passed on by then.
    _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
    guard case .head(let head) = try channel.readInbound(as: HTTPServerRequestPart.self) else {
      return nil
    }
    return head
  }
}

extension String {
  fileprivate var trimmed: Substring {
    self[..<(lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex)]
  }
}

struct DateFieldTests {
  @Test(
    "dates are written as RFC 9110 has them",
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-5, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
  func text(seconds: Int, text: String) {
    #expect(DateField.text(secondsSinceEpoch: seconds) == text)
  }
}
