import Testing

@testable import Statistics

@Suite struct AncestryTests {
  /// All that a point stands on, by walking.
  private static func walked(_ point: Int, _ parents: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    var open = [point]
    while let next = open.popLast() {
      if found.insert(next).inserted { open += parents[next] }
    }
    return found
  }

  @Test func `sums and visits go over all that a point stands on, each once, in any history`() {
    var coin = Coin(seed: 11)
    for _ in 0..<60 {
      let parents = RandomHistory.parents(count: Int.random(in: 1...60, using: &coin), coin: &coin)
      let ancestry = Ancestry(parents: parents)
      let weights = parents.indices.map { _ in Double(Int.random(in: 0...9, using: &coin)) }
      let sums = ancestry.sums(of: weights)
      for point in parents.indices {
        let expected = Self.walked(point, parents)
        var visited: [Int] = []
        ancestry.visit(point) { visited.append($0) }
        #expect(visited.sorted() == expected.sorted())
        #expect(sums[point] == expected.reduce(0) { $0 + weights[$1] })
      }
    }
  }

  @Test func `a point holds itself and what it stands on`() {
    let ancestry = Ancestry(parents: [[], [0], [0], [1, 2]])
    #expect(ancestry.has(2, below: 3))
    #expect(ancestry.has(3, below: 3))
    #expect(!ancestry.has(1, below: 2))
    #expect(!ancestry.has(3, below: 2))
  }
}

/// Histories with branches, criss-cross merges, several roots.
enum RandomHistory {
  static func parents(count: Int, coin: inout Coin) -> [[Int]] {
    (0..<count).map { point in
      guard point > 0 else { return [] }
      let kind = Int.random(in: 0..<20, using: &coin)
      if kind == 0 { return [] }
      let near = max(0, point - 6)
      let wanted = kind < 14 ? 1 : kind < 19 ? 2 : 3
      var chosen: [Int] = []
      for _ in 0..<wanted {
        let parent = Int.random(in: near..<point, using: &coin)
        if !chosen.contains(parent) { chosen.append(parent) }
      }
      return chosen
    }
  }

  /// Only what the last point stands on, as a search has it.
  static func belowTip(count: Int, coin: inout Coin) -> [[Int]] {
    let all = parents(count: count, coin: &coin)
    var kept: Set<Int> = []
    var open = [count - 1]
    while let next = open.popLast() {
      if kept.insert(next).inserted { open += all[next] }
    }
    let order = kept.sorted()
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return order.map { all[$0].compactMap { places[$0] } }
  }
}
