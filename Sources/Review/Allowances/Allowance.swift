import Markdown
import Record

/// `<!-- postmortem: allow RULE reason -->`: the author answers for what a rule finds in one place.
struct Allowance {
  /// The rule's id as written.
  var rule: String

  /// Why; empty where none is given.
  var reason: String

  /// Where the comment stands.
  var range: Range<Int>

  /// What it covers.
  var scope: Range<Int>

  /// The allowances of a record, in the order of their places.
  ///
  /// One within a block covers that block; one that stands by itself covers the block behind it, a section where that is
  /// its heading, and the whole record where it stands above the first section.
  static func all(in record: RecordDocument) -> [Allowance] {
    // Looking through every node costs time, and hardly any record has one.
    guard record.text.place(of: "postmortem:".utf8) != nil else { return [] }
    let blocks = Array(record.markdown.root.children)
    // The block that a reader sees behind each.
    var following: [MarkdownNode?] = []
    var next: MarkdownNode?
    for block in blocks.reversed() {
      following.append(next)
      if !block.isFootnote, !block.isComment { next = block }
    }
    var found: [Allowance] = []
    for (block, next) in zip(blocks, following.reversed()) {
      for index in block.index..<block.end {
        let node = record.markdown.node(at: index)
        guard let comment = AllowanceComment(node) else { continue }
        let range = node.enclosingRange
        var scope = block.enclosingRange
        if range.lowerBound < record.preamble.upperBound {
          scope = 0..<record.text.count
        } else if node.index == block.index {
          scope = next.map { record.scope(of: $0) } ?? range
        }
        found.append(Allowance(rule: comment.rule, reason: comment.reason, range: range, scope: scope))
      }
    }
    return found
  }
}

/// What a comment allows.
private struct AllowanceComment {
  var rule: String
  var reason: String

  /// The allowance that a node is; nil where it is anything else.
  init?(_ node: MarkdownNode) {
    switch node.kind {
    case .htmlBlock, .htmlInline: break
    default: return nil
    }
    let text = node.literalBytes
    guard let start = text.place(of: "<!--".utf8).map({ $0 + 4 }),
      let end = text[start...].place(of: "-->".utf8)
    else { return nil }
    let words = String(decoding: text[start..<end], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[0] == "postmortem:", words[1] == "allow" else { return nil }
    rule = words.count > 2 ? String(words[2]) : ""
    reason = words.dropFirst(3).joined(separator: " ")
  }
}

extension RecordDocument {
  /// A block, or the section that it is the heading of.
  fileprivate func scope(of block: MarkdownNode) -> Range<Int> {
    let range = block.enclosingRange
    let behind = sections.partitioningIndex { $0.headingRange.lowerBound > range.lowerBound }
    guard let section = sections[..<behind].last, section.headingRange.contains(range.lowerBound) else {
      return range
    }
    return section.range
  }
}
