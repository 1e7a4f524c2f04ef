/// A word of a text, as it is looked for.
struct Word: Equatable {
  /// Its bytes in the text.
  var range: Range<Int>

  /// Its parts, in small letters and without English endings: those of a name such as `streamCount`, else one.
  var terms: [String]

  /// The whole name in small letters, where it has several parts.
  var name: String?
}

/// Parts text into words, records and questions alike.
///
/// A word is letters, digits and underscores; what else stands between them parts them. `stream_count` and `streamCount` are
/// names of two parts.
enum Words {
  /// What stands beyond that many bytes of a word is not looked at.
  static let longest = 120

  /// The words of a text.
  static func split(_ text: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    each(of: text) { words.append($0) }
    return words
  }

  /// Hands on the words of a text, one after the other.
  static func each(of text: ArraySlice<UInt8>, receive: (Word) -> Void) {
    var place = text.startIndex
    while place < text.endIndex {
      let length = Self.length(of: text, at: place)
      guard length > 0 else {
        place += 1
        continue
      }
      let start = place
      place += length
      while place < text.endIndex {
        let next = Self.length(of: text, at: place)
        guard next > 0 else { break }
        place += next
      }
      if let word = word(text[start..<place]) { receive(word) }
    }
  }

  /// How many bytes the letter, digit or underscore takes that stands there; 0 where there is none.
  private static func length(of text: ArraySlice<UInt8>, at place: Int) -> Int {
    let byte = text[place]
    if byte < 0x80 { return isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") ? 1 : 0 }
    let length =
      switch byte {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, place + length <= text.endIndex,
      let scalar = String(validating: text[place..<place + length], as: UTF8.self)?.unicodeScalars.first,
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    else { return 0 }
    return length
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> Word? {
    let parts = parts(of: bytes.prefix(longest))
    guard !parts.isEmpty else { return nil }
    let name = parts.count > 1 ? folded(bytes.prefix(longest)) : nil
    return Word(range: bytes.indices, terms: parts.map { Stem.of(Array(folded($0).utf8)) }, name: name)
  }

  /// Where underscores and humps part a name: `HTTPServer2_count` is HTTP, Server2 and count.
  private static func parts(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    func end(at place: Int) {
      if place > start { parts.append(bytes[start..<place]) }
      start = place
    }
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == UInt8(ascii: "_") {
        end(at: place)
        start = place + 1
      } else if isCapital(byte), place > start {
        let isBehindSmall = isSmall(bytes[place - 1]) || isDigit(bytes[place - 1])
        let isBeforeSmall = place + 1 < bytes.endIndex && isSmall(bytes[place + 1])
        if isBehindSmall || isBeforeSmall { end(at: place) }
      }
    }
    end(at: bytes.endIndex)
    return parts
  }

  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: bytes.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || isSmall(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
