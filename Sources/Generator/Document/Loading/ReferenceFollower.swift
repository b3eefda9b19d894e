import AccordYAML

/// Follows references from file to file until none is new, reading what they point at.
final class ReferenceFollower {
  let log = ReadingLog()
  private let readFile: DocumentLoader.ReadFile
  private let root: Document
  private var files: [SourceFile] = []
  private var contents: [String: FileContent] = [:]
  private var targets = ReferenceTargets()
  private var dangling: [Diagnostic] = []

  private enum FileContent {
    case node(Node)
    /// Read, but broken, which has been reported in its own place.
    case broken
    case unreadable(UnreadableFile)
  }

  init(root node: Node, reading readFile: @escaping DocumentLoader.ReadFile) {
    self.readFile = readFile
    root = log.read(Document.self, from: node)
    files = [node.range.file]
    contents[node.range.file.path] = .node(node)
    addComponents(of: root)
  }

  var documentSet: DocumentSet {
    DocumentSet(
      root: root, files: files, targets: targets, inventory: log.inventory,
      patterns: Patterns(of: log.inventory.schemas), references: log.references, dangling: dangling)
  }

  func followAll() {
    var index = 0
    while index < log.references.count {
      let pending = log.references[index]
      follow(pending.reference, to: pending.kind)
      index += 1
    }
  }

  private func follow<Object: Referable>(_ reference: Reference, to kind: Object.Type) {
    switch reference.target {
    case .failure(let malformed):
      report(reference, "'\(reference.text)' \(malformed.reason)")
    case .success(let target):
      guard targets[keyPath: Object.targets][target] == nil else { return }
      guard let node = node(at: target, for: reference) else { return }
      guard targets[keyPath: Object.targets][target] == nil else { return }
      if let other = otherKind(of: target, than: kind) {
        report(reference, "'\(reference.text)' is in '\(other)', which hold no \(kind.noun)")
      } else {
        targets[keyPath: Object.targets][target] = log.readReferenced(kind, from: node)
      }
    }
  }

  private func report(_ reference: Reference, _ message: String) {
    dangling.append(Diagnostic(at: reference.range(of: "$ref"), message))
  }

  /// The section of components that a reference should not point into.
  private func otherKind(of target: Identity, than kind: any Referable.Type) -> String? {
    guard target.componentName != nil else { return nil }
    let section = target.pointer.tokens[1]
    return section == kind.componentsKey ? nil : section
  }
}

extension Referable {
  /// The kind without its article.
  static var noun: String { String(kindName.drop { $0 != " " }.dropFirst()) }
}

extension ReferenceFollower {
  private func node(at target: Identity, for reference: Reference) -> Node? {
    switch content(of: target.file) {
    case .broken: return nil
    case .unreadable(let file):
      report(reference, "the file '\(target.file)' cannot be read: \(file.reason)")
      return nil
    case .node(var node):
      for (depth, token) in target.pointer.tokens.enumerated() {
        guard let next = node.child(token) else {
          let parent = JSONPointer(Array(target.pointer.tokens.prefix(depth)))
          reportMissing(token, of: node, at: parent, for: reference)
          return nil
        }
        node = next
      }
      return node
    }
  }

  private func reportMissing(
    _ token: String, of node: Node, at parent: JSONPointer, for reference: Reference
  ) {
    let place = parent.tokens.isEmpty ? "the file" : "'\(parent)'"
    let hint = suggestion(for: token, among: (node.mapping?.entries ?? []).map(\.key.text))
    report(reference, "'\(reference.text)' leads nowhere: \(place) has no '\(token)'\(hint)")
  }

  private func content(of path: String) -> FileContent {
    if let known = contents[path] { return known }
    let content = load(path)
    contents[path] = content
    return content
  }

  private func load(_ path: String) -> FileContent {
    do {
      let source = SourceFile(path: path, bytes: try readFile(path))
      files.append(source)
      return parse(source)
    } catch {
      return .unreadable(error)
    }
  }

  private func parse(_ source: SourceFile) -> FileContent {
    do {
      let node = try NodeReader.read(source)
      guard VersionCheck.isDocument(node) else { return .node(node) }
      let problems = VersionCheck.problems(of: node)
      log.problems += problems
      guard problems.isEmpty else { return .broken }
      addComponents(of: log.read(Document.self, from: node))
      return .node(node)
    } catch {
      log.problems += error.all
      return .broken
    }
  }

  /// Components have been read with their document, so references to them need not read them again.
  private func addComponents(of document: Document) {
    guard let components = document.components else { return }
    let file = document.range.file.path
    func add<Object: Referable>(_ map: OrderedMap<Referenced<Object>>) {
      for entry in map {
        let pointer = JSONPointer(["components", Object.componentsKey, entry.name])
        targets[keyPath: Object.targets][Identity(file: file, pointer: pointer)] = entry.value
      }
    }
    add(components.schemas.asReferenced)
    add(components.pathItems.asReferenced)
    add(components.responses)
    add(components.parameters)
    add(components.examples)
    add(components.requestBodies)
    add(components.headers)
    add(components.securitySchemes)
    add(components.links)
  }
}

extension OrderedMap where Value: Referable {
  fileprivate var asReferenced: OrderedMap<Referenced<Value>> {
    OrderedMap<Referenced<Value>>(
      map { .init(name: $0.name, nameRange: $0.nameRange, value: .inline($0.value)) })
  }
}

extension Node {
  /// One step of a JSON pointer (RFC 6901, section 4).
  fileprivate func child(_ token: String) -> Node? {
    guard let nodes = sequence else { return self[token] }
    guard let index = Int(token), String(index) == token, nodes.indices.contains(index) else {
      return nil
    }
    return nodes[index]
  }
}
