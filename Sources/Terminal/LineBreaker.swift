/// Lays words into lines of at most so many columns, in one pass.
struct LineBreaker {
  private let width: Int
  private let keepsGaps: Bool
  private var lines: [StyledText] = []
  private var line = StyledText("")
  private var used = 0
  private var gap = StyledText("")
  private var word = StyledText("")
  private var wordColumns = 0
  private var lastLetter: Character = " "

  /// The columns of the widest word so far.
  private(set) var widestWord = 0

  init(width: Int, keepsGaps: Bool) {
    self.width = width
    self.keepsGaps = keepsGaps
  }

  mutating func add(_ text: String, _ style: Style) {
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        add(letters: text[start..<index], style)
        endWord()
        if byte == 0x0A { endLine() } else if keepsGaps || gap.plain.isEmpty { gap.append(" ", style) }
        start = next
      }
      index = next
    }
    add(letters: text[start...], style)
  }

  /// The lines; the last one may be empty.
  mutating func finish() -> [StyledText] {
    endWord()
    endLine()
    return lines
  }

  private mutating func add(letters: Substring, _ style: Style) {
    guard let first = letters.first, let last = letters.last else { return }
    if let columns = letters.plainColumns {
      breakWord(before: first)
      word.append(letters, style)
      wordColumns += columns
    } else {
      for letter in letters {
        breakWord(before: letter)
        word.append(String(letter), style)
        wordColumns += String(letter).terminalColumns
        lastLetter = letter
      }
    }
    lastLetter = last
  }

  private mutating func breakWord(before letter: Character) {
    if !word.spans.isEmpty, LineBreak.isAllowed(between: lastLetter, and: letter) { endWord() }
  }

  private mutating func endWord() {
    guard !word.spans.isEmpty else { return }
    widestWord = max(widestWord, wordColumns)
    let gapColumns = gap.spans.reduce(0) { $0 + $1.text.utf8.count }
    if line.spans.isEmpty {
      used = 0
    } else if used + gapColumns + wordColumns > width {
      endLine()
    } else {
      line += gap
      used += gapColumns
    }
    line += word
    used += wordColumns
    gap = ""
    word = ""
    wordColumns = 0
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    used = 0
    gap = ""
  }
}
