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

  /// Applies those that do not touch each other, of two that do the one that ends later, in one pass over the text.
  private mutating func applyMends() -> Int {
    var chosen: [Mend] = []
    let mends = findings.filter { $0.allowance == nil }.compactMap(\.mend)
    for mend in mends.sorted(by: { $0.range.upperBound > $1.range.upperBound })
    where mend.range.upperBound <= chosen.last?.range.lowerBound ?? .max {
      chosen.append(mend)
    }
    guard !chosen.isEmpty else { return 0 }
    var mended: [UInt8] = []
    var end = 0
    for mend in chosen.reversed() {
      mended += text[end..<mend.range.lowerBound]
      mended += mend.bytes
      end = mend.range.upperBound
    }
    text = mended + text[end...]
    return chosen.count
  }
}
