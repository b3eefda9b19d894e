/// What a `$ref` points at: a file and a place in it. Two references to one place have equal identities.
package struct Identity: Hashable, Sendable {
  /// The path of the file as shown to people.
  package let file: String
  package let pointer: JSONPointer

  package init(file: String, pointer: JSONPointer) {
    self.file = file
    self.pointer = pointer
  }

  /// `Problem` for `common.yaml#/components/schemas/Problem`; nil for any other place.
  package var componentName: String? {
    let tokens = pointer.tokens
    return tokens.count == 3 && tokens[0] == "components" ? tokens[2] : nil
  }
}

extension Identity: CustomStringConvertible {
  package var description: String { "\(file)#\(pointer)" }
}

/// RFC 6901, unescaped.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  package let tokens: [String]

  package init(_ tokens: [String]) {
    self.tokens = tokens
  }

  package var description: String {
    tokens.map {
      "/"
        + $0.split(separator: "~", omittingEmptySubsequences: false)
        .joined(separator: "~0").split(separator: "/", omittingEmptySubsequences: false)
        .joined(separator: "~1")
    }.joined()
  }

  package func appending(_ tokens: String...) -> JSONPointer {
    JSONPointer(self.tokens + tokens)
  }
}

extension JSONPointer {
  /// Nil for what is no pointer (RFC 6901, section 3).
  init?(parsing text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    var tokens: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      var token = ""
      var scalars = part.unicodeScalars.makeIterator()
      while let scalar = scalars.next() {
        guard scalar == "~" else {
          token.unicodeScalars.append(scalar)
          continue
        }
        switch scalars.next() {
        case "0": token += "~"
        case "1": token += "/"
        default: return nil
        }
      }
      tokens.append(token)
    }
    self.init(tokens)
  }
}

extension Identity {
  /// Takes a `$ref` apart: a path relative to the file it stands in, and a fragment that is a JSON pointer.
  static func target(of text: String, from path: String) -> Result<Identity, MalformedReference> {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let filePart = decodingPercent(parts[0]),
      let fragment = decodingPercent(parts.count > 1 ? parts[1] : "")
    else { return .failure(MalformedReference(reason: "has a malformed percent escape")) }
    if filePart.contains("://") {
      return .failure(
        MalformedReference(
          reason: "is not a relative path; references to URLs are not supported yet"))
    }
    if let last = filePart.split(separator: "/", omittingEmptySubsequences: false).last,
      !filePart.isEmpty, ["", ".", ".."].contains(last)
    {
      return .failure(MalformedReference(reason: "leads to a folder, not to a file"))
    }
    guard fragment.isEmpty || fragment.hasPrefix("/") else {
      return .failure(
        MalformedReference(
          reason: "needs a fragment that begins with '/'; anchors are not supported yet"))
    }
    guard let pointer = JSONPointer(parsing: fragment) else {
      return .failure(MalformedReference(reason: "has a '~' that is neither '~0' nor '~1'"))
    }
    let file = filePart.isEmpty ? path : joined(directoryOf: path, filePart)
    return .success(Identity(file: file, pointer: pointer))
  }

  private static func decodingPercent(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let hex = String(decoding: rest.prefix(2), as: UTF8.self)
      guard hex.utf8.count == 2, !hex.hasPrefix("+"), let value = UInt8(hex, radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// `spec/a/../common.yaml` and `spec/common.yaml` are one file, so paths are kept in their shortest form.
  private static func joined(directoryOf base: String, _ relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    var parts = base.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in relative.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != "..", last != ".", last != "" {
          parts.removeLast()
        } else {
          parts.append("..")
        }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
