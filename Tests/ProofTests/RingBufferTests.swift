import Testing

@testable import Proof

@Suite struct RingBufferTests {
  @Test(arguments: [1, 2, 3, 7, 64])
  func `a ring holds the last bytes, as a list that is cut does`(capacity: Int) {
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var ring = RingBuffer(capacity: capacity)
      var model: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &numbers) {
        let part = (0..<Int.random(in: 0...3 * capacity, using: &numbers)).map { _ in
          UInt8.random(in: 0...255, using: &numbers)
        }
        ring.append(part[...])
        model = (model + part).suffix(capacity)
        #expect(ring.contents == model)
      }
    }
  }
}
