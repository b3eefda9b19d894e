import CLibXML

/// Reads a document into a tree with libxml2's push parser.
///
/// A document type declaration ends the reading before anything in it is looked at, so there are
/// no entities but XML's own five, nothing is fetched, and a document is no larger than its bytes.
final class XMLTreeReader {
  let bytes: [UInt8]
  private let depthMax: Int
  private(set) var tree = XMLTree()
  private(set) var failure: MalformedXML?
  private var open: [Int] = []
  /// Valid while `parse` runs, which frees it; the handler's calls are made within.
  private var context: xmlParserCtxtPtr?

  static func read(_ bytes: [UInt8], depthMax: Int) throws(MalformedXML) -> XMLTree {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    try checkEncoding(of: text)
    let limit = AttributeLimit(bytes: text)
    if let place = limit.firstBreach() {
      let message = "an element has more than \(limit.attributesMax) attributes"
      throw MalformedXML(message, at: place, in: text)
    }
    let reader = XMLTreeReader(text, depthMax: depthMax)
    reader.parse()
    if let failure = reader.failure { throw failure }
    return reader.tree
  }

  private init(_ bytes: [UInt8], depthMax: Int) {
    self.bytes = bytes
    self.depthMax = depthMax
  }

  /// UTF-8 without null bytes, so that libxml2 takes it for no other encoding.
  private static func checkEncoding(of bytes: [UInt8]) throws(MalformedXML) {
    if bytes.isEmpty { throw MalformedXML("document is empty", line: 1, column: 1) }
    // Places in the tree are 32-bit.
    if bytes.count >= Int(Int32.max) { throw MalformedXML("document is larger than 2 GB") }
    if let null = bytes.firstIndex(of: 0) {
      throw MalformedXML("document holds a null byte", at: null, in: bytes)
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw MalformedXML("document is not UTF-8")
    }
  }

  private static let initialized: Void = xmlInitParser()

  private func parse() {
    Self.initialized
    var handler = Self.handler
    // Unretained, because the parser does not outlive this call, and self does.
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    context = xmlCreatePushParserCtxt(&handler, receiver, nil, 0, nil)
    guard let context else { return failure = MalformedXML("document cannot be read") }
    defer {
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    // NOENT puts XML's own entities into attribute values; there are no others.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue))
    feed(context)
    if failure == nil, context.pointee.wellFormed == 0 {
      failure = MalformedXML("document is not well-formed")
    }
  }

  /// In pieces, so that the parser's buffer stays below its limit on look-ahead.
  private func feed(_ context: xmlParserCtxtPtr) {
    let pieceSize = 1 << 20
    // libxml2 takes C pointers. Each piece lies within the buffer, which is lent for this closure,
    // and is copied before the call returns.
    bytes.withUnsafeBytes { buffer in
      for start in stride(from: 0, to: buffer.count, by: pieceSize) where failure == nil {
        let piece = UnsafeRawBufferPointer(rebasing: buffer[start...].prefix(pieceSize))
        let characters = piece.bindMemory(to: CChar.self).baseAddress
        let isLast: Int32 = start + pieceSize >= buffer.count ? 1 : 0
        xmlParseChunk(context, characters, Int32(piece.count), isLast)
      }
    }
  }
}

/// What the handler's functions call.
extension XMLTreeReader {
  func begin() {
    guard let context else { return }
    // C strings of the parser's own, read while it waits for this call. UTF-8 is noted in one
    // place, and any other encoding, which the parser would convert from, in the other.
    for name in [context.pointee.encoding, context.pointee.input?.pointee.encoding] {
      guard let name else { continue }
      let encoding = String(cString: name)
      if !["utf-8", "utf8"].contains(encoding.lowercased()) {
        stop(MalformedXML("document must be in UTF-8, not in '\(encoding)'", line: 1, column: 1))
      }
    }
  }

  func beginElement(_ name: String) {
    guard failure == nil else { return }
    let offset = tagOffset
    guard open.count < depthMax else {
      let message = "elements are nested more than \(depthMax) deep"
      return stop(MalformedXML(message, at: offset, in: bytes))
    }
    open.append(tree.add(name, at: offset, in: open.last))
  }

  func attribute(_ name: String, prefix: String?, namespace: String?, _ value: String) {
    guard failure == nil, let element = open.last else { return }
    if namespace == "http://www.w3.org/2001/XMLSchema-instance", name == "nil" {
      if ["true", "1"].contains(value) { tree.setNil(element) }
    } else {
      tree.addAttribute(name, value, hasPrefix: prefix != nil)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let element = open.last else { return }
    tree.addText(bytes, to: element)
  }

  func endElement() { _ = open.popLast() }

  func documentType() {
    let offset = context.map { Int(xmlByteConsumed($0)) } ?? 0
    let message = "document type declarations are not accepted"
    stop(MalformedXML(message, at: openingBracket(before: offset), in: bytes))
  }

  func error(_ message: String, line: Int, column: Int) {
    if failure == nil { failure = MalformedXML(message, line: line, column: column) }
  }

  private func stop(_ reason: MalformedXML) {
    if failure == nil { failure = reason }
    if let context { xmlStopParser(context) }
  }

  /// Where the tag that is being read begins. The parser tells where it ends, and no `<` can stand
  /// within.
  private var tagOffset: Int {
    openingBracket(before: context.map { Int(xmlByteConsumed($0)) } ?? 0)
  }

  private func openingBracket(before offset: Int) -> Int {
    bytes.prefix(max(offset, 0)).lastIndex(of: UInt8(ascii: "<")) ?? 0
  }
}
