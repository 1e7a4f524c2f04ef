/// The bytes that a look at one place may see; past their ends there are only line ends.
struct ScannedText {
  let bytes: [UInt8]

  /// How far a look may reach from the place where it begins, in bytes.
  ///
  /// Whatever is decided of a place depends on these bytes alone: so it does not matter in which pieces a text came.
  static let reach = 1 << 16

  /// How far a look may reach back.
  static let reachBack = 256

  static let lineEnd = UInt8(ascii: "\n")

  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : Self.lineEnd
  }

  /// Where a run of characters of `set` that begins at `start` ends.
  func end(of set: ByteSet, from start: Int, limit: Int = ScannedText.reach) -> Int {
    var end = start
    let last = min(bytes.count, start + limit)
    while end < last, set.contains(bytes[end]) { end += 1 }
    return end
  }

  /// Where a run of characters of `set` that ends before `end` begins.
  func start(of set: ByteSet, before end: Int, limit: Int = 64) -> Int {
    var start = end
    let first = max(0, end - limit)
    while start > first, set.contains(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Where blanks that begin at `start` end; what separates the words of a command counts as one.
  func endOfBlanks(from start: Int) -> Int {
    var end = start
    while end < start + 16, self[end] == 0x20 || self[end] == 0x09 || self[end] == WordSeparator.byte {
      end += 1
    }
    return end
  }

  func has(_ text: String, at index: Int) -> Bool {
    var place = index
    for byte in text.utf8 {
      if self[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// Whether `text`, which is in lower case, stands at `index` in whatever case.
  func hasAnyCase(_ text: String, at index: Int) -> Bool {
    var place = index
    for byte in text.utf8 {
      let found = self[place]
      let lower = found >= 0x41 && found <= 0x5A ? found | 0x20 : found
      if lower != byte { return false }
      place += 1
    }
    return true
  }

  /// Whether `text` stands in the same line within `limit` bytes before `index`.
  func hasBefore(_ index: Int, _ text: String, limit: Int = 200) -> Bool {
    var place = index - 1
    while place >= 0, place >= index - limit, bytes[place] != Self.lineEnd {
      if has(text, at: place) { return true }
      place -= 1
    }
    return false
  }

  /// Whether a word can begin at `index`: behind no letter and no digit, but for those of an escape (`\n`, `%3D`, a colour).
  func isWordStart(_ index: Int) -> Bool {
    guard index > 0, ByteSet.alphanumeric.contains(bytes[index - 1]) else { return true }
    let last = bytes[index - 1]
    if self[index - 2] == UInt8(ascii: "\\"), ByteSet("ntr").contains(last) { return index > 1 }
    if index > 2, bytes[index - 3] == UInt8(ascii: "%"), ByteSet.hex.contains(bytes[index - 2]),
      ByteSet.hex.contains(last)
    {
      return true
    }
    guard last == UInt8(ascii: "m") else { return false }
    let numbers = start(of: .digits + ByteSet(";"), before: index - 1, limit: 12)
    return self[numbers - 1] == UInt8(ascii: "[") && self[numbers - 2] == 0x1B
  }
}

/// What stands between the words of a command while they are looked at together.
enum WordSeparator {
  static let byte: UInt8 = 0x1F
}
