import Markdown

/// How long a text may be that is posted on GitHub.
///
/// The description of a pull request holds 65,536 code points, a comment four times as many bytes. The end of a line counts
/// twice, as what is pasted into a browser is sent, and a character beyond the first plane does: to be on the safe side.
public enum GitHubLimit {
  /// The most characters.
  public static let units = 65_536

  /// The length of a text: units of UTF-16, and one more for each end of a line.
  public static func length(of text: [UInt8]) -> Int {
    text.reduce(0) { length, byte in
      // The bytes behind the first of a character count nothing; a character of four bytes is two units.
      length + (byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 || byte == 0x0A ? 2 : 1)
    }
  }
}

extension GitHubConversion {
  /// The text within the limit: logs are shortened, prose never is.
  ///
  /// - Throws: `TextTooLong` where that does not suffice.
  func fitted(_ bytes: [UInt8], whole: String) throws(TextTooLong) -> [UInt8] {
    let excess = GitHubLimit.length(of: bytes) - GitHubLimit.units
    guard excess > 0 else { return bytes }
    let lines = LineIndex(source)
    let fitted = LogShortening.fitted(logs, by: excess, whole: whole) { shorter in
      var patch = patch
      for (place, log) in shorter.sorted(by: { $0.key < $1.key }) {
        shorten(document.node(at: place), to: log, lines, &patch)
      }
      let text = patch.applied(to: source)
      return (text, GitHubLimit.length(of: text) - GitHubLimit.units)
    }
    guard let text = fitted.text else {
      throw TextTooLong(
        units: GitHubLimit.units + fitted.excess, limit: GitHubLimit.units, destination: "GitHub")
    }
    return text
  }

  /// Leaves out lines of a block of code.
  private func shorten(
    _ node: MarkdownNode, to log: LogShortening.Shortened, _ lines: LineIndex, _ patch: inout SourcePatch
  ) {
    guard let range = node.range, case .codeBlock(_, let isFenced) = node.kind else { return }
    var literal = node.literalBytes
    if literal.last == 0x0A { literal.removeLast() }
    let code = literal.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = lines.lineNumber(of: range.lowerBound) + (isFenced ? 1 : 0) + log.head
    let last = first + code.count - log.head - log.tail - 1
    guard first <= last, last <= lines.count else { return }
    let margin = code.indices.lazy.compactMap { place -> ArraySlice<UInt8>? in
      let start = lines.range(ofLine: first - log.head + place).lowerBound
      let line = source[start..<endOfLine(from: start)]
      let isWhole = !code[place].isEmpty && line.suffix(code[place].count).elementsEqual(code[place])
      return isWhole ? line.dropLast(code[place].count) : nil
    }.first
    patch.replace(
      lines.range(ofLine: first).lowerBound..<endOfLine(from: lines.range(ofLine: last).lowerBound),
      with: Array(margin ?? []) + Array(log.word.utf8))
  }
}
