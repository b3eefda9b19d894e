import NIOCore

/// Collects a request body, in whatever pieces it arrives (RFC 9112, sections 6 and 7).
struct BodyReader {
  private(set) var body: [UInt8] = []
  private var state: State
  private let bytesMax: Int
  /// What chunk extensions and trailers may use up together, in bytes: they carry nothing, so a
  /// client that sends many is up to no good.
  private var overheadLeft = 4096

  private enum State {
    case content(left: Int)
    case chunkSize
    case chunk(left: Int)
    case chunkEnd
    case trailers
    case done
  }

  /// Refuses a declared length over the limit before any of the body is read.
  init(_ framing: BodyFraming, bytesMax: Int) throws(Rejection) {
    self.bytesMax = bytesMax
    switch framing {
    case .none: state = .done
    case .length(let length):
      guard length <= bytesMax else { throw .bodyTooLarge }
      state = .content(left: length)
    case .chunked: state = .chunkSize
    }
  }

  /// Takes what it can from `bytes`; returns whether the body is whole.
  mutating func read(_ bytes: inout ByteBuffer) throws(Rejection) -> Bool {
    while true {
      switch state {
      case .done: return true
      case .content(let left):
        state = take(left, from: &bytes).map { .content(left: $0) } ?? .done
        if case .content = state { return false }
      case .chunk(let left):
        state = take(left, from: &bytes).map { .chunk(left: $0) } ?? .chunkEnd
        if case .chunk = state { return false }
      case .chunkSize:
        guard let size = try readChunkSize(&bytes) else { return false }
        state = size == 0 ? .trailers : .chunk(left: size)
      case .chunkEnd:
        guard let line = try Self.line(&bytes, lengthMax: 0) else { return false }
        guard line.isEmpty else { throw .malformed("A chunk is longer than its size.") }
        state = .chunkSize
      case .trailers:
        guard let line = try Self.line(&bytes, lengthMax: overheadLeft) else { return false }
        overheadLeft -= line.count
        state = line.isEmpty ? .done : .trailers
      }
    }
  }

  /// Moves up to `count` bytes into the body; returns how many are still missing, nil for none.
  private mutating func take(_ count: Int, from bytes: inout ByteBuffer) -> Int? {
    let available = min(count, bytes.readableBytes)
    if body.isEmpty, available == count {
      body = bytes.readBytes(length: available) ?? []
    } else if let part = bytes.readSlice(length: available) {
      body.append(contentsOf: part.readableBytesView)
    }
    return available == count ? nil : count - available
  }

  /// `chunk-size [ chunk-ext ]`, in hexadecimal digits. White space before an extension is bad, but
  /// to be removed (RFC 9112, section 7.1.1; RFC 9110, section 5.6.3).
  private mutating func readChunkSize(_ bytes: inout ByteBuffer) throws(Rejection) -> Int? {
    guard let line = try Self.line(&bytes, lengthMax: min(overheadLeft, 512) + 16) else {
      return nil
    }
    var digits = line.prefix { $0 != UInt8(ascii: ";") }
    while digits.count < line.count, digits.last == 0x20 || digits.last == 0x09 {
      digits.removeLast()
    }
    guard !digits.isEmpty, digits.count <= 15,
      let text = String(validating: digits, as: UTF8.self),
      digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
      let size = Int(text, radix: 16)
    else { throw .malformed("A chunk size that is not a hexadecimal number.") }
    overheadLeft -= line.count - digits.count
    guard overheadLeft >= 0 else { throw .malformed("Too many chunk extensions.") }
    guard size <= bytesMax - body.count else { throw .bodyTooLarge }
    return size
  }

  /// The next line without its end, or nil if it has none yet.
  private static func line(
    _ bytes: inout ByteBuffer, lengthMax: Int
  ) throws(Rejection) -> [UInt8]? {
    let end = try ByteGrammar.lineEnd(bytes.readableBytesUInt8Span, from: 0)
    // One more than the longest line may be there: the CR whose LF is still on its way.
    guard end ?? (bytes.readableBytes - 1) <= lengthMax else {
      throw .malformed("The chunked coding of the body is broken.")
    }
    guard let end else { return nil }
    let line = bytes.readBytes(length: end)
    bytes.moveReaderIndex(forwardBy: 2)
    return line
  }
}
