/// Composes libyaml's events into a tree.
struct YAMLReader {
  private let stream: EventStream
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: Set<String> = []
  private var aliasedNodes = 0
  private var problems: [Diagnostic] = []

  private struct Anchored {
    let node: Node
    let size: Size
  }

  /// What an alias to a tree costs.
  private struct Size {
    var nodes = 1
    var depth = 0

    mutating func add(_ child: Size) {
      nodes += child.nodes
      depth = max(depth, child.depth + 1)
    }
  }

  static func read(_ source: SourceFile) throws(Diagnostics) -> Node {
    var reader = YAMLReader(stream: EventStream(source))
    return try reader.document(source)
  }

  private init(stream: EventStream) {
    self.stream = stream
  }

  private mutating func document(_ source: SourceFile) throws(Diagnostics) -> Node {
    _ = try stream.next()
    guard case .documentStart = try stream.next().kind else {
      throw Diagnostics(Diagnostic(at: source.range(ofByte: 0), "the file is empty"))
    }
    let root = try node(try stream.next(), depth: 0).node
    _ = try stream.next()
    let end = try stream.next()
    if case .documentStart = end.kind {
      problems.append(
        Diagnostic(at: end.range, "a second document begins here; one file holds one"))
    }
    if let problems = Diagnostics(problems) { throw problems }
    return root
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Diagnostics) -> Anchored {
    if depth > NodeReader.depthMax {
      throw Diagnostics(
        Diagnostic(at: event.range, "the file nests deeper than \(NodeReader.depthMax) levels"))
    }
    if case .alias(let name) = event.kind { return try alias(name, event.range, depth: depth) }
    if let anchor = event.anchor { openAnchors.insert(anchor) }
    let anchored = try content(event, depth: depth)
    if let anchor = event.anchor {
      openAnchors.remove(anchor)
      anchors[anchor] = anchored
    }
    return anchored
  }

  private mutating func content(_ event: YAMLEvent, depth: Int) throws(Diagnostics) -> Anchored {
    switch event.kind {
    case .mappingStart:
      checkTag(event, core: "tag:yaml.org,2002:map")
      return try mapping(event, depth: depth)
    case .sequenceStart:
      checkTag(event, core: "tag:yaml.org,2002:seq")
      return try sequence(event, depth: depth)
    case .scalar(let text, let isPlain, let isOneLine):
      let kind = scalarKind(text, isPlain: isPlain, event)
      let scalar = Scalar(text: text, kind: kind, isPlain: isPlain && isOneLine)
      return Anchored(node: Node(.scalar(scalar), range: event.range), size: Size())
    default:
      throw Diagnostics(Diagnostic(at: event.range, "a value is missing here"))
    }
  }
}

extension YAMLReader {
  private mutating func mapping(_ start: YAMLEvent, depth: Int) throws(Diagnostics) -> Anchored {
    var builder = MappingBuilder()
    var size = Size()
    var event = try stream.next()
    while true {
      if case .mappingEnd = event.kind { break }
      let key = try key(event, depth: depth)
      let value = try node(try stream.next(), depth: depth + 1)
      size.add(value.size)
      if let key { builder.append(key, value.node) }
      event = try stream.next()
    }
    problems += builder.problems
    let range = SourceRange(
      file: start.range.file, start: start.range.start, end: event.range.end)
    return Anchored(node: Node(.mapping(Mapping(builder.entries)), range: range), size: size)
  }

  /// Nil, with a problem, for a key that is no text.
  private mutating func key(_ event: YAMLEvent, depth: Int) throws(Diagnostics) -> Node.Key? {
    let key = try node(event, depth: depth + 1).node
    guard let scalar = key.scalar else {
      problems.append(Diagnostic(at: event.range, "a key must be a scalar, not \(key.kindName)"))
      return nil
    }
    if scalar.text == "<<", scalar.isPlain {
      problems.append(
        Diagnostic(
          at: event.range, "the merge key '<<' is not YAML 1.2; repeat the keys or use '$ref'"))
      return nil
    }
    return Node.Key(text: scalar.text, range: event.range)
  }

  private mutating func sequence(_ start: YAMLEvent, depth: Int) throws(Diagnostics) -> Anchored {
    var nodes: [Node] = []
    var size = Size()
    var event = try stream.next()
    while true {
      if case .sequenceEnd = event.kind { break }
      let item = try node(event, depth: depth + 1)
      size.add(item.size)
      nodes.append(item.node)
      event = try stream.next()
    }
    let range = SourceRange(
      file: start.range.file, start: start.range.start, end: event.range.end)
    return Anchored(node: Node(.sequence(nodes), range: range), size: size)
  }

  private mutating func alias(
    _ name: String, _ range: SourceRange, depth: Int
  ) throws(Diagnostics) -> Anchored {
    guard let anchored = anchors[name] else {
      let reason = openAnchors.contains(name) ? "is used inside itself" : "is not defined above"
      throw Diagnostics(Diagnostic(at: range, "the anchor '\(name)' \(reason)"))
    }
    aliasedNodes += anchored.size.nodes
    if aliasedNodes > NodeReader.aliasedNodesMax {
      let limit = NodeReader.aliasedNodesMax
      throw Diagnostics(
        Diagnostic(at: range, "aliases stand for more than \(limit) values in this file"))
    }
    if depth + anchored.size.depth > NodeReader.depthMax {
      throw Diagnostics(
        Diagnostic(at: range, "the file nests deeper than \(NodeReader.depthMax) levels"))
    }
    return anchored
  }
}

extension YAMLReader {
  private mutating func scalarKind(
    _ text: String, isPlain: Bool, _ event: YAMLEvent
  ) -> Scalar.Kind {
    guard let tag = event.tag, tag != "!" else {
      return isPlain && event.tag == nil ? CoreSchema.kind(ofPlain: text) : .string
    }
    let resolved = CoreSchema.kind(ofPlain: text)
    switch (tag, resolved) {
    case ("tag:yaml.org,2002:str", _): return .string
    case ("tag:yaml.org,2002:int", .int), ("tag:yaml.org,2002:null", .null),
      ("tag:yaml.org,2002:bool", .bool), ("tag:yaml.org,2002:float", .float):
      return resolved
    case ("tag:yaml.org,2002:float", .int): return .float
    case ("tag:yaml.org,2002:int", _), ("tag:yaml.org,2002:null", _),
      ("tag:yaml.org,2002:bool", _), ("tag:yaml.org,2002:float", _):
      problems.append(Diagnostic(at: event.range, "'\(text)' is not what the tag '\(tag)' says"))
    default: refuse(tag, event.range)
    }
    return .string
  }

  private mutating func checkTag(_ event: YAMLEvent, core: String) {
    if let tag = event.tag, tag != "!", tag != core { refuse(tag, event.range) }
  }

  private mutating func refuse(_ tag: String, _ range: SourceRange) {
    let core = "tag:yaml.org,2002:"
    let name = tag.hasPrefix(core) ? "!!\(tag.dropFirst(core.count))" : tag
    problems.append(Diagnostic(at: range, "the tag '\(name)' is not of the core schema"))
  }
}
