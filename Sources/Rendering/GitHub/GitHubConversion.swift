import Markdown
import Record

/// Markdown made fit to be posted: one walk through the blocks of a document, collecting the edits of its source.
struct GitHubConversion {
  let document: MarkdownDocument
  let record: RecordSource?
  let options: RenderingOptions
  let references: RecordReferences
  var patch = SourcePatch()
  var changes: [RuleUse<GitHubRule>] = []

  /// The section that is open.
  private(set) var section: SectionKind?

  /// Code that may be shortened, by its place in reading order.
  private(set) var logs: [LogShortening.Log] = []

  /// What lines that begin with a slash are no commands in: code, and what is written anew.
  var closedRanges: [Range<Int>] = []

  /// Where the link leads that was begun last.
  var linkTarget = ""

  /// Whether something of the block that is open cannot be kept from what it would do.
  var isLost = false

  /// Where a block begins whose place is not known, and that is to be shown as code with the next.
  private var lostStart: Int?

  /// Where the block before ends.
  private var previousEnd = 0

  private var hasFacts = false

  init(_ document: MarkdownDocument, _ record: RecordSource?, _ options: RenderingOptions) {
    self.document = document
    self.record = record
    self.options = options
    references = RecordReferences(key: record?.key ?? "", record == nil ? RenderingOptions() : options)
  }

  var source: [UInt8] { document.text }

  /// Collects the edits.
  mutating func convert() {
    if let record {
      patch.replace(0..<endOfBlankLines(from: record.start), with: [])
      if document.root.children.first?.headingLevel == nil {
        addFacts(at: endOfBlankLines(from: record.start))
      }
    }
    for block in document.root.children {
      if let level = block.headingLevel, level <= 2 { section = SectionKind(heading: block.plainText) }
      add(block)
      previousEnd = block.range?.upperBound ?? previousEnd
      if block.headingLevel != nil, record != nil {
        addFacts(at: endOfLine(from: block.enclosingRange.upperBound))
      }
    }
    if let lostStart { show(lost: lostStart..<source.count) }
    for section in record?.evidence ?? [] { fold(section) }
    addCommands()
    changes.sort { $0.offset < $1.offset }
  }

  /// Adds what has to change within a block that stands in no other.
  private mutating func add(_ block: MarkdownNode) {
    let (edits, uses) = (patch.count, changes.count)
    isLost = false
    add(parts: block)
    for node in block.descendants where !isLost && !node.isInline { add(parts: node) }
    guard isLost || lostStart != nil else { return }
    patch.removeLast(patch.count - edits)
    changes.removeLast(changes.count - uses)
    if let range = block.range {
      show(lost: (lostStart ?? range.lowerBound)..<range.upperBound)
      lostStart = nil
    } else {
      // What has no place of its own stands in that of the block behind it.
      lostStart = lostStart ?? previousEnd
    }
  }

  private mutating func add(parts node: MarkdownNode) {
    switch node.kind {
    case .paragraph, .tableCell, .heading: add(prose: node)
    case .codeBlock: add(code: node)
    case .htmlBlock: add(html: node)
    default: break
    }
  }

  /// Shows a part of the source as code: it is not known where its words are written, and they would do something.
  private mutating func show(lost part: Range<Int>) {
    let start = source[part].firstIndex { !ASCII.isSpace($0) } ?? part.lowerBound
    let range = startOfLine(at: start)..<trimmed(start..<part.upperBound).upperBound
    note(.unlocated, start)
    closedRanges.append(range)
    let fence = GitHubText.fence(around: source[range])
    patch.insert("\(fence)\n", at: range.lowerBound)
    patch.insert("\n\(fence)", at: range.upperBound)
  }

  mutating func note(_ rule: GitHubRule, _ offset: Int) {
    changes.append(RuleUse(rule: rule, offset: offset))
  }

  // MARK: Lines

  func startOfLine(at offset: Int) -> Int {
    (source[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1
  }

  func endOfLine(from offset: Int) -> Int {
    source[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
  }

  private func endOfBlankLines(from offset: Int) -> Int {
    source[offset...].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? source.count
  }

  /// A part of the source without the white space at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let last = source[range].lastIndex { !ASCII.isSpace($0) } ?? range.lowerBound - 1
    return range.lowerBound..<max(range.lowerBound, last + 1)
  }

  // MARK: Records

  /// The front matter as a table, once, below the first heading.
  private mutating func addFacts(at offset: Int) {
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
  private mutating func fold(_ section: RecordSection) {
    note(.evidence, section.headingRange.lowerBound)
    let body = trimmed(section.bodyRange)
    let isApart = body.isEmpty || source[section.bodyRange.lowerBound] == 0x0A
    patch.insert(
      "\n\(Self.beginOfFold("Evidence"))\(isApart ? "" : "\n")", at: section.bodyRange.lowerBound)
    endFold(at: body.upperBound, behind: section.nodes.last)
  }

  private static func beginOfFold(_ title: String) -> String {
    "<details>\n<summary>\(title)</summary>\n"
  }

  /// Ends what is folded away, with an empty line before and behind it.
  private mutating func endFold(at offset: Int, behind block: MarkdownNode?) {
    let fence = block.flatMap(missingFence).map { "\n\($0)" } ?? ""
    let rest = source[offset...].prefix { ASCII.isSpace($0) }
    let isApart = rest.endIndex == source.count || rest.filter { $0 == 0x0A }.count > 1
    patch.insert("\(fence)\n\n</details>\(isApart ? "" : "\n")", at: offset)
  }

  // MARK: Code

  private mutating func add(code node: MarkdownNode) {
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

  // MARK: HTML

  private mutating func add(html node: MarkdownNode) {
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
  private mutating func addCommands() {
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
