import AccordRuntime

/// Turns XML into the JSON of the same value and back, as a shape says.
///
/// Names are compared without their namespaces' prefixes, and none is written. A name that belongs
/// to no member's element is taken for a member's name in JSON.
public enum XMLTranscoder {
  /// JSON for a document, as faithful as a reader of JSON needs to say what is wrong with it:
  /// text that is no number where one belongs is a string, and an element that is there twice is a
  /// member that is there twice.
  ///
  /// Throws for what is not well-formed, or not UTF-8; for a document type declaration; for
  /// elements nested deeper than `depthMax`; for another root element than `root`; and for text
  /// beside elements.
  public static func json(
    fromXML bytes: [UInt8], root: String, shape: XMLShape, depthMax: Int = 64
  ) throws(MalformedXML) -> [UInt8] {
    let tree = try XMLTreeReader.read(bytes, depthMax: depthMax)
    let found = XMLName.unescaped(tree.name(of: 0))
    guard found.isExactly(root) else {
      let message = "root element must be '\(root)', not '\(found)'"
      throw MalformedXML(message, at: Int(tree.elements[0].offset), in: bytes)
    }
    var failure: (message: String, element: Int)?
    let json = JSONWriter.encode { json in
      var writer = XMLToJSON(tree: tree)
      writer.write(0, as: shape, to: &json)
      failure = writer.failure
    }
    guard let failure else { return json }
    throw MalformedXML(
      failure.message, at: Int(tree.elements[failure.element].offset), in: bytes)
  }

  /// A document for JSON of our own writing. Total: anything else gives an empty root element, and
  /// characters that XML 1.0 cannot hold (production 2) become U+FFFD.
  public static func xml(fromJSON bytes: [UInt8], root: String, shape: XMLShape) -> [UInt8] {
    var writer = JSONToXML()
    let decoded = JSONReader.decode(
      JSONValue.self, from: bytes, limits: JSONLimits(depthMax: 256))
    if case .value(let value) = decoded {
      writer.write(value, as: shape, named: root)
    } else {
      writer.write(.string(""), as: .string, named: root)
    }
    return writer.bytes
  }
}
