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

  /// The first route that fits, literal segments before templated ones. The captured segments are
  /// appended last first.
  func route(
    from place: Int, at position: Int, method: String, captures: inout [Range<Int>]
  ) -> Int? {
    guard position < path.count else { return nodes[place].route(answering: method) }
    // A segment starts after a slash; a path that does not start with one fits nothing.
    guard path[position] == UInt8(ascii: "/") else { return nil }
    let segment = segment(at: position + 1)
    if let child = literal(place, segment),
      let route = route(from: child, at: segment.upperBound, method: method, captures: &captures)
    {
      return route
    }
    guard !segment.isEmpty else { return nil }
    for (pieces, child) in nodes[place].mixed {
      guard let found = split(segment, pieces),
        let route = route(from: child, at: segment.upperBound, method: method, captures: &captures)
      else { continue }
      captures += found.reversed()
      return route
    }
    guard let child = nodes[place].parameter,
      let route = route(from: child, at: segment.upperBound, method: method, captures: &captures)
    else { return nil }
    captures.append(segment)
    return route
  }

  /// Every method of every route whose path fits.
  func methods(from place: Int, at position: Int, into methods: inout Set<String>) {
    guard position < path.count else {
      methods.formUnion(nodes[place].routes.map(\.method))
      return
    }
    guard path[position] == UInt8(ascii: "/") else { return }
    let segment = segment(at: position + 1)
    var children: [Int] = []
    if let child = literal(place, segment) { children.append(child) }
    if !segment.isEmpty {
      children += nodes[place].mixed.filter { split(segment, $0.pieces) != nil }.map(\.child)
      if let child = nodes[place].parameter { children.append(child) }
    }
    for child in children { self.methods(from: child, at: segment.upperBound, into: &methods) }
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

  /// The parameters of a segment of several pieces, each as short as it can be and not empty.
  ///
  /// Nothing is tried twice: a parameter that ends at the first place where the next piece stands
  /// leaves the most to those behind it. Only a literal at the end has a place of its own.
  private func split(_ segment: Range<Int>, _ pieces: [RouteTemplate.Piece]) -> [Range<Int>]? {
    var pieces = pieces[...]
    var rest = segment
    if case .literal(let text)? = pieces.last {
      guard path[rest].suffix(text.count).elementsEqual(text) else { return nil }
      rest = rest.lowerBound..<(rest.upperBound - text.count)
      pieces.removeLast()
    }
    var found: [Range<Int>] = []
    while let piece = pieces.popFirst() {
      switch piece {
      case .literal(let text):
        guard path[rest].starts(with: text) else { return nil }
        rest = (rest.lowerBound + text.count)..<rest.upperBound
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
    case .parameter: return rest.lowerBound + 1
    case .literal(let text):
      return (rest.lowerBound + 1..<rest.upperBound).first {
        path[$0..<rest.upperBound].starts(with: text)
      }
    }
  }
}
