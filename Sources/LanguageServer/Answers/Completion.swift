import Markdown
import Record
import Review
import Storage
import Workspace

/// What may be written at a place.
struct Completion {
  let value: JSONTree

  /// A longer list helps nobody: what is typed next makes it shorter.
  private static let mostItems = 200

  init(_ reading: Reading, at offset: Int) {
    let line = reading.positions.line(at: offset)
    let before = Array(reading.document.text[line.lowerBound..<offset])
    let candidates: [Candidate]
    var isWhole = true
    if before.place(of: "<!-- postmortem: allow ".utf8) != nil, before.place(of: "-->".utf8) == nil {
      candidates = Candidate.rules(reading.review.catalogue)
    } else if before.starts(with: "## ".utf8) {
      candidates = Candidate.headings(missingIn: reading.record)
    } else if Self.isInCodeBlock(offset, reading.record) {
      candidates = []
    } else {
      let offer = reading.review.offer(for: reading.record)
      // Nobody has looked yet: what comes next is asked for anew.
      isWhole = offer != nil || reading.review.root == nil
      let isInCode = before.count { $0 == UInt8(ascii: "`") } % 2 == 1
      let isInFrontMatter = reading.record.frontMatter?.range.contains(offset) == true
      candidates = (offer?.entries ?? []).map { Candidate($0, inTicks: !isInCode && !isInFrontMatter) }
    }
    var items: [JSONTree] = []
    for candidate in candidates {
      let start = offset - candidate.typed(in: before)
      let typed = reading.document.text[start..<offset]
      guard candidate.matches(typed) else { continue }
      guard items.count < Self.mostItems else {
        isWhole = false
        break
      }
      items.append(candidate.item(items.count, reading.positions.value(start..<offset)))
    }
    value = .object(["isIncomplete": .flag(!isWhole), "items": .list(items)])
  }

  private static func isInCodeBlock(_ offset: Int, _ record: RecordDocument) -> Bool {
    record.markdown.root.children.contains { block in
      guard case .codeBlock = block.kind, let range = block.range else { return false }
      return range.lowerBound < offset && offset < range.upperBound
    }
  }
}
