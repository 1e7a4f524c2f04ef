import Statistics
import Testing

@Suite struct RateComparisonTests {
  @Test func `twenty unequal pairs on one side say which fails more often`() {
    var comparison = RateComparison()
    for _ in 0..<20 { comparison.record(first: true, second: false) }
    #expect(comparison.firstFailsMoreOften(errorBound: 0.01))
    #expect(!comparison.secondFailsMoreOften(errorBound: 0.01))
  }

  @Test func `pairs with equal outcomes say nothing`() {
    var comparison = RateComparison()
    for _ in 0..<1000 { comparison.record(first: true, second: true) }
    #expect(!comparison.firstFailsMoreOften(errorBound: 0.01))
  }

  @Test func `equal rates are told apart no more often than the bound allows`() {
    var coin = Coin(seed: 5)
    var wrong = 0
    for _ in 0..<2000 {
      var comparison = RateComparison()
      for _ in 0..<200 {
        comparison.record(first: coin.isHeads(), second: coin.isHeads())
        if comparison.firstFailsMoreOften(errorBound: 0.01) {
          wrong += 1
          break
        }
      }
    }
    #expect(wrong <= 20)
  }
}
