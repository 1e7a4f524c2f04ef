/// Known words in small letters, each with a number: an open-addressing table over one pool of bytes.
///
/// The number 0 is no word's: it stands for all that are not known.
struct WordTable: Sendable {
  /// The number of a word.
  typealias Number = UInt16

  private var slots: [Number]
  private var hashes: [UInt32] = [0]
  private var ends: [Int32] = [0]
  private var pool: [UInt8] = []

  /// - Parameter capacity: how many words there will be at most, about.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// How many numbers are given, 0 included.
  var count: Int { hashes.count }

  /// What a hash begins with.
  static let seed: UInt32 = 0x811C_9DC5

  /// The hash of a word with one byte more (FNV-1a).
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The number of a word in small letters, or 0.
  func number(of word: ArraySlice<UInt8>) -> Number {
    number(of: word, hash: Self.hash(of: word))
  }

  /// The number of a word in small letters whose hash is known, or 0.
  func number(of word: ArraySlice<UInt8>, hash: UInt32) -> Number {
    slots[slot(hash) { holds(word, at: $0) }]
  }

  /// The number of a word, whatever its capitals and apostrophes, whose hash in small letters is known, or 0.
  func number(ofFolded word: ArraySlice<UInt8>, hash: UInt32) -> Number {
    slots[slot(hash) { holds(folded: word, at: $0) }]
  }

  /// The number of a word in small letters, given now where it has none.
  mutating func insert(_ word: ArraySlice<UInt8>) -> Number {
    let hash = Self.hash(of: word)
    let slot = slot(hash) { holds(word, at: $0) }
    if slots[slot] != 0 { return slots[slot] }
    precondition(hashes.count * 2 <= slots.count, "The table of words is made large enough for all of them.")
    let number = Number(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    pool.append(contentsOf: word)
    ends.append(Int32(pool.count))
    return number
  }

  private static func hash(of word: ArraySlice<UInt8>) -> UInt32 {
    var hash = seed
    for byte in word { hash = Self.hash(hash, byte) }
    return hash
  }

  /// The slot of the word with that hash of which `isMeant` holds, or the free one where it would stand.
  private func slot(_ hash: UInt32, where isMeant: (Int) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isMeant(number) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(_ word: ArraySlice<UInt8>, at number: Int) -> Bool {
    var place = Int(ends[number - 1])
    guard Int(ends[number]) - place == word.count else { return false }
    for byte in word {
      guard pool[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// The same for a word that may have capitals and typographic apostrophes.
  private func holds(folded word: ArraySlice<UInt8>, at number: Int) -> Bool {
    var place = Int(ends[number - 1])
    let end = Int(ends[number])
    var index = word.startIndex
    while index < word.endIndex {
      guard place < end, pool[place] == Self.small(word[index]) else { return false }
      place += 1
      index += Self.length(word[index])
    }
    return place == end
  }

  /// A word in small letters, with plain apostrophes.
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      output.append(small(word[index]))
      index += length(word[index])
    }
    return output
  }

  /// The small letter of what begins with a byte: in words that are folded 0xE2 begins an apostrophe.
  private static func small(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0xE2: UInt8(ascii: "'")
    default: byte
    }
  }

  private static func length(_ byte: UInt8) -> Int { byte == 0xE2 ? 3 : 1 }
}
