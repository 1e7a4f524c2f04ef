/// What a run printed, cut into lines that can be matched.
///
/// Colour codes, NULs, other control bytes and empty lines are dropped; CR, LF and CRLF all end a line; of
/// a very long line only the beginning is kept. One pass over the bytes makes it, so that its cost is
/// linear however hostile the output is.
struct Transcript: Sendable {
  private let kept: [Line]
  private let onPass: (@Sendable () -> Void)?

  /// The lines, to be gone through from the first to the last.
  ///
  /// Asking for them tells `onPass`: by it the tests see that passes do not grow in number with the output.
  var lines: [Line] {
    onPass?()
    return kept
  }

  init(_ output: [UInt8], onPass: (@Sendable () -> Void)? = nil) {
    self.onPass = onPass
    var kept: [UInt8] = []
    kept.reserveCapacity(output.count)
    var ranges: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < output.count {
      let byte = output[position]
      position += 1
      switch byte {
      case 0x0A:
        if start < kept.count { ranges.append(start..<kept.count) }
        start = kept.count
      case 0x0D:
        // The LF of a CRLF ends the line; a lone CR (a progress bar) does so itself.
        if position < output.count, output[position] == 0x0A { continue }
        if start < kept.count { ranges.append(start..<kept.count) }
        start = kept.count
      case 0x1B:
        position = Self.endOfEscape(in: output, from: position)
      case 0x00..<0x20 where byte != 0x09:
        continue
      default:
        if kept.count - start < Line.limit { kept.append(byte) }
      }
    }
    if start < kept.count { ranges.append(start..<kept.count) }
    self.kept = ranges.map { Line(kept[$0]) }
  }

  /// The first index after the escape sequence whose ESC stands right before `start`.
  private static func endOfEscape(in output: [UInt8], from start: Int) -> Int {
    guard start < output.count else { return start }
    var position = start + 1
    switch output[start] {
    case UInt8(ascii: "["):
      while position < output.count, output[position] >= 0x20, output[position] < 0x40 { position += 1 }
      return position < output.count && output[position] >= 0x40 && output[position] < 0x7F
        ? position + 1 : position
    case UInt8(ascii: "]"):
      while position < output.count, output[position] >= 0x20 { position += 1 }
      return position < output.count && output[position] == 0x07 ? position + 1 : position
    case 0x20..<0x7F:
      return position
    default:
      return start
    }
  }
}

extension Transcript {
  /// The first line for which `holds` is true.
  func first(where holds: (Line) -> Bool) -> Line? { lines.first(where: holds) }

  /// Whether some line begins so.
  func hasLine(starting prefix: String) -> Bool { lines.contains { $0.starts(prefix) } }

  /// Whether some line contains this.
  func has(_ needle: String) -> Bool { lines.contains { $0.has(needle) } }
}
