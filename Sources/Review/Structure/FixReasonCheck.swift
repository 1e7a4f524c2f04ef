import Markdown
import Record

/// Why the change removes the cause.
enum FixReasonCheck: StructureCheck {
  static let rule = ReviewRule(
    "fix-reason", .structure, .error, "a fix that only says where it is",
    reason: """
      That the symptom is gone does not tell whether the cause is. What the change makes impossible, and why, is what a \
      reader needs who is about to change the same code.
      """,
    bad: [
      .init(.fix, "Fixed in #12."),
      .init(.fix, "`0a1b2c3d` changes `copy.c` and adds the test `test_copy.c`."),
      .init(.fix, "Merged as `0a1b2c3d`. See the pull request."),
    ],
    good: [
      .init(
        .fix, "`0a1b2c3d` changes `copy.c`. The descriptor has one owner now, so nothing closes it twice."),
      .init(.fix, "`copy_file` hands its descriptor over."),
    ])

  /// Words of sentences that tell where a fix is.
  private static let places = WordList([
    "fixed", "merged", "released", "landed", "committed", "changes", "changed", "adds", "added", "commit",
    "pr",
    "pull request", "merge request", "patch", "see", "backported", "cherry picked", "touches", "shipped",
  ])

  /// Words of sentences that tell a reason all the same.
  private static let reasons = WordList([
    "so", "because", "since", "thus", "therefore", "hence", "now", "no longer", "instead", "rather", "cannot",
    "never",
    "always", "every", "before", "after", "when", "whenever", "if", "only", "which", "that", "until",
    "unless",
    "without", "not", "no", "than", "once", "while", "where", "whether",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.fix), let block = section.content.first else { return [] }
    // Code and tables tell what changed; a list behind a paragraph tells of earlier attempts, commits or files.
    let paragraphs = section.content.filter { $0.kind == .paragraph }
    let blocks = paragraphs.isEmpty ? section.content : paragraphs
    let sentences = blocks.flatMap(\.prose).flatMap(Sentences.split)
    guard !sentences.isEmpty, !section.content.contains(where: { $0.kind == .blockQuote }) else { return [] }
    let tellsPlacesOnly = sentences.allSatisfy {
      WordList.count(in: $0) == 0 || (places.first(in: $0) != nil && reasons.first(in: $0) == nil)
    }
    guard tellsPlacesOnly else { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "The fix says where it is, not why it removes the cause: what can no longer happen, and why?")
    ]
  }
}
