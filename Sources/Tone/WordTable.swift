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
    var hash = Self.seed
    for byte in word { hash = Self.hash(hash, byte) }
    return slots[slot(of: word, hash)]
  }

  /// The number of a word in small letters whose hash is known, or 0.
  func number(of word: ArraySlice<UInt8>, hash: UInt32) -> Number {
    slots[slot(of: word, hash)]
  }

  /// The number of a word in small letters, given now where it has none.
  mutating func insert(_ word: ArraySlice<UInt8>) -> Number {
    var hash = Self.seed
    for byte in word { hash = Self.hash(hash, byte) }
    let slot = slot(of: word, hash)
    if slots[slot] != 0 { return slots[slot] }
    precondition(hashes.count * 2 <= slots.count, "The table of words is made large enough for all of them.")
    let number = Number(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    pool.append(contentsOf: word)
    ends.append(Int32(pool.count))
    return number
  }

  private func slot(of word: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, holds(word, at: number) { return slot }
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
}
