/// Where a text's front matter stands: what is between two lines `---` at its very start.
public struct FrontMatter: Sendable, Equatable {
  /// All of it, both lines included.
  public let range: Range<Int>

  /// What stands between the two lines, each of its lines whole.
  public let content: Range<Int>

  /// Finds the front matter of `text`, or nil where it does not begin with a line `---` that a second one answers.
  public init?(of text: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = text.starts(with: mark) ? mark.count : 0
    guard var line = SourceLine(at: start, in: text), line.isFence(in: text) else { return nil }
    let contentStart = line.end
    while let next = SourceLine(at: line.end, in: text) {
      if next.isFence(in: text) {
        range = start..<next.end
        content = contentStart..<next.start
        return
      }
      line = next
    }
    return nil
  }
}
