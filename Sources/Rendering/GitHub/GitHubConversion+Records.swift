import Markdown
import Record

extension GitHubConversion {
  /// The front matter as a table, once, below the first heading.
  mutating func addFacts(at offset: Int) {
    guard let record, !hasFacts else { return }
    hasFacts = true
    note(.frontMatter, record.frontMatter.range.lowerBound)
    var text = "| | |\n|---|---|\n"
    if let entries = FrontMatterEntries.of(record.frontMatterContent) {
      guard !entries.isEmpty else { return }
      for entry in entries { text += "| \(Self.cell(entry.name)) | \(Self.cell(entry.text)) |\n" }
    } else {
      let lines = String(decoding: record.frontMatterContent, as: UTF8.self)
      let fence = GitHubText.fence(around: record.frontMatterContent)
      text = "\(fence)yaml\n\(lines)\(lines.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }
    if document.root.children.first?.headingLevel == nil { return patch.insert(text + "\n", at: offset) }
    // The end of the heading's line stands behind the table: one more parts it from what follows at once.
    if source[offset...].prefix(while: ASCII.isSpace).filter({ $0 == 0x0A }).count > 1 { text.removeLast() }
    patch.insert("\n\n" + text, at: offset)
  }

  private static func cell(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: GitHubText.escaped(bytes, PostedEffects(bytes).found), as: UTF8.self)
  }

  /// Folds away what stands in a section.
  mutating func fold(_ section: RecordSection) {
    note(.evidence, section.headingRange.lowerBound)
    let body = trimmed(section.bodyRange)
    // Before the end of the heading's line: what is put before the first words of the body goes behind it.
    let isApart = body.isEmpty || [0x0A, 0x0D].contains(source[section.bodyRange.lowerBound])
    patch.insert(
      "\n\n" + Self.beginOfFold("Evidence").dropLast() + (isApart ? "" : "\n"),
      at: trimmed(section.headingRange).upperBound)
    endFold(at: body.upperBound, behind: section.nodes.last)
  }

  static func beginOfFold(_ title: String) -> String {
    "<details>\n<summary>\(title)</summary>\n"
  }

  /// Ends what is folded away, with an empty line before and behind it.
  mutating func endFold(at offset: Int, behind block: MarkdownNode?) {
    let fence = block.flatMap(missingFence).map { "\n\($0)" } ?? ""
    let rest = source[offset...].prefix { ASCII.isSpace($0) }
    let isApart = rest.endIndex == source.count || rest.filter { $0 == 0x0A }.count > 1
    patch.insert("\(fence)\n\n</details>\(isApart ? "" : "\n")", at: offset)
  }

  /// The fence that a block of code lacks, which only the end of the text ends.
  private func missingFence(of node: MarkdownNode) -> String? {
    guard node.parent?.index == 0, case .codeBlock(_, fenced: true) = node.kind, let range = node.range
    else { return nil }
    let block = trimmed(range)
    let opening = source[block].drop(while: ASCII.isSpace)
    guard let sign = opening.first else { return nil }
    let fence = opening.prefix { $0 == sign }
    let closing = source[max(startOfLine(at: block.upperBound), fence.endIndex)..<block.upperBound].drop(
      while: ASCII.isSpace)
    let isClosed = closing.count >= fence.count && closing.allSatisfy { $0 == sign }
    return isClosed ? nil : String(decoding: fence, as: UTF8.self)
  }
}
