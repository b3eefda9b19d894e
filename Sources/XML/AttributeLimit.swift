/// How many attributes an element may have, namespaces counted.
///
/// libxml2 compares each with all before it, so that a megabyte of them in one element would keep a
/// processor busy for most of a minute. It tells of none before it has compared them all.
struct AttributeLimit {
  let attributesMax = 256
  let bytes: [UInt8]

  /// Where the first tag stands that has too many; nil if none has. One look at each byte, right
  /// for every document up to the first thing in it that is not well-formed.
  func firstBreach() -> Int? {
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if let end = endOfUnparsed(at: open) {
        place = end
      } else {
        let tag = tag(at: open)
        if tag.values > attributesMax { return open }
        place = tag.end
      }
    }
    return nil
  }

  /// The end of what may hold any text, if that is what begins here.
  private func endOfUnparsed(at open: Int) -> Int? {
    for (start, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[open...].starts(with: start.utf8) {
      return self.end(of: Array(end.utf8), from: open + start.utf8.count)
    }
    return nil
  }

  private func end(of text: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count, !bytes[place...].starts(with: text) { place += 1 }
    return min(place + text.count, bytes.count)
  }

  /// How many quoted values a tag has, and where it ends: no `<` can stand within.
  private func tag(at open: Int) -> (values: Int, end: Int) {
    var (values, place) = (0, open + 1)
    var quote: UInt8?
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      let byte = bytes[place]
      if quote == nil, byte == UInt8(ascii: ">") { break }
      if byte == quote {
        quote = nil
        values += 1
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      place += 1
    }
    return (values, place)
  }
}
