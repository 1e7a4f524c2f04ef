/// Short pieces of what a run printed.
public enum Excerpt {
  /// The longest line that is shown, in bytes.
  static let limit = 300

  /// The line around some bytes of a text.
  static func line(around range: Range<Int>, in text: [UInt8]) -> String {
    let newline = UInt8(ascii: "\n")
    let start = text[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = text[range.lowerBound...].firstIndex(of: newline) ?? text.count
    return shortened(text[start..<end])
  }

  /// The last line that is not blank.
  static func lastLine(of text: [UInt8]) -> String {
    let lines = text.suffix(8192).split(separator: UInt8(ascii: "\n"))
    return lines.last { line in line.contains { $0 > 0x20 } }.map(shortened) ?? ""
  }

  /// The last lines that are not blank, at most `count`.
  public static func lastLines(of text: [UInt8], count: Int) -> [String] {
    let lines = text.suffix(65_536).split(separator: UInt8(ascii: "\n"))
    return lines.filter { line in line.contains { $0 > 0x20 } }.suffix(count).map(shortened)
  }

  /// Whether a line of a text begins with this, blanks before it left aside.
  static func holds(_ line: String, in text: [UInt8]) -> Bool {
    let wanted = Array(line.utf8)
    return text.split(separator: UInt8(ascii: "\n")).contains {
      $0.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: wanted)
    }
  }

  private static func shortened(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while let last = line.last, last <= 0x20 { line = line.dropLast() }
    return String(decoding: line.prefix(limit), as: UTF8.self) + (line.count > limit ? "…" : "")
  }
}
