// Where the reader is, kept so that the happy path pays one store for each member or element.
// A frame is `Frame.opened` before the first member, the offset of the current member's name in the
// text (its closing quote is found again when a pointer is needed), or the complement of the
// current element's index.

enum Frame {
  static let opened = Int.min
}

/// The violations of one text, bounded whatever the text holds.
struct ViolationRecord {
  private(set) var violations: [Violation] = []
  private var pointerBytes = 0
  /// Whether the last violation stands for all that are left out.
  private(set) var isFull = false

  /// A hundred, or fewer when their pointers are long: a name is the sender's choice, and each
  /// violation below it repeats it.
  private var hasRoom: Bool { violations.count < 100 && pointerBytes < 65_536 }

  mutating func append(_ broken: BrokenRule, pointer: String) {
    if hasRoom {
      violations.append(Violation(.body, pointer, broken))
      pointerBytes += pointer.utf8.count
    } else {
      let more = BrokenRule("more", "there are more violations than these")
      violations.append(Violation(.body, "", more))
      isFull = true
    }
  }
}

extension JSONReader {
  /// How many violations were found; more than there are kept does not change it.
  @usableFromInline
  var violationCount: Int { collected.violations.count }

  @usableFromInline
  var isInvalid: Bool { !collected.violations.isEmpty }

  /// Records what the value at the current place breaks, or what a member of the object there does.
  @inline(never)
  mutating func record(_ broken: BrokenRule, at member: String? = nil) {
    guard !collected.isFull else { return }
    collected.append(broken, pointer: pointer(to: member))
  }

  /// The current place as a JSON pointer (RFC 6901), and a member of it if there is a name.
  func pointer(to member: String? = nil) -> String {
    var pointer = ""
    for index in 0..<depth where frames[index] != Frame.opened {
      pointer += "/"
      pointer +=
        frames[index] < 0 ? String(~frames[index]) : Self.pointerEscaped(name(at: frames[index]))
    }
    if let member { pointer += "/" + Self.pointerEscaped(member) }
    return pointer
  }

  /// The member's name that stands at an offset, escapes resolved.
  func name(at offset: Int) -> String {
    var stop = start + offset
    var hasEscapes = false
    while stop < end, stop.pointee != UInt8(ascii: "\"") {
      let isEscape = stop.pointee == UInt8(ascii: "\\")
      stop += isEscape ? 2 : 1
      hasEscapes = hasEscapes || isEscape
    }
    let name = start + offset
    return ScannedString(start: name, end: stop, scalars: 0, hasEscapes: hasEscapes).string()
  }

  private static func pointerEscaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return name
    }
    var escaped = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension JSONReader {
  /// Records that a value has the wrong type and passes over it.
  @inline(never)
  mutating func refuseType(expected: StaticString) throws(MalformedJSON) {
    let found = try foundType()
    record(BrokenRule("type", "must be \(expected), not \(found)"))
    try skipValue()
  }

  private mutating func foundType() throws(MalformedJSON) -> String {
    switch try firstByte() {
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "an array"
    case UInt8(ascii: "\""): "a string"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "a boolean"
    case UInt8(ascii: "n"): "null"
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): "a number"
    default: throw malformed(.unexpectedByte, at: cursor)
    }
  }
}
