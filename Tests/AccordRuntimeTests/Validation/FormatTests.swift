import AccordRuntime
import Testing

@Suite struct FormatTests {
  static let table: [(StringFormat, valid: [String], invalid: [String])] = [
    (
      .date, ["2024-02-29", "2000-02-29", "2023-12-31", "0000-01-01", "9999-12-31", "2024-04-30"],
      [
        "", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-01", "2024-01-00",
        "2024-01-32", "24-01-01", "2024-1-1", "2024/01/01", "2024-01-01 ", " 2024-01-01",
        "20240101",
        "2024-01-01T00:00:00Z", "+2024-01-01", "２０２４-01-01",
      ]
    ),
    (
      .time,
      [
        "00:00:00Z", "23:59:59z", "12:00:00.5+01:00", "23:59:60Z", "00:59:60+01:00",
        "18:59:60-05:00", "12:00:00.123456789012Z", "12:00:00-23:59",
      ],
      [
        "", "12:00", "12:00:00", "24:00:00Z", "12:60:00Z", "12:00:61Z", "12:00:60Z", "12:00:00.Z",
        "12:00:00+1:00", "12:00:00+24:00", "12:00:00+01:60", "12:00:00 Z", "12:00:00ZZ", "1:00:00Z",
        "12:00:00,5Z", "12:00:00+0100",
      ]
    ),
    (
      .dateTime,
      [
        "2024-02-29T12:00:00Z", "1985-04-12t23:20:50.52z", "1996-12-19T16:39:57-08:00",
        "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "1937-01-01T12:00:27.87+00:20",
      ],
      [
        "", "2023-02-29T12:00:00Z", "2024-02-29 12:00:00Z", "2024-02-29", "2024-02-29T12:00:00",
        "2024-02-29T25:00:00Z", "2024-02-29T12:00Z", "2024-02-29T12:00:00ZX", "12:00:00Z",
        "1990-12-31T15:59:60-07:00",
      ]
    ),
    (
      .duration,
      [
        "P1D", "P4W", "PT1S", "P1Y2M3DT4H5M6S", "PT36H", "P1DT12H", "P0D", "P1M", "PT1M",
        "P3Y6M", "PT5H30M",
      ],
      [
        "", "P", "PT", "P1", "1D", "P1DT", "P1S", "PT1D", "P1D2H", "P1W2D", "P2D1Y", "P1.5D",
        "P-1D",
        "p1d", "P1Y1D", "PT1H1S", "P1D ", "P1H", "P1Y2W", "PT1S2M",
      ]
    ),
    (
      .uuid,
      [
        "2EB8AA08-AA98-11EA-B4AA-73B441D16380", "00000000-0000-0000-0000-000000000000",
        "4b1c7f1e-8a3f-4f47-9d2b-1f6c0a9e5d77",
      ],
      [
        "", "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
        "2eb8aa08-aa98-11ea-b4aa-73b441d163800", "2eb8aa08-aa98-11ea-b4aa_73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638g", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
        "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
      ]
    ),
    (
      .email,
      [
        "a@b", "ada.lovelace@example.org", "x+tag@sub.example.co", "!#$%&'*+-/=?^_`{|}~@e.org",
        "\(String(repeating: "a", count: 64))@example.org",
      ],
      [
        "", "a", "@b.c", "a@", "a@@b.c", "a@b@c", ".a@b.c", "a.@b.c", "a..b@c.d", "a b@c.d",
        "a@b..c",
        "a@-b.c", "a@b.c.", "\"a b\"@c.d", "a@[127.0.0.1]", "é@b.c", "a@é.c", "a@b_c.d", "a(x)@b.c",
        "\(String(repeating: "a", count: 65))@example.org",
        "a@\(Array(repeating: "abcdefghi", count: 26).joined(separator: "."))",
      ]
    ),
    (
      .uri,
      [
        "http://example.org", "https://user:pw@example.org:8080/a/b;c?d=e&f#g",
        "urn:isbn:0451450523",
        "mailto:a@b.c", "file:///etc/hosts", "http://[2001:db8::1]:80/", "http://[v1.a:b]/", "a:",
        "http://example.org/%20%C3%A9", "tel:+1-816-555-1212", "http://127.0.0.1", "x:?y",
        "http://",
        "http://a:/", "data:text/plain,x",
      ],
      [
        "", "/a", "//a", "a", "1a:b", ":a", "http://a b", "http://a/%2", "http://a/%zz",
        "http://a/é",
        "http://a/\"", "http://a/<b>", "http://a:x/", "http://[::1", "http://[1::2::3]/",
        "http://a#b#c",
        "http://a/{b}", "http://a\\b", "http://[::1]x/", "a b:c", "http://a/^", "http://a/|",
        "http://a[b]/",
        "http://[v.a]/", "http://a/\u{0}",
      ]
    ),
    (
      .uriReference,
      ["", "a", "/a", "//a/b", "?q", "#f", "../a?b#c", "a/b:c", "./a:b", "http://example.org"],
      ["1a:b", ":a", "a b", "%", "a#b#c", "é", "\\", "//[", "a^"]
    ),
    (
      .hostname,
      [
        "localhost", "example.org", "a", "1a", "1.2.3", "a-b.c", "xn--bcher-kva.example",
        String(repeating: "a", count: 63),
      ],
      [
        "", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "é.org",
        String(repeating: "a", count: 64),
        Array(repeating: "abcdefghi", count: 26).joined(separator: "."), "a.-b", "a:80",
      ]
    ),
    (
      .ipv4, ["0.0.0.0", "255.255.255.255", "127.0.0.1", "10.20.30.40"],
      [
        "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.4 ",
        "a.b.c.d",
        "1.2.3.-4", "0x1.2.3.4", "1.2.3.1000", "１.2.3.4",
      ]
    ),
    (
      .ipv6,
      [
        "::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1",
        "1:2:3:4:5:6:1.2.3.4",
        "fe80::1:2:3:4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "ABCD::abcd", "64:ff9b::1.2.3.4",
      ],
      [
        "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g",
        ":1", "1:",
        "1:2:3:4:5:6:7::8", "::1.2.3", "::256.1.1.1", "1.2.3.4::", "::1%eth0", "::1/64", "[::1]",
        "1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4::5:6:7:8:9", ":1::",
      ]
    ),
    (
      .byte, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "+/+/", "AAAA"],
      [
        "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zm9v\n", "Zm-_", "Zg==Zg==",
        "=Zg=", "Zm 9",
        "é===",
      ]
    ),
  ]

  @Test(
    "every format accepts what its RFC has and refuses what it lacks",
    arguments: StringFormat.allCases)
  func formats(format: StringFormat) throws {
    let row = try #require(Self.table.first { $0.0 == format })
    for text in row.valid { #expect(format.matches(text), "\(format.rawValue): '\(text)'") }
    for text in row.invalid { #expect(!format.matches(text), "\(format.rawValue): '\(text)'") }
  }

  @Test("no beginning or end of a valid text makes a format read beyond it")
  func truncated() {
    for (format, valid, _) in Self.table {
      for text in valid {
        for length in 0...text.utf8.count {
          _ = format.matches(String(decoding: text.utf8.prefix(length), as: UTF8.self))
          _ = format.matches(String(decoding: text.utf8.suffix(length), as: UTF8.self))
        }
      }
    }
  }
}
