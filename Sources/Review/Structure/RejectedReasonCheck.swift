import Markdown
import Record

/// Rejected hypotheses, each with its reason.
enum RejectedReasonCheck: StructureCheck {
  static let rule = ReviewRule(
    "rejected-reason", .structure, .error, "a rejected hypothesis without a reason",
    reason: "The next person with the same suspicion wants to know what ruled it out, or will try it again.",
    bad: [
      .init(
        .howItWasFound,
        "Rejected on the way:\n\n- “the disk is full” (L1, ruled out by L2)\n- a full inode table"),
      .init(.howItWasFound, "We ruled out:\n\n- A compiler bug"),
    ],
    good: [
      .init(
        .howItWasFound, "Rejected on the way:\n\n- “the disk is full” (L1): it fails on an empty disk, too."),
      .init(.howItWasFound, "We ruled out:\n\n- A compiler bug: clang and gcc show it alike."),
      .init(.howItWasFound, "Tools:\n\n- strace\n- gdb"),
    ])

  private static let rejecting = WordList([
    "rejected", "ruled out", "refuted", "discarded", "dismissed", "excluded", "dead ends", "red herrings",
    "eliminated",
  ])

  private static let reasoning = WordList([
    "because", "since", "as", "but", "still", "though", "yet", "after", "with", "without", "by", "shows",
    "showed",
    "however", "although", "even", "too", "also", "not", "no", "never",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.howItWasFound) else { return [] }
    let blocks = section.content
    return zip(blocks, blocks.dropFirst()).flatMap { introduction, list -> [Finding] in
      guard introduction.kind == .paragraph, list.isList, rejecting.isIn(introduction.prose),
        introduction.prose.last?.last == UInt8(ascii: ":")
      else { return [] }
      return list.children.filter { !hasReason($0) }.map { item in
        Finding(
          rule, reading.trimmed(item.enclosingRange),
          "No reason says what ruled this out: add it behind a colon, or name the experiment and its outcome."
        )
      }
    }
  }

  /// Whether something follows a sign that parts a reason from what it is for.
  private static func hasReason(_ item: MarkdownNode) -> Bool {
    if item.children.contains(where: { $0.kind != .paragraph }) || item.children.count != 1 { return true }
    let text = Array(item.prose.joined(separator: [0x20])).withoutParentheses
    if reasoning.first(in: text) != nil { return true }
    let parting = text.firstIndex { byte in ":;.,=".utf8.contains(byte) || byte == 0xE2 } ?? text.endIndex
    return WordList.count(in: Array(text[parting...])) > 0
  }
}

extension [UInt8] {
  /// The text without what stands in parentheses; one that stays open ends nothing.
  fileprivate var withoutParentheses: [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    for byte in self {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = Swift.max(0, depth - 1)
      default: if depth == 0 { result.append(byte) }
      }
    }
    return result
  }
}
