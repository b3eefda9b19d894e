/// The names of the members that were passed over so far, in each object that is open and has any:
/// so objects without pay nothing, and a text costs no more than its own names.
struct IgnoredNames {
  /// The depth of the innermost such object; 0 if there is none.
  private(set) var depth = 0
  private var open: [(depth: Int, names: NameSet)] = []

  /// False if the object at this depth, the innermost one that is open, has the name already.
  mutating func insert(_ name: String, at depth: Int) -> Bool {
    if depth != self.depth {
      open.append((depth, NameSet()))
      self.depth = depth
    }
    return open[open.count - 1].names.insert(name)
  }

  /// Forgets the innermost such object, which was closed.
  mutating func close() {
    open.removeLast()
    depth = open.last?.depth ?? 0
  }
}
