extension JSONWriter {
  public mutating func writeNull() { append("null") }

  public mutating func write(_ value: Bool) {
    value ? append("true") : append("false")
  }

  public mutating func write(_ value: Int32) { write(Int(value)) }

  public mutating func write(_ value: Int) {
    // 19 digits and a sign.
    reserve(20)
    if value < 0 { put(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let digits = Self.digits(rest)
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      bytes[place] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
      rest /= 10
    } while rest > 0
  }

  private static func digits(_ value: UInt) -> Int {
    var (digits, bound) = (1, 10 as UInt)
    while digits < 20, value >= bound {
      digits &+= 1
      bound = bound &* 10
    }
    return digits
  }

  /// The shortest text that reads back as the value, without a point when it is whole and below
  /// 2^53. JSON has no other numbers than finite ones, and contracts admit none: NaN and infinities
  /// are written as null.
  public mutating func write(_ value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53, whole != 0 || value.sign == .plus
    {
      write(whole)
    } else if value.isFinite {
      append(ascii: value.description)
    } else {
      writeNull()
    }
  }

  mutating func write(number: JSONNumber) { append(ascii: number.text) }

  @inlinable
  public mutating func write(_ value: some JSONEncodable) { value.encode(to: &self) }

  private mutating func append(ascii text: String) {
    var text = text
    text.withUTF8 { text in
      guard let base = text.baseAddress else { return }
      reserve(text.count)
      (bytes + count).update(from: base, count: text.count)
      count &+= text.count
    }
  }
}

extension JSONWriter {
  public mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { append(quoted: $0) }
  }

  private mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
    // Quotes, and the seven bytes that a store of eight may touch beyond the text.
    reserve(text.count &+ 10)
    put(UInt8(ascii: "\""))
    if let base = text.baseAddress { append(escaping: base, count: text.count) }
    put(UInt8(ascii: "\""))
  }

  /// Copies eight bytes at a time and looks at them on the way. Keeps room for the rest of the text
  /// and nine bytes.
  @inline(__always)
  private mutating func append(escaping text: UnsafePointer<UInt8>, count length: Int) {
    var index = 0
    while index < length {
      if length &- index >= 8 {
        let word = ByteWord.load(text + index)
        ByteWord.store(word, to: bytes + count)
        let hits = ByteWord.escapable(word)
        let plain = hits == 0 ? 8 : hits.trailingZeroBitCount >> 3
        index &+= plain
        count &+= plain
        if hits == 0 { continue }
      }
      let byte = text[index]
      if Self.isPlain(byte) { put(byte) } else { escape(byte, before: length &- index) }
      index &+= 1
    }
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Escapes what JSON obliges to (RFC 8259, section 7), briefly where it can.
  @inline(never)
  private mutating func escape(_ byte: UInt8, before rest: Int) {
    reserve(6 &+ rest &+ 9)
    put(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: put(UInt8(ascii: "b"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0C: put(UInt8(ascii: "f"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0x20...: put(byte)
    default:
      append("u00")
      put(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let low = byte & 0x0F
      put(low < 10 ? low &+ UInt8(ascii: "0") : low &- 10 &+ UInt8(ascii: "a"))
    }
  }
}
