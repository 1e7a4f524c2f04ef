import Statistics
import Testing

@Suite struct FisherTestTests {
  // Reference values: SciPy 1.17.1, fisher_exact(…, alternative="greater").
  @Test(arguments: [
    (3, 3, 0, 3, 0.05), (10, 10, 0, 10, 5.412544e-06), (3, 10, 3, 10, 0.6857585), (0, 5, 5, 5, 1.0),
  ])
  func `agrees with reference values`(k1: Int, n1: Int, k2: Int, n2: Int, p: Double) {
    let value = FisherTest.greater(Proportion(k1, of: n1), than: Proportion(k2, of: n2))
    #expect(abs(value - p) < 1e-7)
  }
}
