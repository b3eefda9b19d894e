import AccordYAML

extension Rule {
  /// Media types are well-formed, and of the kinds that are compiled.
  static let mediaTypes = Rule(name: "media-types") { set in
    let empty = set.inventory.requestBodies
      .filter { $0.content.isEmpty && $0.node["content"]?.mapping != nil }
      .map { Diagnostic(at: $0.range(ofKey: "content"), "'content' needs a media type") }
    let twice = set.contentMaps.flatMap {
      $0.content.duplicates(
        by: { $0.name.lowercased() }, at: \.nameRange,
        { "the media type '\($0.name)' is listed twice" })
    }
    let encodings = set.inventory.mediaTypes.filter { $0.node["encoding"] != nil }
      .map { notYet("encoding", in: $0) }
    return empty + twice + encodings
      + set.contentMaps.flatMap(\.content).compactMap { entry in
        guard let kind = MediaKind(entry.name) else {
          return Diagnostic(at: entry.nameRange, "'\(entry.name)' is not a media type")
        }
        if kind == .unsupported {
          return Diagnostic(
            at: entry.nameRange, "the media type '\(entry.name)' is not supported yet")
        }
        guard entry.value.schema == nil, entry.value.node.mapping != nil else { return nil }
        return Diagnostic(at: entry.nameRange, "a body of '\(entry.name)' needs 'schema'")
      }
  }
}

/// What a media type means for the shape of a body.
enum MediaKind: Equatable {
  case json, xml, text, unsupported

  /// Nil for what is no media type at all.
  init?(_ name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(\.isToken), !parts[1].hasPrefix("+") else {
      guard parts.count > 1, name.contains(";") else { return nil }
      self = .unsupported
      return
    }
    switch name.lowercased() {
    case "application/json": self = .json
    case "application/xml", "text/xml": self = .xml
    case "text/plain", "text/html": self = .text
    case let other where other.hasSuffix("+json") && !other.contains("*"): self = .json
    default: self = .unsupported
    }
  }
}

extension DocumentSet {
  /// The bodies of requests and responses.
  var contentMaps: [(content: OrderedMap<MediaType>, isRequest: Bool)] {
    inventory.requestBodies.map { ($0.content, true) }
      + inventory.responses.map { ($0.content, false) }
  }
}
