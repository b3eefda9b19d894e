import AccordRuntime

/// The elements of a document. Compact, because a body of a few megabytes may hold a million.
struct XMLTree {
  struct Element {
    /// Index into `names`.
    var name: Int32
    /// Where its `<` stands, in bytes.
    var offset: Int32
    /// Indices into `elements`; -1 for none.
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// Its text up to its first child, in `text`.
    var textStart: Int32
    var textEnd: Int32
    /// Its run in `attributes`.
    var attributesStart: Int32
    var attributesEnd: Int32
    var isNil = false
    /// Whether other text than white space stands beside its children.
    var isMixed = false
  }

  struct Attribute {
    var name: Int32
    var value: String
    var hasPrefix: Bool
  }

  /// The first is the root.
  private(set) var elements: [Element] = []
  private(set) var attributes: [Attribute] = []
  private var names: [String] = []
  private var nameIndices: [ExactText: Int32] = [:]
  private var text: [UInt8] = []

  func name(of element: Int) -> String { names[Int(elements[element].name)] }
  func name(of attribute: Attribute) -> String { names[Int(attribute.name)] }

  func attributes(of element: Int) -> ArraySlice<Attribute> {
    attributes[Int(elements[element].attributesStart)..<Int(elements[element].attributesEnd)]
  }

  func children(of element: Int) -> [Int] {
    var children: [Int] = []
    var next = elements[element].firstChild
    while next >= 0 {
      children.append(Int(next))
      next = elements[Int(next)].nextSibling
    }
    return children
  }

  func hasChildren(_ element: Int) -> Bool { elements[element].firstChild >= 0 }

  func text(of element: Int) -> String {
    let range = Int(elements[element].textStart)..<Int(elements[element].textEnd)
    return String(decoding: text[range], as: UTF8.self)
  }

  /// Whether other text than white space stands in the element, not counting its children's.
  func holdsText(_ element: Int) -> Bool {
    let range = Int(elements[element].textStart)..<Int(elements[element].textEnd)
    return elements[element].isMixed || !Self.isBlank(text[range])
  }

  /// White space of XML 1.0, production 3.
  static func isBlank(_ text: some Sequence<UInt8>) -> Bool {
    text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}

extension XMLTree {
  /// Adds an element as the last child of `parent`, and returns its index.
  mutating func add(_ name: String, at offset: Int, in parent: Int?) -> Int {
    let index = Int32(elements.count)
    let textEnd = Int32(text.count)
    let attributesEnd = Int32(attributes.count)
    elements.append(
      Element(
        name: intern(name), offset: Int32(offset), textStart: textEnd, textEnd: textEnd,
        attributesStart: attributesEnd, attributesEnd: attributesEnd))
    guard let parent else { return Int(index) }
    let previous = elements[parent].lastChild
    if previous >= 0 { elements[Int(previous)].nextSibling = index }
    if previous < 0 { elements[parent].firstChild = index }
    elements[parent].lastChild = index
    return Int(index)
  }

  /// Adds an attribute to the element that was added last.
  mutating func addAttribute(_ name: String, _ value: String, hasPrefix: Bool) {
    attributes.append(Attribute(name: intern(name), value: value, hasPrefix: hasPrefix))
    elements[elements.count - 1].attributesEnd = Int32(attributes.count)
  }

  mutating func addText(_ bytes: some Collection<UInt8>, to element: Int) {
    guard elements[element].firstChild < 0 else {
      if !Self.isBlank(bytes) { elements[element].isMixed = true }
      return
    }
    text.append(contentsOf: bytes)
    elements[element].textEnd = Int32(text.count)
  }

  mutating func setNil(_ element: Int) { elements[element].isNil = true }

  private mutating func intern(_ name: String) -> Int32 {
    let exactName = ExactText(name)
    if let known = nameIndices[exactName] { return known }
    let index = Int32(names.count)
    nameIndices[exactName] = index
    names.append(name)
    return index
  }
}
