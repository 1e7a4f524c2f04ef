import Chance
import Testing

@testable import Review

/// What is asked of many ranges at once, held against asking one by one.
@Suite struct RangeCoverTests {
  @Test func `a cover overlaps what one of its ranges overlaps`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let ranges = Self.ranges(&random)
      let cover = RangeCover(ranges)
      for wanted in Self.ranges(&random) {
        #expect(cover.overlaps(wanted) == ranges.contains { $0.overlaps(wanted) }, "\(wanted) in \(ranges)")
      }
    }
  }

  @Test func `of the allowances that cover a place the first one counts`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<500 {
      let allowances = Self.ranges(&random).enumerated().map { number, scope in
        Allowance(rule: "hedge", reason: "\(number)", range: scope, scope: scope)
      }
      let map = AllowanceMap(allowances)
      for wanted in Self.ranges(&random) where !wanted.isEmpty {
        let first = allowances.first { $0.scope.overlaps(wanted) }
        #expect(map.reason(for: wanted) == first?.reason, "\(wanted) in \(allowances.map(\.scope))")
      }
    }
  }

  private static func ranges(_ random: inout SplitMix) -> [Range<Int>] {
    (0..<random.number(0...12)).map { _ in
      let start = random.number(0...40)
      return start..<start + random.number(0...(random.chance(20) ? 40 : 5))
    }
  }
}
