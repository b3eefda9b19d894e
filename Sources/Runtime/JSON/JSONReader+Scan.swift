extension JSONReader {
  /// Finds the end of a string, the cursor being behind its opening quote, and checks it whole:
  /// control characters, escapes, surrogates and UTF-8. The cursor moves behind the closing quote.
  @inline(__always)
  mutating func scanString() throws(MalformedJSON) -> ScannedString {
    let from = cursor
    var place = from
    while end - place >= 8 {
      let hits = ByteWord.special(ByteWord.load(place))
      guard hits != 0 else {
        place += 8
        continue
      }
      place += hits.trailingZeroBitCount >> 3
      return try finishString(from, at: place)
    }
    while place < end, isPlain(place.pointee) { place += 1 }
    return try finishString(from, at: place)
  }

  @inline(__always)
  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  @inline(__always)
  private mutating func finishString(
    _ from: UnsafePointer<UInt8>, at place: UnsafePointer<UInt8>
  ) throws(MalformedJSON) -> ScannedString {
    guard place < end, place.pointee == UInt8(ascii: "\"") else {
      return try scanMixedString(from, at: place)
    }
    cursor = place + 1
    return ScannedString(start: from, end: place, scalars: place - from, hasEscapes: false)
  }

  /// The general case, from the first byte that is not plain ASCII.
  private mutating func scanMixedString(
    _ from: UnsafePointer<UInt8>, at first: UnsafePointer<UInt8>
  ) throws(MalformedJSON) -> ScannedString {
    var place = first
    var scalars = first - from
    var hasEscapes = false
    while place < end {
      switch place.pointee {
      case UInt8(ascii: "\""):
        cursor = place + 1
        return ScannedString(start: from, end: place, scalars: scalars, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        place = try scanEscape(place)
      case 0..<0x20: throw malformed(.controlCharacter, at: place)
      case 0x20..<0x80: place += 1
      default:
        let length = UTF8Sequence.length(at: place, end: end)
        guard length > 0 else { throw malformed(.invalidUTF8, at: place) }
        place += length
      }
      scalars += 1
    }
    throw malformed(.unexpectedEnd, at: end)
  }

  /// Checks the escape at a backslash and returns the place behind it, a surrogate pair being one.
  private func scanEscape(
    _ place: UnsafePointer<UInt8>
  ) throws(MalformedJSON) -> UnsafePointer<UInt8> {
    guard end - place >= 2 else { throw malformed(.unexpectedEnd, at: end) }
    guard place[1] == UInt8(ascii: "u") else {
      guard ScannedString.simpleEscape(place[1]) != nil else {
        throw malformed(.invalidEscape, at: place)
      }
      return place + 2
    }
    let unit = try scanUnit(place)
    guard unit & 0xF800 == 0xD800 else { return place + 6 }
    let low = place + 6
    guard unit < 0xDC00, end - low >= 2, low[0] == UInt8(ascii: "\\"), low[1] == UInt8(ascii: "u"),
      try scanUnit(low) & 0xFC00 == 0xDC00
    else { throw malformed(.loneSurrogate, at: place) }
    return place + 12
  }

  /// The code unit of `\uXXXX`, of which the first two bytes were seen.
  private func scanUnit(_ place: UnsafePointer<UInt8>) throws(MalformedJSON) -> UInt32 {
    guard end - place >= 6 else { throw malformed(.unexpectedEnd, at: end) }
    guard let unit = ScannedString.hexadecimal(place + 2) else {
      throw malformed(.invalidEscape, at: place)
    }
    return unit
  }
}
