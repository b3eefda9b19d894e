import AccordDocument

/// A contract's name cut into words, the raw material of Swift names.
///
/// Words end at anything that is not a letter or digit, and where the case changes: `user_id`,
/// `userId` and `User ID` are all `user`, `id`; `HTTPHeaders` is `HTTP`, `Headers`.
struct Words {
  private(set) var words: [String] = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard scalar.isWordScalar else {
        finish(&word)
        continue
      }
      if startsWord(scalars, at: index) { finish(&word) }
      word.append(scalar)
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout String.UnicodeScalarView) {
    if !word.isEmpty { words.append(String(word)) }
    word = String.UnicodeScalarView()
  }

  /// Whether the case says that a word starts here: `a|B`, and `HTTP|Headers`.
  private func startsWord(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0, scalars[index].properties.isUppercase else { return false }
    if scalars[index - 1].properties.isLowercase { return true }
    guard scalars[index - 1].properties.isUppercase, index + 1 < scalars.count else { return false }
    // `userIDs` is `user`, `IDs`: a plural `s` does not turn the last capital into a new word.
    let isPlural =
      scalars[index + 1] == "s"
      && (index + 2 == scalars.count || !scalars[index + 2].properties.isLowercase)
    return scalars[index + 1].properties.isLowercase && !isPlural
  }

  /// `updateUser`, `userID`, `httpHeaders`.
  var lowerCamel: String {
    guard let first = words.first else { return "" }
    return first.lowercased() + words.dropFirst().map(Self.capitalized).joined()
  }

  /// `UpdateUser`, `UserID`, `HTTPHeaders`.
  var upperCamel: String {
    words.map(Self.capitalized).joined()
  }

  private static func capitalized(_ word: String) -> String {
    let lower = word.lowercased()
    if acronyms.contains(lower) { return word.uppercased() }
    if lower == "ids" { return "IDs" }
    guard let first = lower.first else { return "" }
    // What the author wrote in capitals stays so: `DNA`, `SHA256`.
    if word.count > 1, word == word.uppercased(), word != lower { return word }
    return first.uppercased() + lower.dropFirst()
  }

  /// Acronyms that Swift's API Design Guidelines write in one case.
  private static let acronyms: Set<String> = [
    "id", "url", "uri", "uuid", "http", "https", "json", "xml", "html", "api", "jwt", "ip", "sql",
  ]
}
