import Review

/// What becomes of a text when all that can be mended is.
struct Mending {
  private(set) var text: [UInt8]
  private(set) var findings: [Finding]
  private(set) var count = 0

  /// One mend may make room for the next; a text that still has some after this many rounds keeps them.
  private static let mostRounds = 10

  /// - Parameter look: reviews a text.
  init(of text: [UInt8], _ findings: [Finding], _ look: ([UInt8]) throws -> [Finding]) rethrows {
    (self.text, self.findings) = (text, findings)
    for _ in 0..<Self.mostRounds {
      let mended = applyMends()
      guard mended > 0 else { return }
      count += mended
      self.findings = try look(self.text)
    }
  }

  /// Applies those that do not touch each other, from the end on.
  private mutating func applyMends() -> Int {
    var lowest = Int.max
    var count = 0
    let mends = findings.filter { $0.allowance == nil }.compactMap(\.mend)
    for mend in mends.sorted(by: { $0.range.upperBound > $1.range.upperBound })
    where mend.range.upperBound <= lowest {
      text.replaceSubrange(mend.range, with: mend.bytes)
      lowest = mend.range.lowerBound
      count += 1
    }
    return count
  }
}
