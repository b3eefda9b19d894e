/// What of a graph leads back to itself: its strongly connected components, by Tarjan's algorithm
/// with its stack on the heap, since a chain may be as long as the contract.
struct Circles<Node: Hashable> {
  /// The number of its component; the nodes of one lead to one another.
  private var components: [Node: Int] = [:]
  /// Those that lead to themselves, through others or at once.
  private var recurring: Set<Node> = []

  private var numbers: [Node: Int] = [:]
  /// Visited, and not yet in a component.
  private var open: [Node] = []
  private var path: [Step] = []

  private struct Step {
    let node: Node
    let targets: [Node]
    var next = 0
    /// The least number of what is open and can be reached.
    var least: Int
  }

  /// - Parameter targets: what a node leads to, among the nodes or beyond them.
  init(among nodes: [Node], targets: (Node) -> [Node]) {
    for node in nodes where numbers[node] == nil {
      enter(node, targets)
      while !path.isEmpty { advance(targets) }
    }
  }

  /// Whether each of the two leads to the other.
  func join(_ one: Node, _ other: Node) -> Bool {
    guard let component = components[one], component == components[other] else { return false }
    return one != other || recurring.contains(one)
  }

  private mutating func enter(_ node: Node, _ targets: (Node) -> [Node]) {
    let number = numbers.count
    numbers[node] = number
    open.append(node)
    path.append(Step(node: node, targets: targets(node), least: number))
  }

  private mutating func advance(_ targets: (Node) -> [Node]) {
    let top = path.count - 1
    guard path[top].next < path[top].targets.count else { return leave() }
    let target = path[top].targets[path[top].next]
    path[top].next += 1
    if target == path[top].node { recurring.insert(target) }
    guard let number = numbers[target] else { return enter(target, targets) }
    if components[target] == nil { path[top].least = min(path[top].least, number) }
  }

  private mutating func leave() {
    let step = path.removeLast()
    if !path.isEmpty { path[path.count - 1].least = min(path[path.count - 1].least, step.least) }
    guard let number = numbers[step.node], step.least == number else { return }
    let first = open.lastIndex(of: step.node) ?? 0
    let component = open[first...]
    for node in component { components[node] = number }
    if component.count > 1 { recurring.formUnion(component) }
    open.removeSubrange(first...)
  }
}
