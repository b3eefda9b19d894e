import CLibXML

/// The functions that libxml2 calls. Their parameters are C pointers to text that is lent for the
/// call, and copied here; the receiver is the reader that `parse` gave, which outlives the parser.
extension XMLTreeReader {
  /// Without functions for entities, which therefore are undeclared.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startDocument = { XMLTreeReader.of($0)?.begin() }
    handler.internalSubset = { receiver, _, _, _ in XMLTreeReader.of(receiver)?.documentType() }
    handler.startElementNs = { receiver, name, _, _, _, _, count, _, attributes in
      let reader = XMLTreeReader.of(receiver)
      reader?.beginElement(string(name))
      for index in 0..<Int(count) { reader?.attribute(at: index, of: attributes) }
    }
    handler.endElementNs = { receiver, _, _, _ in XMLTreeReader.of(receiver)?.endElement() }
    handler.characters = {
      XMLTreeReader.of($0)?.text(UnsafeBufferPointer(start: $1, count: Int($2)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { receiver, error in
      guard let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
      let message = error.message.map { String(cString: $0) } ?? "document is not well-formed"
      XMLTreeReader.of(receiver)?
        .error(trimmed(message), line: Int(error.line), column: Int(error.int2))
    }
    return handler
  }

  private static func of(_ receiver: UnsafeMutableRawPointer?) -> XMLTreeReader? {
    receiver.map { Unmanaged<XMLTreeReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Of five pointers for each attribute: its name, prefix, namespace, and its value's two ends.
  private func attribute(at index: Int, of list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard let parts = list.map({ $0 + index * 5 }), let start = parts[3], let end = parts[4]
    else { return }
    let value = UnsafeBufferPointer(start: start, count: end - start)
    attribute(
      string(parts[0]), prefix: parts[1].map { String(cString: $0) },
      namespace: parts[2].map { String(cString: $0) }, String(decoding: value, as: UTF8.self))
  }
}

private func string(_ text: UnsafePointer<UInt8>?) -> String {
  text.map { String(cString: $0) } ?? ""
}

/// libxml2's messages end in a line break.
private func trimmed(_ message: String) -> String {
  String(message.reversed().drop(while: \.isWhitespace).reversed())
}
