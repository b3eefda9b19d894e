import Testing

@testable import AccordModel

@Suite("Circles of a graph") struct CircleTests {
  private let edges = [1: [2], 2: [3, 4], 3: [1], 4: [5, 4], 5: [6], 6: [5, 7], 7: []]

  @Test("nodes are joined when each leads to the other, at once or through others")
  func joined() {
    for order in [Array(1...7), Array((1...7).reversed())] {
      let circles = Circles(among: order) { edges[$0] ?? [] }
      let joined = (1...7).flatMap { one in
        (1...7).filter { circles.join(one, $0) }.map { [one, $0] }
      }
      let triangle = [1, 2, 3].flatMap { one in [1, 2, 3].map { [one, $0] } }
      #expect(joined == triangle + [[4, 4], [5, 5], [5, 6], [6, 5], [6, 6]])
    }
  }

  @Test("a chain or a circle may be as long as a contract")
  func long() {
    let count = 100_000
    let chain = Circles(among: Array(0..<count)) { $0 + 1 < count ? [$0 + 1] : [] }
    #expect(!chain.join(0, count - 1) && !chain.join(5, 5))
    let circle = Circles(among: Array(0..<count)) { [($0 + 1) % count] }
    #expect(circle.join(0, count - 1) && circle.join(5, 5))
  }
}
