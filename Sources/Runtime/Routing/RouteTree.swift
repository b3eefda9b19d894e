/// The paths of a routing table as a tree of segments. Looking a path up costs by its own length,
/// however many routes there are.
struct RouteTree: Sendable {
  private(set) var nodes: [RouteNode] = [RouteNode()]

  /// Adds a route; the first of several with the same method and template is kept.
  mutating func add(_ template: RouteTemplate, method: String, route: Int) {
    var place = 0
    for segment in template.segments { place = child(of: place, segment) }
    if nodes[place].route(for: method) == nil { nodes[place].routes.append((method, route)) }
  }

  private mutating func child(of place: Int, _ segment: RouteTemplate.Segment) -> Int {
    let next = nodes.count
    switch segment {
    case .literal(let bytes):
      if let known = bytes.withUnsafeBufferPointer(nodes[place].literals.child) { return known }
      nodes[place].literals.insert(bytes, child: next)
    case .parameter:
      if let known = nodes[place].parameter { return known }
      nodes[place].parameter = next
    case .mixed(let pieces):
      if let known = nodes[place].mixed.first(where: { $0.pieces == pieces }) { return known.child }
      nodes[place].mixed.append((pieces, next))
    }
    nodes.append(RouteNode())
    return next
  }
}

struct RouteNode: Sendable {
  var literals = SegmentTable()
  /// In the order of the routing table.
  var mixed: [(pieces: [RouteTemplate.Piece], child: Int)] = []
  var parameter: Int?
  /// What ends here. Few, so a list.
  var routes: [(method: String, route: Int)] = []

  /// HEAD is answered as GET where it has no route of its own (RFC 9110, section 9.3.2).
  func route(answering method: String) -> Int? {
    if let exact = route(for: method) { return exact }
    return method == "HEAD" ? route(for: "GET") : nil
  }

  /// What the path answers, sorted.
  var methods: [String] {
    var methods = Set(routes.map(\.method))
    if methods.contains("GET") { methods.insert("HEAD") }
    return methods.sorted()
  }

  func route(for method: String) -> Int? {
    for entry in routes where entry.method == method { return entry.route }
    return nil
  }
}
