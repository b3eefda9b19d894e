import Foundation

/// The two forms that every body has.
enum Format: String, CaseIterable, Sendable {
  case json, xml

  var mediaType: String { "application/\(rawValue)" }

  /// A flat object with text members. In XML it is an element named `root`.
  func write(_ root: String, _ members: KeyValuePairs<String, String>) -> [UInt8] {
    switch self {
    case .json:
      let object = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
      return (try? JSONEncoder().encode(object)).map(Array.init) ?? []
    case .xml:
      let elements = members.map { "<\($0.key)>\(Self.escaped($0.value))</\($0.key)>" }
      return Array("<\(root)>\(elements.joined())</\(root)>".utf8)
    }
  }

  /// The text or number of the first member of this name, at any depth.
  func member(_ name: String, in answer: Answer) throws -> String? {
    switch self {
    case .json:
      return Self.find(name, in: try answer.json())
    case .xml:
      let text = answer.text
      guard let start = text.range(of: "<\(name)>"),
        let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
      else { return nil }
      return Self.unescaped(String(text[start.upperBound..<end.lowerBound]))
    }
  }

  private static func find(_ name: String, in value: Any) -> String? {
    if let list = value as? [Any] { return list.lazy.compactMap { find(name, in: $0) }.first }
    guard let object = value as? [String: Any] else { return nil }
    if let text = object[name] as? String { return text }
    if let number = object[name] as? NSNumber { return number.stringValue }
    return object.values.lazy.compactMap { find(name, in: $0) }.first
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
