/// Where the lines of a text begin: turns byte offsets into lines and columns and back.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as CommonMark has it.
public struct LineIndex: Sendable {
  private let starts: [Int32]
  private let length: Int

  /// Finds the lines of `text`.
  public init(_ text: [UInt8]) {
    starts = text.withUnsafeBytes { bytes in
      bytes.firstIndex(of: 0x0D, from: 0) == nil ? Self.startsOfLines(bytes) : Self.startsOfAnyLines(bytes)
    }
    length = text.count
  }

  /// Where lines begin in a text of ordinary line endings.
  private static func startsOfLines(_ bytes: UnsafeRawBufferPointer) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    var index = 0
    while let end = bytes.firstIndex(of: 0x0A, from: index) {
      index = end + 1
      starts.append(Int32(clamping: index))
    }
    return starts
  }

  private static func startsOfAnyLines(_ bytes: UnsafeRawBufferPointer) -> [Int32] {
    var starts: [Int32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)) {
        starts.append(Int32(clamping: index))
      }
    }
    return starts
  }

  /// How many lines there are; a text that ends in a line ending has an empty last one.
  public var count: Int {
    starts.count
  }

  /// The line and column of the byte at `offset`.
  public func position(of offset: Int) -> MarkdownPosition {
    let line = lineNumber(of: offset)
    return MarkdownPosition(line: line, column: offset - Int(starts[line - 1]) + 1)
  }

  /// The number of the line that holds the byte at `offset`, counted from 1.
  public func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return max(low, 1)
  }

  /// The bytes of line `number`, counted from 1, with its line ending.
  public func range(ofLine number: Int) -> Range<Int> {
    Int(starts[number - 1])..<(number < starts.count ? Int(starts[number]) : length)
  }

  /// The offset of a line and column counted from 1, or nil where there is no such line or column 0 of line 1.
  func offset(line: Int, column: Int) -> Int? {
    guard line >= 1, line <= starts.count, column >= 1 else { return nil }
    let bytes = range(ofLine: line)
    return min(bytes.lowerBound + column - 1, bytes.upperBound)
  }
}
