/// The header field `Accept` (RFC 9110, section 12.5.1).
struct Accept {
  private var ranges: [(type: String, hasParameters: Bool, quality: Int)] = []

  /// The offered type that a header field rates highest, the first of equals; nil if all are rated
  /// zero. Without a header field, and without any range that can be read, it is the first.
  static func choose(from offered: [String], by header: String?) -> String? {
    guard let header, let first = offered.first, header != "*/*" else { return offered.first }
    // What is asked for first and without less than full quality needs no comparison.
    if header == first || header.hasPrefix("\(first),") { return first }
    let accept = Accept(header)
    if accept.ranges.isEmpty { return offered.first }
    var best: (type: String, quality: Int)?
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
        let parameters = reader.parameters(),
        let quality = Self.quality(parameters.first { $0.name == "q" }?.value ?? "1")
      {
        let hasParameters = parameters.contains { $0.name != "q" }
        ranges.append(("\(type)/\(subtype)".lowercased(), hasParameters, quality))
      }
      reader.skipElement()
    }
  }

  /// A weight in thousandths; nil unless it is 0 to 1 with at most three decimals (section 12.4.2).
  private static func quality(_ text: String) -> Int? {
    let digits = Array(text.utf8)
    guard let first = digits.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1"),
      digits.count <= 5, digits.count == 1 || digits[1] == UInt8(ascii: ".")
    else { return nil }
    var thousandths = first == UInt8(ascii: "1") ? 1000 : 0
    for (digit, unit) in zip(digits.dropFirst(2), [100, 10, 1]) {
      guard ASCII.isDigit(digit) else { return nil }
      thousandths += Int(digit - UInt8(ascii: "0")) * unit
    }
    return thousandths <= 1000 ? thousandths : nil
  }

  /// That of the most specific range. Parameters do not tell our types apart, but a range without
  /// any is about the type as it is offered, and goes before one with some.
  func quality(of type: String) -> Int {
    let group = type.prefix { $0 != "/" } + "/*"
    for pattern in [type, String(group), "*/*"] {
      let matches = ranges.filter { $0.type == pattern }
      if let range = matches.first(where: { !$0.hasParameters }) ?? matches.first {
        return range.quality
      }
    }
    return 0
  }
}
