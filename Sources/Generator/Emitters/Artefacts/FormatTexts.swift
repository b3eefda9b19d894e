import AccordModel

/// Texts of a format: those of a certain length, and some that are only nearly of it.
struct FormatTexts {
  let format: StringFormat

  /// One to show.
  var example: String {
    switch format {
    case .dateTime: "2020-09-12T18:13:04Z"
    case .date: "2020-09-12"
    case .time: "18:13:04Z"
    case .duration: "PT1H"
    case .uuid: "9b235bcb-0d10-415f-ab9f-9ce23da2a119"
    case .email: "someone@example.org"
    case .uri: "https://example.org/"
    case .uriReference: "/example"
    case .hostname: "example.org"
    case .ipv4: "192.0.2.1"
    case .ipv6: "2001:db8::1"
    case .byte: "dGV4dA=="
    }
  }

  /// A text of exactly so many characters; nil if the format has none.
  func text(ofLength length: Int) -> String? {
    guard length != example.utf8.count else { return example }
    switch format {
    case .dateTime: return Self.time(length, "2020-09-12T18:13:04")
    case .date, .uuid: return nil
    case .time: return Self.time(length, "18:13:04")
    case .duration: return length < 3 ? nil : "P" + Self.repeated("1", length - 2) + "D"
    case .email: return Self.email(length)
    case .uri: return Self.uri(length)
    case .uriReference: return length < 1 ? "" : "/" + Self.repeated("a", length - 1)
    case .hostname: return Self.hostname(length)
    case .ipv4: return Self.ipv4(length)
    case .ipv6: return Self.ipv6(length)
    case .byte: return length % 4 == 0 ? Self.repeated("dGV4", length / 4) : nil
    }
  }

  /// Different texts, as many as are asked for where the format has them.
  func texts(count: Int) -> [String] {
    switch format {
    case .uuid: (0..<count).map { example.dropLast(12) + Self.digits($0, 12) }
    case .date: (0..<min(count, 8000)).map { Self.digits(1000 + $0, 4) + example.dropFirst(4) }
    case .email: (0..<count).map { "someone\($0)@example.org" }
    case .ipv4: (0..<min(count, 65_536)).map { "192.0.\($0 / 256).\($0 % 256)" }
    default: Array((1..<(4 * count + 64)).lazy.compactMap(text(ofLength:)).prefix(count))
    }
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: max(0, count))
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return repeated("0", width - text.count) + text
  }
}

extension FormatTexts {
  /// With a fraction as long as is needed.
  private static func time(_ length: Int, _ start: String) -> String? {
    let digits = length - start.utf8.count - 2
    return digits < 1 ? nil : start + "." + repeated("1", digits) + "Z"
  }

  /// Up to 64 characters, `@`, and a host name (RFC 5321, 4.5.3.1.1).
  private static func email(_ length: Int) -> String? {
    guard (3...254).contains(length) else { return nil }
    if (13...76).contains(length) { return repeated("a", length - 12) + "@example.org" }
    let local = min(64, length - 2)
    return hostname(length - local - 1).map { repeated("a", local) + "@" + $0 }
  }

  private static func uri(_ length: Int) -> String? {
    let start = "https://example.org/"
    guard length < start.utf8.count else { return start + repeated("a", length - start.utf8.count) }
    return length < 2 ? nil : "a:" + repeated("a", length - 2)
  }

  private static func hostname(_ length: Int) -> String? {
    (1...253).contains(length) ? parts(length, of: "e", upTo: 63, between: ".") : nil
  }

  private static func ipv4(_ length: Int) -> String? {
    guard (7...15).contains(length) else { return nil }
    var rest = length - 7
    let bytes = (0..<4).map { _ -> String in
      let more = min(2, rest)
      rest -= more
      return ["1", "10", "100"][more]
    }
    return bytes.joined(separator: ".")
  }

  private static func ipv6(_ length: Int) -> String? {
    switch length {
    case 2: return "::"
    case 3...14: return "::" + parts(length - 2, of: "1", upTo: 4, between: ":")
    case 15...39:
      var rest = length - 15
      let groups = (0..<8).map { _ -> String in
        let more = min(3, rest)
        rest -= more
        return repeated("1", more + 1)
      }
      return groups.joined(separator: ":")
    default: return nil
    }
  }

  /// Parts of up to `widest` letters with a sign between them, `length` characters in all, above 0.
  private static func parts(
    _ length: Int, of letter: String, upTo widest: Int, between sign: String
  ) -> String {
    var rest = length
    var parts: [String] = []
    while rest > widest {
      let width = min(widest, rest - 2)
      parts.append(repeated(letter, width))
      rest -= width + 1
    }
    return (parts + [repeated(letter, rest)]).joined(separator: sign)
  }
}

extension FormatTexts {
  /// Texts that are of the format though they do not look like the example.
  var unusual: [(id: String, text: String)] {
    switch format {
    case .dateTime:
      [("offset", "2020-02-29T23:59:59.999+14:00"), ("lower", "2020-09-12t18:13:04z")]
    case .date: [("leap-day", "2020-02-29")]
    case .time: [("offset", "23:59:59-12:00")]
    case .duration: [("weeks", "P2W"), ("all", "P1Y2M3DT4H5M6S")]
    case .uuid: [("upper", "9B235BCB-0D10-415F-AB9F-9CE23DA2A119")]
    case .email: [("tagged", "some.one+tag@mail.example.org")]
    case .uri: [("opaque", "urn:example:a")]
    case .uriReference: [("absolute", "https://example.org/a?b=c#d")]
    case .hostname: [("label", "example")]
    case .ipv4: [("greatest", "255.255.255.255")]
    case .ipv6: [("mapped", "::ffff:192.0.2.1")]
    case .byte: [("padded", "dGV4dDE=")]
    }
  }

  /// Texts that miss the format by one thing, the most telling first.
  var missed: [(id: String, text: String)] {
    switch format {
    case .dateTime:
      [
        ("day", "2020-02-30T18:13:04Z"), ("offset", "2020-09-12T18:13:04"),
        ("space", "2020-09-12 18:13:04Z"), ("hour", "2020-09-12T24:13:04Z"),
      ]
    case .date: [("day", "2021-02-29"), ("digits", "2020-9-12")]
    case .time: [("hour", "24:13:04Z"), ("offset", "18:13:04")]
    case .duration: [("empty", "P"), ("start", "1H"), ("gap", "P1Y1D")]
    case .uuid:
      [
        ("digits", "9b235bcb-0d10-415f-ab9f-9ce23da2a11"),
        ("letter", "9b235bcb-0d10-415f-ab9f-9ce23da2a11g"),
        ("hyphens", "9b235bcb0d10415fab9f9ce23da2a119"),
      ]
    case .email:
      [("host", "someone"), ("local", "@example.org"), ("space", "some one@example.org")]
    case .uri: [("scheme", "/example"), ("space", "https://example.org/a b")]
    case .uriReference: [("space", "/an example"), ("percent", "/%zz")]
    case .hostname:
      [("hyphen", "-example.org"), ("sign", "exam_ple.org"), ("dots", "example..org")]
    case .ipv4: [("byte", "192.0.2.256"), ("part", "192.0.2"), ("zero", "192.0.2.01")]
    case .ipv6: [("digit", "2001:db8::g"), ("gaps", "2001::db8::1")]
    case .byte: [("padding", "dGV4dA="), ("sign", "dGV4d!==")]
    }
  }
}
