/// A row of a table as it is written.
struct TableLine {
  /// What stands between its bars.
  private(set) var cells: [Range<Int>] = []

  /// Reads the row in `line`, whose end may hold a line ending.
  init(in source: [UInt8], at line: Range<Int>) {
    var index = line.lowerBound
    var end = line.upperBound
    // Other white space, such as a form feed, is what a cell says.
    while index < end, Byte.isMargin(source[index]) { index += 1 }
    while end > index, Byte.isMargin(source[end - 1]) { end -= 1 }
    if index < end, source[index] == Byte.bar { index += 1 }
    var start = index
    while index < end {
      if source[index] == Byte.bar {
        cells.append(start..<index)
        start = index + 1
      }
      index += source[index] == Byte.backslash ? 2 : 1
    }
    if start < end { cells.append(start..<end) }
  }
}
