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

/// Which words are in which sets: the bits of a word lie together, since a word is held against many sets at once.
struct WordSetTable: Sendable {
  private let width: Int
  private var bits: [UInt64]

  init(_ sets: [WordSet], wordCount: Int) {
    width = (sets.count + 63) / 64
    bits = Array(repeating: 0, count: width * wordCount)
    for (index, set) in sets.enumerated() {
      set.forEachWord { bits[Int($0) * width + index >> 6] |= 1 << UInt64(index & 63) }
    }
  }

  /// Whether a word is in a set.
  func holds(_ word: WordTable.Number, in set: WordSet.Index) -> Bool {
    bits[Int(word) * width + Int(set >> 6)] & (1 << UInt64(set & 63)) != 0
  }
}
