import AccordRuntime
import Foundation
import HTTPTypes
import Testing

import enum TortureAPI.Either
import struct TortureAPI.EitherDefault
import enum TortureAPI.EitherOperation
import struct TortureAPI.SelfEither
import enum TortureAPI.Tagged
import enum TortureAPI.Update

@Suite("Unions of the torture contract") struct UnionTests {
  static let kept = [
    #"{"either":{"\"":"a"}}"#, #"{"either":{"\\(x)":[]}}"#,
    #"{"either":{"shared":1,"\"":"a","next":{"\\(x)":[{"\"":"b"},{"\\(x)":[]}],"shared":2}}}"#,
    #"{"list":[{"\\(x)":[]},{"\"":"a"}],"table":{"a":{"kind":"default"}}}"#,
    #"{"tagged":{"kind":"\\(x) \" \n 👩‍👩‍👧","of":{"kind":"é","value":1}}}"#,
    #"{"tagged":{"kind":"init","value":-1}}"#, #"{"tagged":{"kind":"default","z":{"y":"x"}}}"#,
    #"{"update":{"last":"x"}}"#, #"{"update":{"FIRST":"x","LAST":"y"}}"#,
    #"{"mixed":{"kind":"one","note":"n"}}"#, #"{"mixed":{"kind":"two"}}"#, #"{"mixed":{}}"#,
    #"{"mixed":{"note":"n"}}"#, #"{"mixed":{"note":"n","self":true}}"#,
  ]

  @Test("each alternative comes back, by JSON and by XML", arguments: kept)
  func roundTrip(text: String) async throws {
    let json = await Torture.post(text, to: "/unions")
    #expect(json.status == .ok, "\(json.text)")
    let expected = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    #expect(try json.object == expected, "\(json.text)")
    let xml = await Torture.post(text, to: "/unions", accept: "application/xml")
    let back = await Torture.post(xml.text, to: "/unions", as: "application/xml")
    // An array without elements is absent in XML.
    if !text.contains("[]") { #expect(back.text == json.text, "\(xml.text)") }
  }

  @Test("the member that tells may stand anywhere, escaped or not")
  func order() async throws {
    for text in [
      #"{"tagged":{"value":1,"kind":"decode"}}"#,
      #"{"tagged":{"value":1,"\u006bind":"\u0064ecode"}}"#,
      #"{ "tagged" : { "z" : [{}, "kind"], "value" : 1 , "kind" : "decode" } }"#,
      #"{"mixed":{"note":"n","x":{"self":true},"k\u0069nd":"tw\u006f"}}"#,
    ] { #expect(await Torture.post(text, to: "/unions").status == .ok, "\(text)") }
  }

  static let refused: [(text: String, violations: [String])] = [
    ("{\"either\":{}}", ["/either oneOf must have one of '\"', '\\(x)'"]),
    (#"{"either":{"other":1}}"#, ["/either oneOf must have one of '\"', '\\(x)'"]),
    (#"{"either":1}"#, ["/either type must be an object, not a number"]),
    (#"{"tagged":null}"#, ["/tagged type must be an object, not null"]),
    (
      #"{"either":{"other":1,"\"":""}}"#,
      [
        "/either/other additionalProperties is not a member of this object",
        "/either/\" minLength must be at least 1 character long",
      ]
    ),
    (
      #"{"either":{"\"":"a","\\(x)":[]}}"#,
      ["/either/\\(x) additionalProperties is not a member of this object"]
    ),
    (
      #"{"list":[{"\\(x)":[{"shared":1}]}]}"#,
      ["/list/0/\\(x)/0 oneOf must have one of '\"', '\\(x)'"]
    ),
    (#"{"list":[{"\\(x)":[],"shared":10}]}"#, ["/list/0/shared maximum must be at most 9"]),
    (#"{"tagged":{}}"#, ["/tagged/kind required is required"]),
    (#"{"tagged":{"value":1}}"#, ["/tagged/kind required is required"]),
    (#"{"tagged":{"kind":1}}"#, ["/tagged/kind type must be a string, not a number"]),
    (
      #"{"table":{"a/b":{"kind":"x"}}}"#,
      [
        "/table/a~1b/kind enum must be one of '\\(x) \" \n 👩‍👩‍👧', 'decode', 'encode', 'é', 'init', "
          + "'default'"
      ]
    ), (#"{"tagged":{"kind":"decode"}}"#, ["/tagged/value required is required"]),
    (
      #"{"tagged":{"kind":"decode","value":1,"kind":"default"}}"#,
      [
        "/tagged/kind duplicate appears more than once in this object",
        "/tagged/kind enum must be one of 'decode', 'encode', 'é', 'init'",
      ]
    ), (#"{"update":{}}"#, ["/update oneOf must have one of 'first', 'last', 'FIRST', 'LAST'"]),
    (
      #"{"update":{"first":"a","LAST":"b"}}"#,
      ["/update/LAST additionalProperties is not a member of this object"]
    ),
    (
      #"{"mixed":{"kind":"three"}}"#,
      ["/mixed/kind enum must be one of 'one', 'two'"]
    ), (#"{"mixed":{"note":"n","kind":1}}"#, ["/mixed/kind type must be a string, not a number"]),
    (
      #"{"mixed":{"kind":"three","self":true}}"#,
      ["/mixed/kind enum must be one of 'one', 'two'"]
    ), (#"{"chained":{"c":1}}"#, ["/chained oneOf must have one of 'a', 'b', 'd'"]),
  ]

  @Test("what fits no alternative is told where, and what would", arguments: refused)
  func refusal(text: String, violations: [String]) async throws {
    let answer = await Torture.post(text, to: "/unions")
    #expect(answer.status == .badRequest)
    let list = try answer.object["violations"] as? [[String: String]] ?? []
    let found = list.map { "\($0["pointer"] ?? "") \($0["keyword"] ?? "") \($0["message"] ?? "")" }
    #expect(found == violations)
  }

  @Test(
    "text that is no JSON is no union",
    arguments: [
      #"{"either":{"shared":01}}"#, #"{"either":{"\"":"a"}"#, #"{"tagged":{"kind""#,
      #"{"tagged":{"kind":"decode","value":1,}}"#, #"{"either":{"#, #"{"either":"#,
      #"{"tagged":{"kind":"\ud800"}}"#, #"{"tagged":{"#, #"{"update":{"first":"a"]}"#,
      "{\"tagged\":" + String(repeating: #"{"of":"#, count: 70),
      "{\"either\":" + String(repeating: #"{"x":["#, count: 70),
    ])
  func malformed(text: String) async throws {
    let answer = await Torture.post(text, to: "/unions")
    #expect(answer.status == .badRequest)
    #expect(try answer.pointers == [""], "\(answer.text)")
  }

  @Test("a body may be a union, and a client switches over what comes back")
  func client() async throws {
    let inner = Either._Self(SelfEither(x: [], shared: 3))
    let body = Either.default(EitherDefault(quotationMark: "a", next: inner))
    let back = try await Torture.client.either(.init(body: body)).ok
    guard case .default(let value) = back, case ._Self(let next)? = value.next else {
      Issue.record("another alternative came back")
      return
    }
    #expect(value.quotationMark == "a" && next.shared == 3 && next.x.isEmpty)
    let xml = await Torture.put(
      "<Either><_x0022_>a</_x0022_></Either>", to: "/unions", as: "application/xml")
    #expect(xml.text == #"{"\"":"a"}"#)
  }

  @Test("a member that can have one value only has it without being given")
  func constants() throws {
    let text = JSONWriter.encode(Tagged.default(.init()))
    #expect(String(decoding: text, as: UTF8.self) == #"{"kind":"default"}"#)
  }
}
