/// Reads what follows the bracket of a link or image: `(address "title")`, `[label]`, or nothing.
struct LinkTail {
  let source: [UInt8]
  let limit: Int

  /// How many bytes were looked at.
  private(set) var work = 0

  init(source: [UInt8], limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// Where the tail that begins at `start` ends, or nil where there is none.
  mutating func end(from start: Int) -> Int? {
    guard start < limit else { return nil }
    switch source[start] {
    case Byte.leftParenthesis: return inlineEnd(start + 1)
    case Byte.leftBracket: return labelEnd(start + 1)
    default: return nil
    }
  }

  /// Where the line ends that holds the rest of a link reference definition, `address "title"`, or nil where
  /// something else follows.
  mutating func definitionEnd(from start: Int) -> Int? {
    guard let address = addressEnd(skipSpace(start)) else { return nil }
    var index = skipSpace(address, withinLine: true)
    if index > address, index < limit, let close = titleClose(source[index]) {
      guard let title = find(close, from: index + 1, until: limit, without: nil) else { return nil }
      index = skipSpace(title, withinLine: true)
    }
    return index == limit || Byte.isLineEnd(source[index]) ? index : nil
  }

  private mutating func labelEnd(_ start: Int) -> Int? {
    // A label has at most 999 characters.
    let longest = min(limit, start + 4 * 1000)
    return find(Byte.rightBracket, from: start, until: longest, without: Byte.leftBracket)
  }

  private mutating func inlineEnd(_ start: Int) -> Int? {
    guard let address = addressEnd(skipSpace(start)) else { return nil }
    var index = skipSpace(address)
    if index > address, index < limit, let close = titleClose(source[index]) {
      let barred = close == Byte.rightParenthesis ? Byte.leftParenthesis : nil
      guard let title = find(close, from: index + 1, until: limit, without: barred) else { return nil }
      index = skipSpace(title)
    }
    return index < limit && source[index] == Byte.rightParenthesis ? index + 1 : nil
  }

  private mutating func addressEnd(_ start: Int) -> Int? {
    guard start < limit, source[start] != Byte.less else {
      return start < limit ? find(Byte.greater, from: start + 1, until: limit, without: Byte.less) : nil
    }
    var depth = 0
    var index = start
    while index < limit, !Byte.isBlank(source[index]) {
      work += 1
      switch source[index] {
      case Byte.backslash where index + 1 < limit && Byte.isPunctuation(source[index + 1]):
        index += 1
      case Byte.leftParenthesis:
        depth += 1
        guard depth <= 32 else { return nil }
      case Byte.rightParenthesis:
        guard depth > 0 else { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return index
  }

  /// Behind the next `close` that is not escaped, or nil where `barred` or the end comes first.
  private mutating func find(_ close: UInt8, from start: Int, until end: Int, without barred: UInt8?) -> Int?
  {
    var index = start
    while index < end {
      work += 1
      if source[index] == close { return index + 1 }
      if source[index] == barred { return nil }
      index += source[index] == Byte.backslash ? 2 : 1
    }
    return nil
  }

  private func titleClose(_ opener: UInt8) -> UInt8? {
    switch opener {
    case Byte.quote, Byte.apostrophe: opener
    case Byte.leftParenthesis: Byte.rightParenthesis
    default: nil
    }
  }

  /// Passes blanks, and the marks of quotations where a line begins.
  private mutating func skipSpace(_ start: Int, withinLine: Bool = false) -> Int {
    var index = start
    var isNewLine = false
    while index < limit {
      work += 1
      if Byte.isLineEnd(source[index]) {
        guard !withinLine else { break }
        isNewLine = true
      } else if !(isNewLine && source[index] == Byte.greater) && !Byte.isBlank(source[index]) {
        break
      }
      index += 1
    }
    return index
  }
}
