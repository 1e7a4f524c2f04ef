/// The words of a text one by one, letters of ASCII small; an apostrophe within a word belongs to it.
struct WordScanner: IteratorProtocol {
  /// Where a word stands, and the hash (FNV-1a) of how it is given.
  struct Place {
    var range: Range<Int>
    var hash: UInt64
  }

  private let text: [UInt8]
  private var place = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> String? {
    guard let place = nextPlace() else { return nil }
    return word(at: place)
  }

  /// The next word without its letters.
  mutating func nextPlace() -> Place? {
    var start: Int?
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while place < text.count {
      let (byte, length) = letter(at: place)
      // An apostrophe begins no word.
      if let byte, start != nil || byte != UInt8(ascii: "'") {
        start = start ?? place
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      } else if byte == nil, let start {
        defer { place += length }
        return Place(range: start..<place, hash: hash)
      }
      place += length
    }
    return start.map { Place(range: $0..<text.count, hash: hash) }
  }

  /// The word at a place.
  func word(at place: Place) -> String {
    var word: [UInt8] = []
    var index = place.range.lowerBound
    while index < place.range.upperBound {
      let (byte, length) = letter(at: index)
      if let byte { word.append(byte) }
      index += length
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// The letter at a place, small, nil where something else stands there; and how many bytes that has.
  private func letter(at place: Int) -> (byte: UInt8?, length: Int) {
    let byte = text[place]
    switch byte {
    case 0x41...0x5A: return (byte | 0x20, 1)
    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "'"): return (byte, 1)
    case 0xE2 where place + 1 < text.count && text[place + 1] == 0x80:
      // ’ is an apostrophe, too; dashes and other quotation marks part words.
      let isApostrophe = place + 2 < text.count && text[place + 2] == 0x99
      return (isApostrophe ? UInt8(ascii: "'") : nil, 3)
    case 0x80...: return (byte, 1)
    default: return (nil, 1)
    }
  }
}
