import Terminal

/// What stands left of the lines of blocks inside blocks: the bars of quotations, the marks of items.
///
/// Markdown nests as deep as its author likes, a terminal does not: beyond half the width blocks move no further to the
/// right. Bars are left out there, and marks wait in `marks` to be written in front of the text.
struct Margin {
  /// A block that holds others.
  private struct Frame {
    var first: StyledText
    var rest: StyledText
    var columns = 0
    var isTight: Bool
    var hasContent = false
  }

  private let width: Int
  private var frames = [Frame(first: "", rest: "", isTight: false)]

  /// The frames that are drawn.
  private var drawn: [Int] = []

  /// The columns that it fills.
  private(set) var columns = 0

  /// Marks of items and footnotes that stand too deep to be drawn, and are not written yet.
  private(set) var marks = StyledText("")

  init(width: Int) {
    self.width = width
  }

  /// The columns that are left for text.
  var room: Int { max(1, width - columns) }

  /// Whether the innermost block holds something already.
  var hasContent: Bool { frames.last?.hasContent ?? false }

  /// Whether the blocks in the innermost one follow each other without blank lines.
  var isTight: Bool { frames.last?.isTight ?? false }

  /// Whether there is a mark that no text stands behind yet.
  var awaitsText: Bool {
    guard marks.columns == 0, let frame = frames.last else { return true }
    return !frame.hasContent && frame.first.columns > 0
  }

  /// Goes into a block; `mark` stands before its first line, spaces of the same number before the others.
  mutating func open(mark: StyledText = "", isTight: Bool) {
    open(mark, rest: StyledText("").padded(to: mark.columns), isTight: isTight)
  }

  /// Goes into a block with a bar before all its lines.
  mutating func open(bar: StyledText) {
    open(bar, rest: bar, isTight: false)
  }

  private mutating func open(_ first: StyledText, rest: StyledText, isTight: Bool) {
    var frame = Frame(first: first, rest: rest, isTight: isTight)
    let needed = rest.columns
    if needed > 0, columns + needed <= width / 2 {
      frame.columns = needed
      drawn.append(frames.count)
      columns += needed
    } else {
      if first != rest { marks += first }
      frame.first = ""
    }
    frames.append(frame)
  }

  /// Leaves the innermost block.
  mutating func close() {
    guard frames.count > 1, let frame = frames.popLast() else { return }
    if drawn.last == frames.count {
      drawn.removeLast()
      columns -= frame.columns
    }
    if frame.hasContent { frames[frames.count - 1].hasContent = true }
  }

  /// The marks that wait, which the caller writes.
  mutating func takeMarks() -> StyledText {
    defer { marks = "" }
    return marks
  }

  /// The margin of the next line with text.
  mutating func next() -> StyledText {
    frames[frames.count - 1].hasContent = true
    var text = StyledText("")
    for index in drawn {
      text += frames[index].first
      frames[index].first = frames[index].rest
    }
    return text
  }

  /// The margin of a line that parts two blocks.
  var blank: StyledText {
    drawn.reduce(into: StyledText("")) { $0 += frames[$1].rest }.droppingTrailingSpaces
  }
}
