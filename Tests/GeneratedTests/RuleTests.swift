import AccordRuntime
import Foundation
import HTTPTypes
import Testing

import enum TortureAPI.RulesOperation
import struct TortureAPI.Rules

/// A rule of the contract with a value inside its bound and one outside.
struct RuleCase: Sendable, CustomStringConvertible {
  let member: String
  let inside: String
  let outside: String
  /// Where the violation is, if not at the member.
  var pointer: String?

  var description: String { "\(member): \(inside) but not \(outside)" }

  static let all = [
    RuleCase(member: "text", inside: #""ab""#, outside: #""a""#),
    RuleCase(member: "text", inside: #""👩‍👩👧""#, outside: #""👩‍👩‍👧""#),
    RuleCase(member: "text", inside: #""abcd""#, outside: #"null"#),
    RuleCase(member: "matched", inside: #""a-12""#, outside: #""a-123""#),
    RuleCase(
      member: "id", inside: #""00000000-0000-0000-0000-00000000000f""#, outside: #""0""#),
    RuleCase(member: "ContractPatterns", inside: #""a""#, outside: #""A""#),
    RuleCase(member: "contractPatterns", inside: #""A""#, outside: #""a""#),
    RuleCase(member: "day", inside: #""2024-02-29""#, outside: #""2023-02-29""#),
    RuleCase(member: "integer", inside: "3", outside: "4"),
    RuleCase(member: "integer", inside: "9.0", outside: "12"),
    RuleCase(member: "integer", inside: "6", outside: "0"),
    RuleCase(member: "integer", inside: "3", outside: #""3""#),
    RuleCase(member: "small", inside: "-2147483648", outside: "-2147483649"),
    RuleCase(member: "number", inside: "0.3", outside: "0.35"),
    RuleCase(member: "number", inside: "0.5", outside: "0.6"),
    RuleCase(member: "number", inside: "0.1", outside: "0"),
    RuleCase(member: "list", inside: #"["a","b"]"#, outside: #"["a","b","c"]"#),
    RuleCase(member: "list", inside: #"["a"]"#, outside: "[]"),
    RuleCase(member: "list", inside: #"["a","A"]"#, outside: #"["a","a"]"#),
    RuleCase(member: "list", inside: #"["a"]"#, outside: #"["a",1]"#, pointer: "/list/1"),
    RuleCase(member: "level", inside: "-1", outside: "1"),
    RuleCase(member: "word", inside: #""\\(x)""#, outside: #""(x)""#),
    RuleCase(
      member: "inner", inside: #"{"a/b~c":[1]}"#, outside: #"{"a/b~c":[1,null]}"#,
      pointer: "/inner/a~1b~0c/1"),
    RuleCase(
      member: "inner", inside: #"{"a/b~c":[]}"#, outside: "{}", pointer: "/inner/a~1b~0c"),
  ]
}

@Suite("Rules of a contract") struct RuleTests {
  @Test("what is inside a bound passes and what is outside is pointed at", arguments: RuleCase.all)
  func bounds(rule: RuleCase) async throws {
    let inside = await Torture.post("{\"\(rule.member)\":\(rule.inside)}", to: "/rules")
    #expect(inside.status == .ok, "\(inside.text)")
    let outside = await Torture.post("{\"\(rule.member)\":\(rule.outside)}", to: "/rules")
    #expect(outside.status == .badRequest)
    let pointer = try #require(try outside.pointers.first)
    #expect(pointer.hasSuffix(rule.pointer ?? "/\(rule.member)"), "\(outside.text)")
    #expect(try outside.pointers.count == 1)
  }

  @Test("one 400 lists every violation, in the order of the text")
  func allViolations() async throws {
    let text =
      #"{"text":"a","odd":1,"list":["a",2,"a",3],"inner":{"a/b~c":["x"]},"integer":-3,"day":"x"}"#
    let answer = await Torture.post(text, to: "/rules")
    #expect(answer.status == .badRequest)
    #expect(answer.headerFields[.contentType] == "application/problem+json")
    let found = try Set(answer.pointers.map { $0.replacing(/^#/, with: "") })
    for pointer in ["/text", "/odd", "/list/1", "/list/3", "/inner/a~1b~0c/0", "/integer", "/day"] {
      #expect(found.contains { $0.hasSuffix(pointer) }, "\(pointer) in \(answer.text)")
    }
    #expect(found.count >= 7)
  }

  @Test("a bound of an integer that is exclusive is called as the contract calls it")
  func exclusiveBound() async throws {
    let answer = await Torture.post(#"{"integer":12}"#, to: "/rules")
    #expect(answer.text.contains(#""keyword":"exclusiveMaximum","message":"must be less than 10""#))
  }

  @Test("violations of parameters stand beside those of the body")
  func parameters() async throws {
    let answer = await Torture.put("{}", to: "/keywords/x/oops?self=3000000000")
    #expect(answer.status == .badRequest)
    #expect(try answer.pointers.count == 3, "\(answer.text)")
  }

  @Test("XML that breaks a rule gets the pointers of the same JSON")
  func xml() async throws {
    let json = await Torture.post(
      #"{"text":"a","integer":4,"list":["a","a"],"inner":{"a/b~c":[]},"odd":"1"}"#, to: "/rules")
    let xml = await Torture.post(
      "<Rules><text>a</text><integer>4</integer><list>a</list><list>a</list><odd>1</odd></Rules>",
      to: "/rules", as: "application/xml")
    #expect(xml.status == .badRequest)
    #expect(try Set(xml.pointers) == Set(json.pointers), "\(xml.text) \(json.text)")
    #expect(try json.pointers.count == 4)
  }
}
