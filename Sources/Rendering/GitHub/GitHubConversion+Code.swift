import Markdown
import Record

extension GitHubConversion {
  // MARK: Code

  mutating func add(code node: MarkdownNode) {
    closedRanges.append(node.enclosingRange)
    var code = node.literalBytes
    if code.last == 0x0A { code.removeLast() }
    let text = String(decoding: code, as: UTF8.self)
    logs.append(LogShortening.Log(place: node.index, isEvidence: section == .evidence, code: text))
    let lines = code.split(separator: 0x0A, omittingEmptySubsequences: false).count
    guard record != nil, node.parent?.index == 0, section != .evidence, lines > RecordSource.longestCode,
      let range = node.range
    else { return }
    note(.longCode, range.lowerBound)
    patch.insert("\(Self.beginOfFold("\(lines) lines"))\n", at: startOfLine(at: range.lowerBound))
    endFold(at: trimmed(range).upperBound, behind: node)
  }

  // MARK: HTML

  mutating func add(html node: MarkdownNode) {
    guard let range = node.range,
      let start = source[range].firstIndex(of: UInt8(ascii: "<"))
    else {
      isLost = true
      return
    }
    let block = trimmed(start..<range.upperBound)
    closedRanges.append(block)
    guard HTMLText.isVisible(node.literalBytes) else { return empty(comment: block) }
    guard !HTMLText.isBreak(source[block]) else { return }
    note(.html, start)
    let margin = Self.margin(source[startOfLine(at: start)..<start])
    let fence = GitHubText.fence(around: node.literalBytes)
    patch.insert("\(fence)html\n\(margin)", at: start)
    patch.insert("\n\(margin)\(fence)", at: block.upperBound)
  }

  /// Nobody reads a comment, but who edits the text, and programs.
  mutating func empty(comment range: Range<Int>) {
    guard !source[range].elementsEqual(GitHubText.parting.utf8) else { return }
    note(.htmlComment, range.lowerBound)
    patch.replace(range, with: GitHubText.parting.utf8)
  }

  /// What stands before a further line of a block whose first line begins so.
  private static func margin(_ begin: ArraySlice<UInt8>) -> String {
    var margin: [UInt8] = []
    var rest = begin
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: ":")) {
        // A footnote's further lines are indented by four, however long its label is.
        rest = rest[(end + 1)...].drop { ASCII.isSpace($0) }
        margin += [0x20, 0x20, 0x20, 0x20]
      } else {
        margin.append(ASCII.isSpace(byte) || byte == UInt8(ascii: ">") ? byte : 0x20)
      }
    }
    return String(decoding: margin, as: UTF8.self)
  }

  // MARK: Commands

  /// Lines that begin with `/word` outside of code: GitLab, and robots on GitHub, carry them out.
  mutating func addCommands() {
    var closed = closedRanges.sorted { $0.lowerBound < $1.lowerBound }[...]
    var start = record?.start ?? 0
    while start < source.count {
      let end = endOfLine(from: start)
      let line = source[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      while let range = closed.first, range.upperBound <= line.startIndex { closed.removeFirst() }
      if Self.isCommand(line), closed.first.map({ $0.lowerBound <= line.startIndex }) != true {
        note(.command, line.startIndex)
        patch.insert("\\", at: line.startIndex)
      }
      start = end + 1
    }
  }

  private static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "/") else { return false }
    let word = line.dropFirst().prefix {
      (0x61...0x7A).contains(ASCII.lowercased($0)) || (0x30...0x39).contains($0) || "_-".utf8.contains($0)
    }
    guard !word.isEmpty else { return false }
    return word.endIndex == line.endIndex || ASCII.isSpace(line[word.endIndex])
  }
}
