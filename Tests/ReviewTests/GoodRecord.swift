import Record

/// A record in which nothing is to be found, section by section.
enum GoodRecord {
  static let bodies: [SectionKind: String] = [
    .summary:
      "Copying a file twice loses it; `copy_file` keeps it now. (A-1, pull request #12; owner: Ann Bell.)",
    .symptom: "```\ncopy: a.txt: no such file\n```",
    .rootCause: "`copy_file` unlinks `target` when `link_count > 1`, and reads it afterwards.",
    .whyItProducedTheSymptom: "`open` is called on a name that is gone.",
    .fix: "`copy_file` opens the source before it unlinks the target, so the name is never needed again.",
    .howItWasFound: "Rejected on the way:\n\n- A full disk: it fails on an empty one.",
    .whyItSlippedThrough: "No test copies a file twice.",
    .validation:
      "`tests/copy_twice.sh` failed 10 of 10 times before the fix and passes now. Not tested: NFS.",
    .actionItems: "- Test copying over NFS. (Ann Bell; A-2)",
  ]

  static let frontMatter = """
    ---
    key: A-1
    title: Copying a file twice loses it
    owner: Ann Bell
    pull_request: "#12"
    ---

    """

  /// The record, with other bodies for some sections; nil leaves one out.
  static func document(
    replacing changes: [SectionKind: String?] = [:], frontMatter: String = frontMatter
  ) -> RecordDocument {
    var text = frontMatter + "# A-1: Copying a file twice loses it\n"
    for kind in SectionKind.allCases {
      guard let body = changes[kind] ?? bodies[kind] else { continue }
      text += "\n## \(kind.heading)\n\n\(body)\n"
    }
    return RecordDocument(Array(text.utf8))
  }
}
