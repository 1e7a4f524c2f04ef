/// One line of a transcript, without colour codes and at most `limit` bytes long.
struct Line: Sendable, Equatable {
  /// What stands beyond this many bytes is not looked at: no runner's own line is that long.
  static let limit = 4_096

  let bytes: ArraySlice<UInt8>
  /// Which bytes stand in the line it was cut from: most needles are refused by this alone.
  private let alphabet: Alphabet

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    alphabet = Alphabet(of: bytes)
  }

  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// A part of a line, which has no byte that the line has not.
  private init(_ bytes: ArraySlice<UInt8>, of whole: Line) {
    self.bytes = bytes
    alphabet = whole.alphabet
  }

  static func == (left: Line, right: Line) -> Bool { left.bytes == right.bytes }

  var isEmpty: Bool { bytes.isEmpty }

  /// The line as text, invalid bytes repaired.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The line as it is shown to a person: without outer blanks, and of bearable length.
  var quoted: String {
    let short = trimmed
    return short.bytes.count <= 300
      ? short.text : String(decoding: short.bytes.prefix(300), as: UTF8.self) + "…"
  }

  /// The line without blanks at either end.
  var trimmed: Line {
    var low = bytes.startIndex
    var high = bytes.endIndex
    while low < high, bytes[low].isBlank { low += 1 }
    while high > low, bytes[high - 1].isBlank { high -= 1 }
    return Line(bytes[low..<high], of: self)
  }

  /// How many blanks stand before the first other byte.
  var indent: Int { bytes.prefix { $0.isBlank }.count }

  // MARK: Asking

  func starts(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  func starts(anyOf prefixes: [String]) -> Bool { prefixes.contains { starts($0) } }

  func ends(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  func has(_ needle: String) -> Bool { range(of: needle) != nil }

  func has(anyOf needles: [String]) -> Bool { needles.contains { has($0) } }

  func equals(_ other: String) -> Bool { bytes.elementsEqual(other.utf8) }

  // MARK: Cutting

  /// What follows the first `mark`; nil when it is not there.
  func after(_ mark: String) -> Line? { range(of: mark).map { Line(bytes[$0.upperBound...], of: self) } }

  /// What stands before the first `mark`; nil when it is not there.
  func before(_ mark: String) -> Line? { range(of: mark).map { Line(bytes[..<$0.lowerBound], of: self) } }

  /// What follows the last `mark`; nil when it is not there.
  func afterLast(_ mark: String) -> Line? {
    lastRange(of: mark).map { Line(bytes[$0.upperBound...], of: self) }
  }

  /// What stands before the last `mark`; nil when it is not there.
  func beforeLast(_ mark: String) -> Line? {
    lastRange(of: mark).map { Line(bytes[..<$0.lowerBound], of: self) }
  }

  /// The line without this beginning; nil when it begins otherwise.
  func dropping(_ prefix: String) -> Line? {
    starts(prefix) ? Line(bytes.dropFirst(prefix.utf8.count), of: self) : nil
  }

  /// The line without its first bytes of one kind.
  func dropping(while holds: (UInt8) -> Bool) -> Line { Line(bytes.drop(while: holds), of: self) }

  /// The beginning of the line that consists of one kind of bytes.
  func taking(while holds: (UInt8) -> Bool) -> Line { Line(bytes.prefix(while: holds), of: self) }

  /// The parts between one-byte separators, empty ones left out.
  func split(_ separator: UInt8, atMost count: Int = .max) -> [Line] {
    bytes.split(separator: separator, maxSplits: count - 1).map { Line($0, of: self) }
  }

  // MARK: Reading numbers and names

  /// The whole number that stands at the beginning.
  var number: Int? {
    let digits = bytes.prefix { $0.isDigit }
    return digits.isEmpty || digits.count > 9
      ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The whole number right before the first `mark`.
  func number(before mark: String) -> Int? {
    guard let head = before(mark) else { return nil }
    let count = head.bytes.reversed().prefix { $0.isDigit }.count
    return Line(head.bytes.suffix(count), of: self).number
  }

  /// The whole number right after the first `mark`.
  func number(after mark: String) -> Int? { after(mark)?.number }

  /// The first text between quotation marks of any kind: '…', "…", `…`, `…', ‘…’.
  var firstQuotation: String? {
    var rest = bytes
    while let opening = rest.firstIndex(where: { Self.quotationMarks.contains($0) }) {
      let isCurly = rest[opening] == 0xE2
      let start = opening + (isCurly ? 3 : 1)
      guard !isCurly || rest[opening...].starts(with: "‘".utf8) else {
        rest = rest[(opening + 1)...]
        continue
      }
      let closings: [String] =
        switch rest[opening] {
        case 0x22: ["\""]
        case 0x60: ["`", "'"]
        case 0x27: ["'"]
        default: ["’"]
        }
      let inside = Line(rest[start...], of: self)
      return closings.compactMap { inside.before($0) }.min { $0.bytes.count < $1.bytes.count }?.text
    }
    return nil
  }

  /// The first bytes of ', ", ` and ‘.
  private static let quotationMarks: [UInt8] = [0x27, 0x22, 0x60, 0xE2]

  // MARK: Searching

  private func range(of needle: String) -> Range<Int>? {
    guard alphabet.covers(needle) else { return nil }
    return bytes.range(of: needle.utf8, from: bytes.startIndex)
  }

  private func lastRange(of needle: String) -> Range<Int>? {
    guard alphabet.covers(needle) else { return nil }
    var found: Range<Int>?
    var start = bytes.startIndex
    while let next = bytes.range(of: needle.utf8, from: start) {
      found = next
      start = next.upperBound
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Where `needle` first occurs at or after `start`; never for an empty needle.
  fileprivate func range(of needle: String.UTF8View, from start: Int) -> Range<Int>? {
    guard let first = needle.first else { return nil }
    let length = needle.count
    var position = start
    while position + length <= endIndex {
      if self[position] == first, self[position..<position + length].elementsEqual(needle) {
        return position..<position + length
      }
      position += 1
    }
    return nil
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isHexDigit: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }
  /// Whether it may stand inside an identifier of most languages.
  var isWord: Bool { isDigit || isLetter || self == 0x5F }
}
