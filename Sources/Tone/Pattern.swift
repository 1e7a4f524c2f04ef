/// A sequence of words, around one of them that is its anchor.
///
/// Matching starts at an anchor and goes to the right, then to the left. Every step takes a bounded number of tokens,
/// so a match costs no more than the pattern is long.
struct Pattern: Sendable {
  /// A part of a pattern.
  enum Step: Sendable {
    /// One token of the set.
    case one(WordSet.Index)

    /// At most so many tokens of the set.
    case upTo(Int, WordSet.Index)

    /// At most so many tokens of any kind but those of the set, within a clause.
    case gap(Int, without: WordSet.Index?)

    /// The next token, away from the anchor, is none of the set; nothing is taken.
    case not(WordSet.Index)

    /// The sentence ends here; nothing is taken.
    case edge
  }

  /// What the anchor is one of.
  var anchor: WordSet.Index

  /// The steps behind the anchor, and those before it, both away from it.
  var right: [Step]
  var left: [Step]
}

/// A set of words, kept as bits.
struct WordSet: Sendable {
  typealias Index = Int32

  private var bits: [UInt64] = []

  mutating func insert(_ word: WordTable.Number) {
    let place = Int(word >> 6)
    while bits.count <= place { bits.append(0) }
    bits[place] |= 1 << UInt64(word & 63)
  }

  mutating func formUnion(_ other: WordSet) {
    while bits.count < other.bits.count { bits.append(0) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
  }

  func contains(_ word: WordTable.Number) -> Bool {
    let place = Int(word >> 6)
    return place < bits.count && bits[place] & (1 << UInt64(word & 63)) != 0
  }

  /// Goes through its words in the order of their numbers.
  func forEachWord(_ body: (WordTable.Number) -> Void) {
    for (place, group) in bits.enumerated() {
      var rest = group
      while rest != 0 {
        body(WordTable.Number(place * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }
}
