/// Follows the source of one block while the inline nodes of that block are walked in reading order.
///
/// Between two leaves stand only delimiters, the ends of lines, and the marks of the containers around, so each next
/// leaf is the first place behind the last one where the source reads like it.
struct InlineCursor {
  private let source: [UInt8]
  private let pool: [UInt8]

  /// Where the walk is.
  private var position = 0

  /// Where the block ends.
  private var limit = 0

  /// Whether the marks of containers may stand at the position.
  private var isAtLineStart = false

  /// How the words at the position are written.
  private var reading = LiteralAlignment.Reading.prose

  /// Whether the last leaf was not found: where the walk is, nobody knows until a text is found again.
  private var isLost = false

  /// How many bytes were looked at.
  private(set) var work = 0

  /// Past this much work nodes of the block stay without a range: a text made to be ambiguous must not cost more than it
  /// is worth.
  private var budget = 0

  init(source: [UInt8], pool: [UInt8]) {
    self.source = source
    self.pool = pool
  }

  // MARK: Blocks

  /// Starts with the block of kind `tag` that covers `range`.
  mutating func begin(in range: Range<Int>, tag: MarkdownTree.Tag) {
    position = range.lowerBound
    limit = range.upperBound
    isAtLineStart = false
    isLost = false
    reading = .prose
    budget = work + 64 + 16 * range.count
    guard tag == .heading, isATX(at: position) else { return }
    skip { $0 == Byte.hash }
  }

  /// Whether a heading of one line begins here.
  func isATX(at start: Int) -> Bool {
    var index = start
    while index < source.count, source[index] == Byte.hash { index += 1 }
    guard index > start, index - start <= 6 else { return false }
    return index == source.count || Byte.isBlank(source[index])
  }

  /// Passes the link reference definitions a paragraph begins with, of which the tree shows nothing.
  mutating func skipDefinitions(before first: MarkdownTree.Row) {
    var lineStart: Int?
    while byte(position) == Byte.leftBracket, let next = definitionEnd(), !isUnderlined(position..<next) {
      if first.tag == .text, !first.literal.range.isEmpty, match(first.literal.range, at: position) != nil {
        return
      }
      position = next
      lineStart = next
      isAtLineStart = true
      skipMarks()
    }
    // The text of the next line may keep the blanks that it begins with.
    guard let lineStart else { return }
    position = lineStart
    isAtLineStart = true
  }

  /// Where the underlined heading in `range` ends, or nil where it is a heading of one line.
  func endOfSetextHeading(_ range: Range<Int>) -> Int? {
    guard !isATX(at: range.lowerBound) else { return nil }
    var end = lineEnd(from: position)
    repeat {
      end = lineEnd(from: lineStart(after: end))
    } while end < limit && !isUnderline(endingAt: end)
    return end
  }

  /// The bytes of the first `[^label]` in `line`.
  func noteCall(in line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    while index + 1 < line.upperBound {
      if source[index] == Byte.leftBracket, source[index + 1] == Byte.caret {
        let end = source[index..<line.upperBound].firstIndex(of: Byte.rightBracket)
        return end.map { index..<$0 + 1 }
      }
      index += 1
    }
    return nil
  }

  // MARK: Inline nodes

  /// Finds a leaf, or where a node with children begins.
  mutating func enter(_ row: inout MarkdownTree.Row) {
    guard work < budget else { return }
    switch row.tag {
    case .text: row.range = text(row.literal.range)
    case .softBreak, .hardBreak: row.range = lineBreak()
    default:
      guard !isLost else { return }
      row.range = markup(row)
    }
    isLost = row.range.isUnknown
  }

  private mutating func markup(_ row: MarkdownTree.Row) -> MarkdownTree.Span32 {
    switch row.tag {
    case .code: codeSpan()
    case .htmlInline: html(row.literal.range)
    case .footnoteReference: noteCall()
    case .emphasis: opening(length: 1) { $0 == Byte.asterisk || $0 == Byte.underscore }
    case .strong: opening(length: 2) { $0 == Byte.asterisk || $0 == Byte.underscore }
    case .strikethrough: opening(length: tildes()) { $0 == Byte.tilde }
    case .image: opening(length: 2) { $0 == Byte.exclamation }
    case .link: linkOpening()
    default: .unknown
    }
  }

  /// Finds where a node with children ends; its range holds what opened it.
  mutating func leave(_ row: inout MarkdownTree.Row) {
    if row.tag == .link { reading = .prose }
    guard !row.range.isUnknown else { return }
    guard !isLost, work < budget else {
      row.range = .unknown
      return
    }
    switch row.tag {
    case .emphasis, .strong, .strikethrough:
      position = min(position + row.range.range.count, limit)
    case .link, .image:
      closeLink(openedBy: row.range.range.isEmpty ? nil : source[Int(row.range.start)])
    default:
      return
    }
    row.range.end = Int32(max(position, Int(row.range.end)))
  }

  // MARK: Leaves

  private mutating func text(_ literal: Range<Int>) -> MarkdownTree.Span32 {
    guard !literal.isEmpty else { return isLost ? .unknown : .init(position..<position) }
    var start = position
    while start < limit {
      if let end = match(literal, at: start) {
        defer { move(to: end) }
        return .init(start..<end)
      }
      work += 1
      guard work < budget else { break }
      start += 1
    }
    return .unknown
  }

  private mutating func codeSpan() -> MarkdownTree.Span32 {
    guard let start = seek({ $0 == Byte.backtick }) else { return .unknown }
    var index = start
    while byte(index) == Byte.backtick { index += 1 }
    let length = index - start
    while index < limit {
      work += 1
      guard source[index] == Byte.backtick else {
        index += 1
        continue
      }
      let run = index
      while byte(index) == Byte.backtick { index += 1 }
      if index - run == length {
        move(to: index)
        return .init(start..<index)
      }
    }
    return .unknown
  }

  private mutating func html(_ literal: Range<Int>) -> MarkdownTree.Span32 {
    guard let start = seek({ $0 == Byte.less }) else { return .unknown }
    var index = start
    for byte in pool[literal] {
      work += 1
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        // In a container each further line begins with that container's marks.
        guard index < limit, Byte.isLineEnd(source[index]) else {
          if index > start, Byte.isLineEnd(source[index - 1]) { continue }
          return .unknown
        }
        index = lineStart(after: index)
        continue
      }
      while index < limit, source[index] != byte, Byte.isMark(source[index]) { index += 1 }
      guard index < limit, source[index] == byte else { return .unknown }
      index += 1
    }
    move(to: index)
    return .init(start..<index)
  }

  private mutating func lineBreak() -> MarkdownTree.Span32 {
    var index = position
    while index < limit, !Byte.isLineEnd(source[index]) {
      index += 1
      work += 1
    }
    guard index < limit else { return .unknown }
    let start = position
    move(to: lineStart(after: index))
    isAtLineStart = true
    return .init(start..<position)
  }

  private mutating func noteCall() -> MarkdownTree.Span32 {
    guard let start = seek({ $0 == Byte.leftBracket }), byte(start + 1) == Byte.caret else { return .unknown }
    var end = start
    while end < limit, source[end] != Byte.rightBracket {
      end += 1
      work += 1
    }
    guard end < limit else { return .unknown }
    move(to: end + 1)
    return .init(start..<end + 1)
  }

  // MARK: Nodes with children

  private mutating func opening(length: Int, _ isDelimiter: (UInt8) -> Bool) -> MarkdownTree.Span32 {
    guard let start = seek(isDelimiter) else { return .unknown }
    let end = min(start + length, limit)
    move(to: end)
    return .init(start..<end)
  }

  private mutating func tildes() -> Int {
    guard let start = seek({ $0 == Byte.tilde }) else { return 1 }
    return byte(start + 1) == Byte.tilde ? 2 : 1
  }

  private mutating func linkOpening() -> MarkdownTree.Span32 {
    skipMarks()
    let start = position
    switch byte(position) {
    case Byte.leftBracket:
      move(to: start + 1)
    case Byte.less:
      reading = .address
      move(to: start + 1)
    default:
      reading = .verbatim
    }
    return .init(start..<position)
  }

  private mutating func closeLink(openedBy opener: UInt8?) {
    switch opener {
    case Byte.less:
      if byte(position) == Byte.greater { position += 1 }
    case Byte.leftBracket, Byte.exclamation:
      guard let close = seek({ $0 == Byte.rightBracket }) else { return }
      position = close + 1
      var tail = LinkTail(source: source, limit: limit)
      if let end = tail.end(from: position) { position = end }
      work += tail.work
    default:
      break
    }
  }

  // MARK: Reading

  /// Where the literal ends when the source at `start` reads like it, escapes and entities resolved.
  private mutating func match(_ literal: Range<Int>, at start: Int) -> Int? {
    let plain = plainLength(of: literal, at: start)
    work += plain
    guard plain < literal.count else { return start + plain }
    let rest = literal.lowerBound + plain..<literal.upperBound
    guard start + plain < limit, mayStep(source[start + plain], to: pool[rest.lowerBound]) else { return nil }
    var alignment = LiteralAlignment(
      literal: pool[rest], source: source[start + plain..<limit], as: reading)
    while !alignment.isDone {
      work += 1
      guard alignment.step() else { return nil }
    }
    return alignment.sourceOffset
  }

  /// How much of the literal stands in the source as it is, up to the first escape or entity.
  private func plainLength(of literal: Range<Int>, at start: Int) -> Int {
    let longest = min(literal.count, limit - start)
    return source.withUnsafeBufferPointer { source in
      pool.withUnsafeBufferPointer { pool in
        var length = 0
        while length < longest {
          let byte = source[start + length]
          guard byte == pool[literal.lowerBound + length], byte != Byte.backslash, byte != Byte.ampersand
          else {
            break
          }
          length += 1
        }
        return length
      }
    }
  }

  /// Whether a source byte can be read as a literal one at all.
  private func mayStep(_ written: UInt8, to wanted: UInt8) -> Bool {
    written == wanted || written == Byte.backslash || written == Byte.ampersand
  }

  /// The first place from the position on in this line where such a byte stands.
  private mutating func seek(_ isWanted: (UInt8) -> Bool) -> Int? {
    skipMarks()
    var index = position
    while index < limit, !Byte.isLineEnd(source[index]) {
      work += 1
      if isWanted(source[index]) { return index }
      index += 1
    }
    return nil
  }

  private mutating func move(to offset: Int) {
    position = offset
    isAtLineStart = false
  }

  /// At the start of a line, passes indentation and the marks of quotations.
  private mutating func skipMarks() {
    guard isAtLineStart else { return }
    skip { Byte.isMark($0) }
    isAtLineStart = false
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < limit, condition(source[position]) { position += 1 }
  }

  private func byte(_ offset: Int) -> UInt8? {
    offset < limit ? source[offset] : nil
  }

  private func lineStart(after lineEnd: Int) -> Int {
    guard lineEnd < source.count else { return source.count }
    let isPair = source[lineEnd...].starts(with: [Byte.carriageReturn, Byte.lineFeed])
    return lineEnd + (isPair ? 2 : 1)
  }

  private func lineEnd(from start: Int) -> Int {
    source[start...].firstIndex(where: Byte.isLineEnd) ?? source.count
  }

  /// Whether a line below the first could underline a heading: then what stands above it is no definition.
  private func isUnderlined(_ lines: Range<Int>) -> Bool {
    var start = lineStart(after: lineEnd(from: lines.lowerBound))
    while start < lines.upperBound {
      let end = lineEnd(from: start)
      if isUnderline(endingAt: end) { return true }
      start = lineStart(after: end)
    }
    return false
  }

  /// Whether there is nothing but an underline in the line.
  private func isUnderline(endingAt end: Int) -> Bool {
    let start = source[..<end].lastIndex(where: Byte.isLineEnd).map { $0 + 1 } ?? 0
    let line = source[start..<end].drop(while: Byte.isMark)
    guard let sign = line.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return false }
    return line.drop { $0 == sign }.allSatisfy(Byte.isBlank)
  }

  /// The start of the line behind the link reference definition at the position, or nil where there is none.
  private mutating func definitionEnd() -> Int? {
    var end = position + 1
    while end < limit, source[end] != Byte.rightBracket {
      guard source[end] != Byte.leftBracket else { return nil }
      end += source[end] == Byte.backslash ? 2 : 1
    }
    guard byte(end + 1) == Byte.colon else { return nil }
    var tail = LinkTail(source: source, limit: limit)
    defer { work += tail.work + end - position }
    return tail.definitionEnd(from: end + 2).map { lineStart(after: $0) }
  }
}
