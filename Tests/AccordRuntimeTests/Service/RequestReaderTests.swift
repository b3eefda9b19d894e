import HTTPTypes
import Testing

@testable import AccordRuntime

private enum Role: String, StringEnumeration { case reader, owner }
private enum Altitude: Int, IntegerEnumeration { case low = -1, high = 1 }

@Suite("Request reader") struct RequestReaderTests {
  @Test("every place is read with its own rules, and every violation collected")
  func all() {
    var reader = reader(
      "/x?limit=0&name=&flag=yes&role=king&level=2&ratio=1e400&small=3000000000", captures: ["é"],
      [.ifMatch: "toolong"], body: "{")
    _ = reader.string("id", in: .path(0), StringRules(minLength: 2))
    _ = reader.integer("limit", in: .query, IntegerRules(minimum: 1))
    _ = reader.string("name", in: .query, StringRules(minLength: 1))
    _ = reader.boolean("flag", in: .query)
    _ = reader.enumeration("role", in: .query, Role.self)
    _ = reader.enumeration("level", in: .query, Altitude.self)
    _ = reader.number("ratio", in: .query)
    _ = reader.int32("small", in: .query)
    _ = reader.string("absent", in: .query, required: true)
    _ = reader.string("If-Match", in: .header, StringRules(maxLength: 3))
    let body: String? = reader.json()
    #expect(body == nil)
    #expect(
      reader.violations.map { "\($0.location) \($0.pointer) \($0.keyword)" } == [
        "path id minLength", "query limit minimum", "query name minLength", "query flag type",
        "query role enum", "query level enum", "query ratio type", "query small type",
        "query absent required", "header If-Match maxLength", "body  syntax",
      ])
    #expect(reader.refusal.response(target: "/x").status == .badRequest)
  }

  @Test("valid values are read as they are meant")
  func valid() {
    var reader = reader(
      "/?a=%2B1+x&i=-7&n=-1.5e2&b=true&r=owner&l=-1&t=a&t=b%26&e", [.accept: "x,y"])
    #expect(reader.string("a", in: .query) == "+1 x")
    #expect(reader.integer("i", in: .query) == -7)
    #expect(reader.number("n", in: .query) == -150)
    #expect(reader.boolean("b", in: .query) == true)
    #expect(reader.enumeration("r", in: .query, Role.self) == .owner)
    #expect(reader.enumeration("l", in: .query, Altitude.self) == .low)
    #expect(reader.array("t", in: .query) { $0.string() } == ["a", "b&"])
    #expect(reader.array("Accept", in: .header) { $0.string() } == ["x", "y"])
    #expect(reader.string("e", in: .query) == "")
    #expect(reader.string("none", in: .query) == nil)
    #expect(reader.isValid)
  }

  @Test(
    "text that only resembles a number is refused",
    arguments: ["", "-", "+1", "1.0", "0x10", " 1", "1 ", "9223372036854775808", "١", "1_000"])
  func integers(text: String) {
    var parameter = ParameterText(text)
    #expect(parameter.integer() == nil)
    #expect(parameter.broken.map(\.keyword) == ["type"])
  }

  @Test("numbers are decimal and finite", arguments: ["nan", "inf", "0x1p3", "+1", "", "1e999"])
  func numbers(text: String) {
    var parameter = ParameterText(text)
    #expect(parameter.number() == nil)
  }

  @Test("a parameter that repeats is a violation unless it is an array")
  func repeated() {
    var reader = reader("/?a=1&a=2&b=1&b=1&b=1")
    _ = reader.integer("a", in: .query)
    _ = reader.array("b", in: .query, ArrayRules(maxItems: 2, uniqueItems: true)) { $0.integer() }
    #expect(reader.violations.map(\.keyword) == ["duplicate", "maxItems", "uniqueItems"])
  }

  @Test("a parameter that is not percent-encoded UTF-8 is a violation of its own, and the only one")
  func badQuery() {
    var reader = reader("/?a=1&b=%zz&c=%ff&%ff=1&%zz")
    #expect(reader.integer("a", in: .query, required: true) == 1)
    #expect(reader.string("b", in: .query, required: true) == nil)
    #expect(reader.array("c", in: .query, ArrayRules(minItems: 1)) { $0.integer() } == nil)
    #expect(reader.violations.map(\.keyword) == ["encoding", "encoding"])
    #expect(reader.violations.map(\.pointer) == ["b", "c"])
  }

  @Test("the elements of a header field may have spaces around them, and stand in several fields")
  func fieldLists() {
    var fields: HTTPFields = [.ifMatch: "1,\t2 , 3"]
    fields.append(HTTPField(name: .ifMatch, value: "4"))
    var reader = reader("/", fields)
    #expect(reader.array("If-Match", in: .header) { $0.integer() } == [1, 2, 3, 4])
    #expect(reader.isValid)
  }

  @Test("a comma separates whatever follows it")
  func combiningElements() {
    var parameter = ParameterText("a,\u{301}b")
    #expect(parameter.array { $0.string() } == ["a", "\u{301}b"])
  }

  @Test("elements of a parameter are compared as JSON compares them")
  func uniqueElements() {
    let unique = ArrayRules(uniqueItems: true)
    var numbers = ParameterText("1,1.0")
    #expect(numbers.array(unique) { $0.number() } == nil)
    #expect(numbers.broken.map(\.message) == ["must not repeat elements: 0 and 1 are equal"])
    var integers = ParameterText("0,-0")
    #expect(integers.array(unique) { $0.integer() } == nil)
    var texts = ParameterText("1,1.0,é,e\u{301}")
    #expect(texts.array(unique) { $0.string() }?.count == 4)
  }

  @Test("what many elements break is named once")
  func manyElements() {
    var reader = reader("/?" + Array(repeating: "n=x", count: 2000).joined(separator: "&"))
    _ = reader.array("n", in: .query, ArrayRules(maxItems: 3)) { $0.integer() }
    #expect(reader.violations.map(\.keyword) == ["type", "maxItems"])
  }

  @Test("an empty body is refused where one is required")
  func emptyBody() {
    var reader = reader("/")
    let optional: String? = reader.json(required: false)
    #expect(optional == nil)
    #expect(reader.isValid)
    let required: String? = reader.json()
    #expect(required == nil)
    #expect(reader.violations.map(\.keyword) == ["required"])
  }

  @Test("a text body is UTF-8 within its rules")
  func text() {
    var reader = reader("/", body: "abc")
    #expect(reader.text(StringRules(maxLength: 3)) == "abc")
    #expect(reader.text(StringRules(maxLength: 2)) == nil)
    var broken = RequestReader(
      RoutedRequest(ServerRequest(method: .put, target: "/", body: [0xFF]), []))
    #expect(broken.text() == nil)
    #expect(broken.violations.map(\.keyword) == ["encoding"])
  }

  private func reader(
    _ target: String, captures: [String] = [], _ fields: HTTPFields = [:], body: String = ""
  ) -> RequestReader {
    RequestReader(
      RoutedRequest(
        ServerRequest(method: .put, target: target, headerFields: fields, body: Array(body.utf8)),
        captures))
  }
}
