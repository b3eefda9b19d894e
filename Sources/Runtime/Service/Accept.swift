/// The header field `Accept` (RFC 9110, section 12.5.1).
struct Accept {
  private var ranges: [(type: String, quality: Double)] = []

  /// The offered type that a header field rates highest, the first of equals; nil if all are rated
  /// zero. Without a header field, and without any range that can be read, it is the first.
  static func choose(from offered: [String], by header: String?) -> String? {
    guard let header, let first = offered.first, header != "*/*" else { return offered.first }
    // What is asked for first and without less than full quality needs no comparison.
    if header == first || header.hasPrefix("\(first),") { return first }
    let accept = Accept(header)
    if accept.ranges.isEmpty { return offered.first }
    var best: (type: String, quality: Double)?
    for type in offered {
      let quality = accept.quality(of: type)
      if quality > best?.quality ?? 0 { best = (type, quality) }
    }
    return best?.type
  }

  /// Ranges that cannot be read are passed over.
  init(_ header: String) {
    var reader = FieldReader(header)
    while !reader.isAtEnd {
      reader.skipSpaces()
      if let type = reader.token(), reader.skip("/"), let subtype = reader.token(),
        let parameters = reader.parameters()
      {
        let quality = parameters.first { $0.name == "q" }.map { Double($0.value) ?? 0 } ?? 1
        ranges.append(("\(type)/\(subtype)".lowercased(), min(max(quality, 0), 1)))
      }
      reader.skipElement()
    }
  }

  /// That of the most specific range. Parameters other than `q` do not tell our types apart.
  func quality(of type: String) -> Double {
    let group = type.prefix { $0 != "/" } + "/*"
    for pattern in [type, String(group), "*/*"] {
      if let range = ranges.first(where: { $0.type == pattern }) { return range.quality }
    }
    return 0
  }
}
