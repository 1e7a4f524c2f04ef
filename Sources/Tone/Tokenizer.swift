/// Parts the prose of a block into words and marks, sentence after sentence.
struct Tokenizer {
  private let words: WordTable
  private let names: NameTable
  private let kinds = ByteKind.table

  /// The tokens of the sentence that was read last, its final mark included.
  private(set) var tokens: [Token] = []

  /// How many of the tokens are words.
  private(set) var wordCount = 0

  /// Whether one of the words is the anchor of a cue.
  private(set) var hasAnchor = false

  private var position = 0
  private var hasNoQuote = QuoteSigns()

  /// Which words are anchors, by their numbers.
  private let anchors: [Bool]

  init(words: WordTable, names: NameTable, isAnchor: (WordTable.Number) -> Bool) {
    self.words = words
    self.names = names
    anchors = (0..<words.count).map { isAnchor(WordTable.Number($0)) }
  }

  /// Where the sentence stands in the prose.
  var range: Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return Int(first.start)..<Int(last.end)
  }

  /// Begins with another block.
  mutating func begin() {
    position = 0
    hasNoQuote = []
  }

  /// Reads the next sentence; false where there is none.
  mutating func advance(in bytes: [UInt8]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    wordCount = 0
    hasAnchor = false
    while position < bytes.count {
      switch kinds[Int(bytes[position])] {
      case .space: position += 1
      case .word: readWord(in: bytes)
      case .high: readHigh(in: bytes)
      case .stop:
        if endsSentence(in: bytes) { return true }
      case .quote: readQuote(in: bytes)
      case .mark: readMark(in: bytes)
      case .other: append(0, length: 1)
      case .silent: position += 1
      }
    }
    return !tokens.isEmpty
  }

  private mutating func append(_ word: WordTable.Number, length: Int) {
    if anchors[Int(word)] { hasAnchor = true }
    tokens.append(Token(word: word, start: Int32(position), end: Int32(position + length)))
    position += length
  }

  private mutating func append(_ mark: Mark, length: Int) {
    append(mark.rawValue, length: length)
  }

  // MARK: Words

  private mutating func readWord(in bytes: [UInt8]) {
    let start = position
    var end = start
    var hash = WordTable.seed
    var shape: WordShape = .digits
    scan: while end < bytes.count {
      let byte = bytes[end]
      switch kinds[Int(byte)] {
      case .word:
        if Self.isLetter(byte) {
          shape.remove(.digits)
          if byte < 0x61 { shape.formUnion(end > start ? [.technical, .folded] : .folded) }
          hash = WordTable.hash(hash, byte | 0x20)
        } else {
          if byte == Prose.code || byte == 0x5F { shape = shape.subtracting(.digits).union(.technical) }
          hash = WordTable.hash(hash, byte)
        }
        end += 1
      case .high:
        // An apostrophe may be a typographic one; any other letter belongs to the word, a mark ends it.
        if Self.isApostrophe(bytes, at: end) {
          guard end + 3 < bytes.count, Self.isLetter(bytes[end + 3]) else { break scan }
          hash = WordTable.hash(hash, UInt8(ascii: "'"))
          shape.insert(.folded)
          end += 3
        } else if Self.isPunctuation(bytes, at: end) {
          break scan
        } else {
          shape.remove(.digits)
          hash = WordTable.hash(hash, byte)
          end += 1
        }
      default:
        guard end + 1 < bytes.count, Self.joins(byte), Self.isLetterOrDigit(bytes[end + 1]) else {
          break scan
        }
        hash = WordTable.hash(hash, byte)
        if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "-"), !shape.contains(.digits) {
          shape.insert(.technical)
        }
        end += 1
      }
    }
    // A call without the signs of code.
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "("), bytes[end + 1] == UInt8(ascii: ")") {
      end += 2
      shape = .technical
    }
    wordCount += 1
    let number = number(of: bytes[start..<end], hash: hash, shape: shape)
    if let whole = wholeName(with: number, at: start, in: bytes) {
      tokens[tokens.count - 1].word = whole
      tokens[tokens.count - 1].end = Int32(end)
      position = end
    } else {
      append(number, length: end - start)
    }
  }

  /// A name with the word right behind it, where that is one that is not known and has a capital: of "Dana Levi" both words
  /// are one name, of "Dana Levi's" an owner; nil elsewhere.
  private func wholeName(
    with word: WordTable.Number, at start: Int, in bytes: [UInt8]
  ) -> WordTable.Number? {
    guard let last = tokens.last, last.word == Mark.name.rawValue, Int(last.end) == start - 1,
      bytes[start - 1] == 0x20
    else {
      return nil
    }
    switch word {
    case Mark.proper.rawValue, Mark.name.rawValue: return Mark.name.rawValue
    case Mark.properOwner.rawValue, Mark.owner.rawValue: return Mark.owner.rawValue
    default: return nil
    }
  }

  /// The number of a word as it stands in a sentence.
  private func number(of word: ArraySlice<UInt8>, hash: UInt32, shape: WordShape) -> WordTable.Number {
    if shape.contains(.digits) { return Mark.number.rawValue }
    let isFolded = shape.contains(.folded)
    let number = isFolded ? words.number(ofFolded: word, hash: hash) : words.number(of: word, hash: hash)
    // A login may be a word of the language; then it is that word.
    if names.isName(word), number == 0 || word[word.startIndex] < 0x61 { return Mark.name.rawValue }
    if names.isAbbreviation(number) { return number }
    if number == 0 {
      if shape.contains(.technical) { return Mark.code.rawValue }
      let small = isFolded ? WordTable.folded(word)[...] : word
      if let ending = Self.ending(of: small) { return ending.rawValue }
      guard isFolded, word[word.startIndex] < 0x61 else { return 0 }
      guard small.count > 3, small.suffix(2).elementsEqual("'s".utf8) else { return Mark.proper.rawValue }
      return isOwner(word, small: small) ? Mark.owner.rawValue : Mark.properOwner.rawValue
    }
    // Whole words in capitals are those words; mixed ones are names of things.
    if shape.contains(.technical), word.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) {
      return Mark.code.rawValue
    }
    guard names.isGiven(number) else { return number }
    return word[word.startIndex] < 0x61 && !shape.contains(.technical) ? Mark.name.rawValue : 0
  }

  /// Whether a word with a capital, an apostrophe and an "s" is a person's name with them.
  private func isOwner(_ word: ArraySlice<UInt8>, small: ArraySlice<UInt8>) -> Bool {
    names.isGiven(words.number(of: small.dropLast(2)))
      || names.isName(word.prefix { $0 != UInt8(ascii: "'") && $0 != 0xE2 })
  }

  /// Whether a word that is not known ends as a participle does.
  private static func ending(of word: ArraySlice<UInt8>) -> Mark? {
    guard word.count > 3, let last = word.last else { return nil }
    let before = word[word.endIndex - 2]
    if last == UInt8(ascii: "d") { return before == UInt8(ascii: "e") ? .past : nil }
    return last == UInt8(ascii: "g") && before == UInt8(ascii: "n")
      && word[word.endIndex - 3] == UInt8(ascii: "i")
      ? .doing : nil
  }

  /// What may stand within a word: in "don't", "well-known", "a.c", "and/or", "std::move", "me@home".
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): true
    case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "\\"): true
    default: false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == Prose.code
  }

  // MARK: Marks

  private static func isApostrophe(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  /// Whether General Punctuation, an arrow or a hard space stands there.
  private static func isPunctuation(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    if bytes[index] == 0xC2 {
      return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB
    }
    return bytes[index] == 0xE2 && bytes[index + 1] >= 0x80 && bytes[index + 1] <= 0x8F
  }

  private mutating func readHigh(in bytes: [UInt8]) {
    guard Self.isPunctuation(bytes, at: position) else {
      readWord(in: bytes)
      return
    }
    if bytes[position] == 0xC2 {
      position += 2
      return
    }
    guard position + 2 < bytes.count else {
      position = bytes.count
      return
    }
    switch (bytes[position + 1], bytes[position + 2]) {
    case (0x80, 0x92...0x95): append(.dash, length: 3)
    case (0x80, 0x9C), (0x80, 0x9E): readQuote(in: bytes)
    case (0x80, 0x98): readQuote(in: bytes)
    case (0x80, 0xA6): append(.comma, length: 3)
    case (0x86, _): append(.dash, length: 3)
    default: position += 3
    }
  }

  private mutating func readMark(in bytes: [UInt8]) {
    switch bytes[position] {
    case UInt8(ascii: ","): append(.comma, length: 1)
    case UInt8(ascii: ";"): append(.semicolon, length: 1)
    case UInt8(ascii: ":"): append(.colon, length: 1)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): append(.open, length: 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): append(.close, length: 1)
    default:
      // One hyphen with spaces around it, or several, are a dash.
      var end = position
      while end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
      if end < bytes.count, Self.isLetterOrDigit(bytes[end]), end - position <= 2,
        position == 0 || bytes[position - 1] == 0x20
      {
        // An option of a command: `--force`, `-n 3`.
        while end < bytes.count, Self.isLetterOrDigit(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
          end += 1
        }
        append(.code, length: end - position)
      } else {
        append(.dash, length: end - position)
      }
    }
  }

  // MARK: Quotations

  private mutating func readQuote(in bytes: [UInt8]) {
    let sign = QuoteSign(at: position, in: bytes)
    guard let sign, !hasNoQuote.contains(sign.set), sign.opens(at: position, in: bytes) else {
      position += sign?.length ?? 1
      return
    }
    guard let end = sign.end(from: position + sign.length, in: bytes) else {
      // Nothing closes it in the rest of the block: no other of its kind looks there again.
      if !sign.isBounded { hasNoQuote.insert(sign.set) }
      position += sign.length
      return
    }
    append(.quotation, length: end - position)
    wordCount += 1
  }

  // MARK: Ends

  /// Ends the sentence at the stop where it ends one; otherwise goes past the stop.
  private mutating func endsSentence(in bytes: [UInt8]) -> Bool {
    let stop = bytes[position]
    var end = position + 1
    while end < bytes.count, kinds[Int(bytes[end])] == .stop { end += 1 }
    var next = end
    while next < bytes.count, ")]\"'*_".utf8.contains(bytes[next]) || bytes[next] >= 0x80 {
      guard bytes[next] < 0x80 || Self.isClosingQuote(bytes, at: next) else { break }
      next += bytes[next] < 0x80 ? 1 : 3
    }
    guard next >= bytes.count || bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x09 else {
      position = end
      return false
    }
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let goesOn = next < bytes.count && bytes[next] >= 0x61 && bytes[next] <= 0x7A
    if stop == UInt8(ascii: "."), end == position + 1, next < bytes.count, goesOn || isAbbreviation(in: bytes)
    {
      position = end
      return false
    }
    let mark: Mark =
      stop == UInt8(ascii: "?") ? .question : stop == UInt8(ascii: "!") ? .exclamation : .period
    append(mark, length: end - position)
    return true
  }

  private static func isClosingQuote(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x9D || bytes[index + 2] == 0x99)
  }

  /// Whether the word before the stop is one that is written with it.
  private func isAbbreviation(in bytes: [UInt8]) -> Bool {
    guard let last = tokens.last, Int(last.end) == position else { return false }
    return last.end - last.start == 1 && Self.isLetter(bytes[Int(last.start)])
      && bytes[Int(last.start)] < 0x61
      && bytes[Int(last.start)] != UInt8(ascii: "I") || names.isAbbreviation(last.word)
  }
}
