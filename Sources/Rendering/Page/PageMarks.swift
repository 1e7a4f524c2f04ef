import Markdown
import Record

/// What is put between the words of a block of a record: links to tickets, and marks around the words of standing.
struct PageMarks {
  /// Something that stands before a byte of a text's literal.
  enum Mark: Equatable {
    case link(String)
    case endOfLink
    case standing(Standing)
    case endOfStanding
    case attestedNote
    case endOfNote
  }

  private var marks: [Int: [(offset: Int, mark: Mark)]] = [:]

  /// Neighbouring texts and ends of lines, read as one.
  private struct Run {
    var bytes: [UInt8] = []
    var parts: [(index: Int, start: Int)] = []
    var parent = 0

    /// The part that holds a byte.
    func part(at place: Int) -> (index: Int, start: Int) {
      var (low, high) = (0, parts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if parts[middle].start <= place { low = middle } else { high = middle }
      }
      return parts[low]
    }
  }

  init() {}

  /// Looks for what there is to be marked in a block of prose.
  init(of block: MarkdownNode, in section: SectionKind?, _ references: RecordReferences) {
    var run = Run()
    var index = block.index + 1
    for node in block.descendants {
      guard node.index >= index else { continue }
      index = node.index + 1
      switch node.kind {
      case .text, .softBreak:
        let parent = node.parent?.index ?? 0
        if run.parent != parent || run.parts.last.map({ $0.index + 1 != node.index }) == true {
          finish(&run, block, section, references)
        }
        run.parent = parent
        run.parts.append((node.index, run.bytes.count))
        run.bytes += node.kind == .softBreak ? [0x20] : node.literalBytes
      case .link, .image:
        finish(&run, block, section, references)
        index = node.children.endIndex
      default: finish(&run, block, section, references)
      }
    }
    finish(&run, block, section, references)
    for index in marks.keys { marks[index]?.sort { $0.offset < $1.offset } }
  }

  /// The marks in the text at a place of the document, as they follow.
  func marks(at index: Int) -> [(offset: Int, mark: Mark)] { marks[index] ?? [] }

  private mutating func finish(
    _ run: inout Run, _ block: MarkdownNode, _ section: SectionKind?, _ references: RecordReferences
  ) {
    defer { run = Run() }
    guard !run.bytes.isEmpty else { return }
    if run.parent == block.index { addStandings(run, block, section) }
    for reference in references.found(in: run.bytes) {
      add(.link(reference.url), .endOfLink, around: reference.range, in: run)
    }
  }

  private mutating func addStandings(_ run: Run, _ block: MarkdownNode, _ section: SectionKind?) {
    let text = String(decoding: run.bytes, as: UTF8.self)
    let isFirst = run.parts.first?.index == block.index + 1
    let place: Standing.Place?
    switch section {
    case .summary? where block.parent?.index == 0:
      if let note = Standing.attestedNote(in: text) {
        add(.attestedNote, .endOfNote, around: Self.bytes(of: note, in: text), in: run)
      }
      return
    case .validation? where isFirst && Self.beginsItem(block): place = Standing.inValidation(text)
    case .evidence? where isFirst && Self.beginsItem(block): place = Standing.inEvidence(text)
    default: return
    }
    guard let place else { return }
    add(.standing(place.standing), .endOfStanding, around: Self.bytes(of: place.range, in: text), in: run)
  }

  /// Whether the paragraph is the first of an item of a list with bullets that stands in nothing else.
  private static func beginsItem(_ block: MarkdownNode) -> Bool {
    guard block.kind == .paragraph, let item = block.parent, case .item = item.kind, let list = item.parent,
      block.index == item.index + 1, case .list(let kind) = list.kind
    else { return false }
    return !kind.isOrdered && list.parent?.index == 0
  }

  private static func bytes(of range: Range<String.Index>, in text: String) -> Range<Int> {
    text.utf8.distance(
      from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
        from: text.startIndex, to: range.upperBound)
  }

  private mutating func add(_ begin: Mark, _ end: Mark, around range: Range<Int>, in run: Run) {
    let first = run.part(at: range.lowerBound)
    let last = run.part(at: range.upperBound - 1)
    marks[first.index, default: []].append((range.lowerBound - first.start, begin))
    marks[last.index, default: []].append((range.upperBound - last.start, end))
  }
}
