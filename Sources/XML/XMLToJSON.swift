import AccordRuntime

/// Writes elements as JSON, as their shapes say.
struct XMLToJSON {
  let tree: XMLTree
  /// The first thing that no JSON could tell a reader about.
  private(set) var failure: (message: String, element: Int)?

  init(tree: XMLTree) { self.tree = tree }

  mutating func write(_ element: Int, as shape: XMLShape, to json: inout JSONWriter) {
    if tree.elements[element].isNil { return writeNil(element, to: &json) }
    switch shape.core {
    case .string, .integer, .number, .boolean:
      // An element with elements is no text: in free form it is of the wrong type.
      if tree.hasChildren(element) { return writeAny(element, to: &json) }
      writeText(tree.text(of: element), as: shape, to: &json)
    case .any, .nullable, .type: writeAny(element, to: &json)
    case .array(let items, let item, _): writeArray(element, items, item, to: &json)
    case .dictionary(let values): writeObject(element, [], others: values, to: &json)
    case .object(let members, let others): writeObject(element, members, others: others, to: &json)
    }
  }

  /// An element with `xsi:nil` holds nothing (XML Schema 1.1 part 1, section 3.3.4.3, clause 3.2).
  private mutating func writeNil(_ element: Int, to json: inout JSONWriter) {
    if failure == nil, tree.hasChildren(element) || tree.holdsText(element) {
      failure = ("element '\(tree.name(of: element))' is nil and has content", element)
    }
    json.writeNull()
  }

  /// Text as JSON of the shape's type or, where it is not of that type, as a string.
  private func writeText(_ text: String, as shape: XMLShape, to json: inout JSONWriter) {
    let trimmed = text.trimmingXMLSpace
    switch shape.core {
    case .boolean where trimmed == "true" || trimmed == "1": json.write(true)
    case .boolean where trimmed == "false" || trimmed == "0": json.write(false)
    case .integer, .number:
      guard let number = JSONNumber(text: String(trimmed)) else { return json.write(text) }
      json.write(JSONValue.number(number))
    default: json.write(text)
    }
  }

  private mutating func refuseText(in element: Int) {
    guard failure == nil, tree.holdsText(element) else { return }
    failure = ("element '\(tree.name(of: element))' holds text where elements belong", element)
  }

  private mutating func writeArray(
    _ element: Int, _ items: XMLShape, _ item: String, to json: inout JSONWriter
  ) {
    refuseText(in: element)
    let children = tree.children(of: element)
    for child in children where failure == nil {
      let name = XMLName.unescaped(tree.name(of: child))
      if !name.isExactly(item) { failure = ("element must be '\(item)', not '\(name)'", child) }
    }
    json.array(children) { json, child in write(child, as: items, to: &json) }
  }
}

/// Objects.
extension XMLToJSON {
  private mutating func writeObject(
    _ element: Int, _ members: [XMLMember], others: XMLShape?, to json: inout JSONWriter
  ) {
    refuseText(in: element)
    json.beginObject()
    for attribute in tree.attributes(of: element) {
      write(attribute, members, others: others, to: &json)
    }
    var unknown: [Int] = []
    var found: [[Int]] = Array(repeating: [], count: members.count)
    for child in tree.children(of: element) {
      let name = XMLName.unescaped(tree.name(of: child))
      if let member = members.position(ofElement: name) {
        found[member].append(child)
      } else {
        unknown.append(child)
      }
    }
    for (member, children) in zip(members, found) where !children.isEmpty {
      write(children, as: member, to: &json)
    }
    writeOthers(unknown, as: others, to: &json)
    json.endObject()
  }

  private func write(
    _ attribute: XMLTree.Attribute, _ members: [XMLMember], others: XMLShape?,
    to json: inout JSONWriter
  ) {
    let name = XMLName.unescaped(tree.name(of: attribute))
    if let member = members.position(ofElement: name) {
      json.write(key: members[member].name)
      writeText(attribute.value, as: members[member].shape, to: &json)
    } else if !attribute.hasPrefix {
      json.write(key: name)
      writeText(attribute.value, as: others ?? .string, to: &json)
    }
  }

  private mutating func write(_ found: [Int], as member: XMLMember, to json: inout JSONWriter) {
    if case .array(let items, _, isWrapped: false) = member.shape.core {
      json.write(key: member.name)
      let isNull = found.count == 1 && tree.elements[found[0]].isNil
      if isNull, member.shape.isNullable, !items.isNullable { return json.writeNull() }
      json.array(found) { json, child in write(child, as: items, to: &json) }
    } else {
      // More than one gives the member more than once, which readers of JSON refuse.
      for child in found {
        json.write(key: member.name)
        write(child, as: member.shape, to: &json)
      }
    }
  }

  private mutating func writeOthers(
    _ unknown: [Int], as shape: XMLShape?, to json: inout JSONWriter
  ) {
    guard let shape else { return writeGroups(unknown, to: &json) }
    for child in unknown {
      json.write(key: XMLName.unescaped(tree.name(of: child)))
      write(child, as: shape, to: &json)
    }
  }
}

/// Values of no particular form.
extension XMLToJSON {
  private mutating func writeAny(_ element: Int, to json: inout JSONWriter) {
    let attributes = tree.attributes(of: element).filter { !$0.hasPrefix }
    if attributes.isEmpty, !tree.hasChildren(element) { return json.write(tree.text(of: element)) }
    if tree.hasChildren(element) { refuseText(in: element) }
    json.beginObject()
    for attribute in attributes {
      json.write(key: XMLName.unescaped(tree.name(of: attribute)))
      json.write(attribute.value)
    }
    if !tree.hasChildren(element), tree.holdsText(element) {
      json.write(key: XMLShape.textKey)
      json.write(tree.text(of: element))
    }
    writeGroups(tree.children(of: element), to: &json)
    json.endObject()
  }

  /// Elements as members, those of one name as an array, in the order of their first ones.
  private mutating func writeGroups(_ elements: [Int], to json: inout JSONWriter) {
    var groups: [[Int]] = []
    var places: [Int32: Int] = [:]
    for element in elements {
      let name = tree.elements[element].name
      if let place = places[name] {
        groups[place].append(element)
      } else {
        places[name] = groups.count
        groups.append([element])
      }
    }
    for group in groups {
      json.write(key: XMLName.unescaped(tree.name(of: group[0])))
      if group.count == 1 {
        write(group[0], as: .any, to: &json)
      } else {
        json.array(group) { json, element in write(element, as: .any, to: &json) }
      }
    }
  }
}

extension XMLShape {
  /// The member of a free-form object that holds the text beside its attributes.
  static let textKey = "#text"
}

extension [XMLMember] {
  /// The member that an element or attribute of this name belongs to.
  func position(ofElement name: String) -> Int? {
    firstIndex { $0.writtenElement.isExactly(name) } ?? firstIndex { $0.name.isExactly(name) }
  }
}

extension XMLMember {
  /// The name of the element in the object: the item's for an array without an element of its own.
  var writtenElement: String {
    if case .array(_, let item, isWrapped: false) = shape.core { item } else { element }
  }
}

extension String {
  fileprivate var trimmingXMLSpace: Substring {
    let isSpace = { (scalar: Unicode.Scalar) in [" ", "\t", "\n", "\r"].contains(scalar) }
    let start = unicodeScalars.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return Substring(start[...last])
  }
}
