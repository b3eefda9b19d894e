import AccordRuntime
import Foundation
import HTTPTypes
import Testing

import enum TortureAPI.Default
import enum TortureAPI.Init
import struct TortureAPI.Keywords
import struct TortureAPI.Members
import struct TortureAPI.Node
import struct TortureAPI.OpenForms
import enum TortureAPI.serviceOperation
import struct TortureAPI.Tree
import enum TortureAPI.Words

/// What strings may hold. XML 1.0 has no place for the last, so it travels by JSON alone.
let hostileTexts = [
  "", " ", "\"", "\\", "\\(x)", "\"\"\"#", "*/ fatalError()", "a\nb", "\t", "\u{2028}\u{2029}",
  "👩‍👩‍👧", "e\u{301}é", "</text>", "<![CDATA[ ]]>", "&amp;&#10;", "]]>", "%00%zz", "\u{FEFF}x",
  "\u{10FFFD}", "\u{202E}txt", "--", "'", "$0", "\u{7F}", "\0",
]

@Suite("Round trips of the torture contract") struct RoundTripTests {
  @Test("hostile text comes back through client and server", arguments: hostileTexts)
  func hostileText(text: String) async throws {
    let members = Members(
      quotationMark: text, reverseSolidus: text, x: .min, aDLineSeparator: false,
      asteriskSolidus: text, empty: -0.5, _1st: text, _2: text, name: "a", Name: "b", NAME: "c",
      latinSmallLetterEWithAcute: text, eCombiningAcuteAccent: "2", ключ: text, _01: 0)
    let back = try await Torture.client.default(.init(body: members)).ok
    #expect(back.quotationMark == text && back.reverseSolidus == text && back._1st == text)
    #expect(
      back.asteriskSolidus == text && back._2 == text && back.latinSmallLetterEWithAcute == text
        && back.ключ == text)
    #expect(back.eCombiningAcuteAccent == "2")
    #expect([back.name, back.Name, back.NAME] == ["a", "b", "c"])
    #expect(back.x == .min && back.empty == -0.5 && back._01 == 0 && back.aDLineSeparator == false)
  }

  @Test(
    "hostile text comes back through XML, for a JSON body too", arguments: hostileTexts.dropLast())
  func hostileXML(text: String) async throws {
    let json = String(decoding: JSONWriter.encode(Node(value: text)), as: UTF8.self)
    let asXML = await Torture.post(json, to: "/recursive", accept: "application/xml")
    #expect(asXML.status == .ok)
    let back = await Torture.post(asXML.text, to: "/recursive", as: "application/xml")
    #expect(back.status == .ok)
    #expect(back.text == json)
  }

  @Test("parameters and their names may be anything", arguments: hostileTexts.dropFirst())
  func parameters(text: String) async throws {
    let input = Init.Input(
      class: text, in: .default, _self: -1, _Self: text, request: ["a", "b"], _body: true,
      body: Keywords(value: "v"))
    guard case .ok(let body, let header) = try await Torture.client._init(input) else {
      Issue.record("refused")
      return
    }
    #expect(body.class == text && body._Self == text && body.in == "default")
    #expect(body.value == "v" && header == "-1 a,b true")
  }

  @Test("every case of an enumeration comes back by its own text", arguments: Words.allCases)
  func cases(word: Words) async throws {
    let input = Init.Input(class: "c", in: word, _self: 0, body: Keywords(key: "k"))
    guard case .ok(let body, let header) = try await Torture.client._init(input) else {
      Issue.record("refused")
      return
    }
    #expect(body.in == word.rawValue)
    #expect(body._Self == "\\(x) \" \n 👩‍👩‍👧", "the default of a parameter")
    #expect(header == "0  -")
  }

  @Test("every word of the language is a property, by JSON and by XML")
  func keywords() async throws {
    let path = "/keywords/class/in?self=1&Self=Self"
    let words = try Contract.keywords
    #expect(words.count > 100)
    let members = words.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",")
    let json = await Torture.put("{\(members)}", to: path)
    #expect(json.text == "{\(members)}")
    let elements = words.map { "<\($0)>\($0)</\($0)>" }.joined()
    let xml = await Torture.put(
      "<Keywords>\(elements)</Keywords>", to: path, as: "application/xml")
    #expect(xml.text == "{\(members)}")
  }

  @Test("a value that holds itself comes back, in each way of holding")
  func recursion() async throws {
    let text =
      #"{"value":"a","next":{"next":{"value":"c"}},"children":[{},{"children":[{"value":"d"}]}],"#
      + #""named":{"":{"value":"e"}},"tree":[[],[[]]]}"#
    #expect(await Torture.post(text, to: "/recursive").text == text)
    let node = Node(next: Node(value: "b"), children: [], tree: Tree([Tree([])]))
    let back = try await Torture.client.service(.init(body: node)).ok
    #expect(back.next?.value == "b" && back.children?.isEmpty == true)
    #expect(back.tree?.value.first?.value.isEmpty == true)
  }

  @Test("objects without properties and with others keep what they must")
  func openForms() async throws {
    let text =
      #"{"nothing":{"a":[1]},"closed":{},"anything":[null,{"b":1e2}],"kept":{"a":"x","z":{"y":[]}},"#
      + #""typed":{"a":"x","b":[1,2]},"table":{"k":null,"l":"v"}}"#
    let answer = await Torture.post(text, to: "/open")
    #expect(answer.status == .ok)
    let expected = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    #expect(try answer.object == expected)
  }

  @Test("an object's own members win over others of their names, which no reader may see twice")
  func declaredMembersWin() async throws {
    let typed = OpenForms.Typed(a: "x", additionalProperties: ["a": [1], "b": [2]])
    let text = String(decoding: JSONWriter.encode(typed), as: UTF8.self)
    #expect(text == #"{"a":"x","b":[2]}"#)
  }

  @Test("names that Swift has for itself are types of the contract")
  func shadows() async throws {
    let text =
      #"{"String":{"value":"s"},"Int":{"value":"i"},"Result":{"value":"r"},"XMLShape":{"value":"y"},"#
      + #""twin":{"Words":"e\#u{301}","words":"\#u{E9}","Level":1,"level":2,"#
      + #""String":"b","string":{"value":"c"},"node":{},"\#u{E9}":"1","e\#u{301}":"2"},"Self":{"value":"x"}}"#
    // By bytes, because Swift takes the last two values of `Words` for one.
    #expect(await Torture.post(text, to: "/shadows").body == Array(text.utf8))
    let xml = await Torture.post(text, to: "/shadows", accept: "application/xml")
    #expect(
      await Torture.post(xml.text, to: "/shadows", as: "application/xml").body == Array(text.utf8))
  }

  @Test("members that only normalisation tells apart are two")
  func normalisation() async throws {
    let both = "\"\u{E9}\":\"one\",\"e\u{301}\":\"two\""
    let answer = await Torture.post("{\"\\\"\":\"\",\(both)}", to: "/members")
    #expect(answer.status == .ok && answer.body.contains(Array(both.utf8)))
  }
}
