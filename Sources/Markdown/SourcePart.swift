/// A run of whole lines of a text that is read by itself, or with others on which it depends.
struct SourcePart {
  /// Its bytes.
  var bytes: Range<Int>

  /// How many lines stand before it.
  var firstLine: Int

  /// How many lines it has.
  var lineCount: Int

  /// The first of the parts that it is read with, counted from 0: links or footnotes of one may be defined in another.
  var group: Int
}

extension SourcePart {
  /// From this length on a part ends at the next place where it may.
  static let ordinaryLength = 1 << 14

  /// The parts of a text, in their order.
  ///
  /// The library's tree takes many times the memory of its text, and the library goes through it up to six times:
  /// with a long text it waits for memory most of the time. So a text is read part by part where that makes no
  /// difference. A heading at the margin, below an empty line, ends all that is open but code and HTML of the first level.
  /// `OpenMarkup` knows of these what lines tell; the parser looks again at what it made of each part.
  static func all(of source: [UInt8], lines: LineIndex, length: Int) -> [SourcePart] {
    let whole = SourcePart(bytes: 0..<source.count, firstLine: 0, lineCount: lines.count, group: 0)
    guard source.count > length else { return [whole] }
    var parts: [SourcePart] = []
    var open = OpenMarkup()
    var (start, first) = (0, 0)
    source.withUnsafeBytes { bytes in
      for number in 1...lines.count {
        let line = lines.range(ofLine: number)
        if line.lowerBound - start >= length, !open.isOpen, bytes.isHeading(at: line),
          bytes.isEmptyLine(lines.range(ofLine: number - 1))
        {
          parts.append(
            SourcePart(
              bytes: start..<line.lowerBound, firstLine: first, lineCount: number - 1 - first,
              group: parts.count))
          (start, first) = (line.lowerBound, number - 1)
        }
        open.pass(UnsafeRawBufferPointer(rebasing: bytes[line]))
      }
    }
    parts.append(
      SourcePart(
        bytes: start..<source.count, firstLine: first, lineCount: lines.count - first, group: parts.count))
    guard parts.count > 1, SharedLabels.group(&parts, of: source), parts.contains(where: { $0.group > 0 })
    else {
      return [whole]
    }
    return parts
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a heading of one line stands at the margin.
  fileprivate func isHeading(at line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, self[index] == Byte.hash { index += 1 }
    guard (1...6).contains(index - line.lowerBound) else { return false }
    return index == line.upperBound || Byte.isMargin(self[index])
  }

  /// Whether nothing stands on a line, not even a space.
  fileprivate func isEmptyLine(_ line: Range<Int>) -> Bool {
    line.allSatisfy { Byte.isLineEnd(self[$0]) }
  }
}
