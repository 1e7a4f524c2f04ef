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
  var logs: [LogShortening.Log] = []

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

  /// Whether the front matter stands where it is to be.
  var hasFacts = false

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

  func endOfBlankLines(from offset: Int) -> Int {
    source[offset...].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? source.count
  }

  /// A part of the source without the white space at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let last = source[range].lastIndex { !ASCII.isSpace($0) } ?? range.lowerBound - 1
    return range.lowerBound..<max(range.lowerBound, last + 1)
  }
}
