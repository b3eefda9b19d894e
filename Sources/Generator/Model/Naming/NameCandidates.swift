import AccordDocument

/// The Swift names that one contract name may get, the nicest first.
///
/// Which one it gets depends only on which other names stand in the same scope, never on their
/// order (see `Scope`).
struct NameCandidates {
  enum Style { case member, type }

  /// Nicest first; the last is unlike the last of every other contract name.
  let names: [String]

  init(names: [String]) {
    self.names = names
  }

  init(_ text: String, style: Style) {
    let names = [
      Self.conventional(text, style), Self.asWritten(text), Self.spelled(text, style),
      Self.spelled(text, style, inASCII: true), Self.encoded(text),
    ]
    self.names = names.compactMap { $0 }
  }

  /// The namespace of an operation: it yields to a model of the same name.
  ///
  /// - Parameter chosen: the operation's name decided on by hand, which another may have by itself.
  init(operation text: String, chosen: String? = nil) {
    let plain = NameCandidates(chosen ?? text, style: .type).names
    let written = Self.asWritten(text).map { [$0 + "Operation"] } ?? []
    names = [plain[0], plain[0] + "Operation"] + written + plain.dropFirst() + [Self.encoded(text)]
  }

  /// A nested type: where its plain name is taken, its parent's name goes before it.
  ///
  /// - Parameter path: what tells it apart from types that are called by the same words.
  init(nested text: String, at path: String, in parent: String = "") {
    let plain = NameCandidates(text, style: .type).names
    names = [plain[0], parent + plain[0]] + plain.dropFirst() + [Self.encoded(path)]
  }

  /// What a person would choose: `userID` for `user_id`, `User` for `User`.
  private static func conventional(_ text: String, _ style: Style) -> String? {
    if style == .type, isUpperCamel(text) { return text }
    let words = Words(text)
    return startable(style == .type ? words.upperCamel : words.lowerCamel)
  }

  private static func asWritten(_ text: String) -> String? {
    text.isIdentifier ? text : nil
  }

  /// Symbols by their Unicode names: `plusSign1` for `+1`, `womanWomanGirl` for an emoji of three,
  /// without what joins them.
  ///
  /// - Parameter inASCII: letters beyond ASCII by their names too.
  private static func spelled(_ text: String, _ style: Style, inASCII: Bool = false) -> String? {
    if text.isEmpty { return style == .type ? "Empty" : "empty" }
    let visible = text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    var spaced = ""
    for scalar in visible.isEmpty ? text.unicodeScalars : visible {
      let isLetter = inASCII ? scalar.isASCII : !(scalar.isMark && spaced.isEmpty)
      if isLetter, scalar.continuesIdentifier, scalar != "_" {
        spaced.unicodeScalars.append(scalar)
      } else {
        spaced += " \((scalar.properties.name ?? scalar.hexadecimal).lowercased()) "
      }
    }
    let words = Words(spaced)
    return startable(style == .type ? words.upperCamel : words.lowerCamel)
  }

  /// Never pretty, always distinct: every scalar but ASCII letters and digits by its number.
  private static func encoded(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "_") { name, scalar in
      if scalar.isASCII, scalar != "_", scalar.continuesIdentifier {
        name.unicodeScalars.append(scalar)
      } else {
        name += "_u\(scalar.hexadecimal)_"
      }
    }
  }

  private static func isUpperCamel(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isUppercase else { return false }
    return first.startsIdentifier
      && text.unicodeScalars.allSatisfy { $0.continuesIdentifier && $0 != "_" }
  }

  /// An identifier cannot start with a digit, nor with a mark, which would be on the underscore.
  private static func startable(_ name: String) -> String? {
    guard let first = name.unicodeScalars.first, !first.isMark else { return nil }
    return first.startsIdentifier ? name : "_" + name
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
