/// The literal segments that may follow at one place of a tree: a hash table whose keys are bytes,
/// so that a segment of a request is found without making a string of it.
struct SegmentTable: Sendable {
  private var entries: [(bytes: [UInt8], child: Int)] = []
  /// Indices of `entries`, or -1; a power of two, at most half full.
  private var slots: [Int32] = []

  mutating func insert(_ bytes: [UInt8], child: Int) {
    entries.append((bytes, child))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: max(4, slots.count * 2))
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = entries[index].bytes.withUnsafeBufferPointer(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  // Unsafe because the segment is a part of a path that a string lends; it is only iterated over.
  func child(_ segment: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = hash(segment) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].bytes.elementsEqual(segment) { return entries[index].child }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a. What is looked up is chosen by clients, but what is stored is not, so no seed is
  /// needed: chains stay as short as the table has them.
  private func hash(_ segment: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in segment { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
