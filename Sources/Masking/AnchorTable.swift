/// Finds the anchors of all rules in one pass: a table over pairs of bytes tells the few places worth a look.
struct AnchorTable: Sendable {
  struct Anchor: Sendable {
    var literal: String
    var rule: SecretRule

    /// Where in the literal its rarest pair of bytes stands.
    var offset: Int
  }

  /// For each pair of bytes the number of its bucket; 0 where no anchor has it.
  private var slots = [UInt8](repeating: 0, count: 1 << 16)
  private var buckets: [[Anchor]] = [[]]

  init(_ rules: [SecretRule]) {
    for rule in rules {
      for literal in rule.anchors {
        add(Anchor(literal: literal, rule: rule, offset: Self.rarestPair(in: literal)))
      }
    }
  }

  private mutating func add(_ anchor: Anchor) {
    let bytes = Array(anchor.literal.utf8)
    let pair = (bytes[anchor.offset], bytes[anchor.offset + 1])
    for first in variants(pair.0, anchor.rule.isCaseless) {
      for second in variants(pair.1, anchor.rule.isCaseless) {
        let index = Int(first) << 8 | Int(second)
        if slots[index] == 0 {
          buckets.append([])
          slots[index] = UInt8(buckets.count - 1)
        }
        buckets[Int(slots[index])].append(anchor)
      }
    }
  }

  private func variants(_ byte: UInt8, _ isCaseless: Bool) -> [UInt8] {
    isCaseless && ByteSet.lower.contains(byte) ? [byte, byte & ~0x20] : [byte]
  }

  private static func rarestPair(in literal: String) -> Int {
    let common = Array("_/-.: etaoinsrlcdhupmfgbywvkxqjz".utf8)
    func weight(_ byte: UInt8) -> Int {
      let isUpper = ByteSet.upper.contains(byte)
      let rank = common.firstIndex(of: isUpper ? byte | 0x20 : byte) ?? common.count
      return isUpper ? rank + 20 : rank
    }
    let bytes = Array(literal.utf8)
    return (0..<(bytes.count - 1)).max {
      weight(bytes[$0]) + weight(bytes[$0 + 1]) < weight(bytes[$1]) + weight(bytes[$1 + 1])
    }
      ?? 0
  }

  /// The next place in `range` at whose pair of bytes an anchor may stand.
  func next(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    let end = min(range.upperBound, bytes.count - 1)
    while place < end {
      if slots[Int(bytes[place]) << 8 | Int(bytes[place + 1])] != 0 { return place }
      place += 1
    }
    return nil
  }

  /// The anchors whose pair stands at `place`, with where each of them begins.
  func anchors(at place: Int, in text: ScannedText) -> [(anchor: Anchor, start: Int)] {
    var found: [(Anchor, Int)] = []
    for anchor in buckets[Int(slots[Int(text[place]) << 8 | Int(text[place + 1])])] {
      let start = place - anchor.offset
      let stands =
        anchor.rule.isCaseless
        ? text.hasAnyCase(anchor.literal, at: start) : text.has(anchor.literal, at: start)
      if start >= 0, stands { found.append((anchor, start)) }
    }
    return found
  }
}
