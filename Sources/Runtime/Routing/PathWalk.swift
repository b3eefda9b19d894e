/// One walk of a request's path through a tree.
///
/// The path is lent for the walk; positions count its bytes.
struct PathWalk {
  let nodes: [RouteNode]
  // Unsafe because a string lends its bytes so; the walk ends inside the closure that lends them,
  // and every subscript is below `count`.
  let path: UnsafeBufferPointer<UInt8>

  /// The path without its query, and without one slash at the end.
  init(_ nodes: [RouteNode], target: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    var end = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    if end > 0, target[end - 1] == UInt8(ascii: "/") { end -= 1 }
    path = UnsafeBufferPointer(rebasing: target[..<end])
  }

  /// Where the first template that fits ends, literal segments before templated ones. The captured
  /// segments are appended last first.
  ///
  /// The path alone decides, never the method: a concrete path hides a templated one that fits it
  /// as well (OpenAPI 3.1, Paths Object), also for methods that only the templated one has.
  func place(from place: Int, at position: Int, captures: inout [Range<Int>]) -> Int? {
    guard position < path.count else { return nodes[place].routes.isEmpty ? nil : place }
    // A segment starts after a slash; a path that does not start with one fits nothing.
    guard path[position] == UInt8(ascii: "/") else { return nil }
    let segment = segment(at: position + 1)
    if let child = literal(place, segment),
      let end = self.place(from: child, at: segment.upperBound, captures: &captures)
    {
      return end
    }
    guard !segment.isEmpty else { return nil }
    for (pieces, child) in nodes[place].mixed {
      guard let found = split(segment, pieces),
        let end = self.place(from: child, at: segment.upperBound, captures: &captures)
      else { continue }
      captures += found.reversed()
      return end
    }
    guard let child = nodes[place].parameter,
      let end = self.place(from: child, at: segment.upperBound, captures: &captures)
    else { return nil }
    captures.append(segment)
    return end
  }

  private func segment(at start: Int) -> Range<Int> {
    var end = start
    while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
    return start..<end
  }

  private func literal(_ place: Int, _ segment: Range<Int>) -> Int? {
    let bytes = UnsafeBufferPointer(rebasing: path[segment])
    guard bytes.contains(UInt8(ascii: "%")) else { return nodes[place].literals.child(bytes) }
    return PercentCoding.decodedBytes(bytes)?.withUnsafeBufferPointer(nodes[place].literals.child)
  }
}

// MARK: - Segments of several pieces

extension PathWalk {
  /// The parameters of a segment of several pieces, each as short as it can be and not empty.
  ///
  /// Nothing is tried twice: a parameter that ends at the first place where the next piece stands
  /// leaves the most to those behind it. Only a literal at the end has a place of its own.
  private func split(_ segment: Range<Int>, _ pieces: [RouteTemplate.Piece]) -> [Range<Int>]? {
    var pieces = pieces[...]
    var rest = segment
    if case .literal(let text)? = pieces.last {
      guard let start = start(of: text, endingAt: rest.upperBound, in: rest) else { return nil }
      rest = rest.lowerBound..<start
      pieces.removeLast()
    }
    var found: [Range<Int>] = []
    while let piece = pieces.popFirst() {
      switch piece {
      case .literal(let text):
        guard let end = end(of: text, at: rest.lowerBound, in: rest) else { return nil }
        rest = end..<rest.upperBound
      case .parameter:
        guard let end = end(ofParameterIn: rest, before: pieces.first) else { return nil }
        found.append(rest.lowerBound..<end)
        rest = end..<rest.upperBound
      }
    }
    return rest.isEmpty ? found : nil
  }

  /// The first place behind a parameter at which the next piece stands; nil if there is none.
  private func end(ofParameterIn rest: Range<Int>, before next: RouteTemplate.Piece?) -> Int? {
    guard !rest.isEmpty else { return nil }
    switch next {
    case nil: return rest.upperBound
    case .parameter: return byte(at: rest.lowerBound, in: rest).end
    case .literal(let text):
      var place = byte(at: rest.lowerBound, in: rest).end
      while place < rest.upperBound {
        if end(of: text, at: place, in: rest) != nil { return place }
        place = byte(at: place, in: rest).end
      }
      return nil
    }
  }

  /// Where a decoded text that begins at a place of the path is over; nil if another stands there.
  private func end(of text: [UInt8], at start: Int, in range: Range<Int>) -> Int? {
    var place = start
    for expected in text {
      guard place < range.upperBound else { return nil }
      let (byte, end) = byte(at: place, in: range)
      guard byte == expected else { return nil }
      place = end
    }
    return place
  }

  /// Where a decoded text that is over at a place of the path begins; nil if another stands there.
  private func start(of text: [UInt8], endingAt end: Int, in range: Range<Int>) -> Int? {
    var place = end
    for expected in text.reversed() {
      guard place > range.lowerBound else { return nil }
      let escape = place - 3 >= range.lowerBound ? byte(at: place - 3, in: range) : nil
      let isEscape = escape?.end == place
      guard (isEscape ? escape?.byte : path[place - 1]) == expected else { return nil }
      place -= isEscape ? 3 : 1
    }
    return place
  }

  /// The byte that stands at a place, decoded, and where the next one does.
  private func byte(at place: Int, in range: Range<Int>) -> (byte: UInt8, end: Int) {
    guard path[place] == UInt8(ascii: "%"), place + 2 < range.upperBound,
      let high = ASCII.hexadecimalValue(path[place + 1]),
      let low = ASCII.hexadecimalValue(path[place + 2])
    else { return (path[place], place + 1) }
    return (high << 4 | low, place + 3)
  }
}
