import Markdown
import Record

/// One paragraph, for whoever stops there.
enum SummaryParagraphCheck: StructureCheck {
  static let rule = ReviewRule(
    "summary-paragraph", .structure, .error, "a summary of more than one paragraph",
    reason:
      "Whoever reads one paragraph has the right answer. What does not fit there has a section of its own.",
    bad: [
      .init(.summary, "Copying a file twice loses it. (A-1; owner: Ann Bell.)\n\nIt took a week to find."),
      .init(.summary, "- It is lost.\n- It is found. (A-1; owner: Ann Bell.)"),
    ],
    good: [
      .init(.summary, "Copying a file twice loses it; `copy_file` keeps it now. (A-1; owner: Ann Bell.)")
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.summary) else { return [] }
    let blocks = section.content.filter { !$0.isFootnote }
    if blocks.count == 1, blocks[0].kind == .paragraph { return [] }
    guard let second = blocks.count > 1 ? blocks[1] : blocks.first else { return [] }
    return [
      Finding(
        rule, reading.trimmed(second.enclosingRange),
        "The summary is one paragraph: what broke, and what fixed it. Move the rest into the section it belongs to."
      )
    ]
  }
}

/// Key, pull request and owner.
enum SummaryNamesCheck: StructureCheck {
  static let rule = ReviewRule(
    "summary-names", .structure, .error, "a summary that does not name key, pull request or owner",
    reason:
      "The summary is what gets copied: into a mail, a release note, another ticket. It has to lead back.",
    bad: [
      .init(.summary, "Copying a file twice loses it; `copy_file` keeps it now."),
      .init(.summary, "Copying a file twice loses it; `copy_file` keeps it now. (A-1.)"),
    ],
    good: [
      .init(.summary, "Copying a file twice loses it; `copy_file` keeps it now. (A-1, #12; owner: Bell.)")
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.summary), !section.content.isEmpty else { return [] }
    let source = reading.record.text[section.bodyRange]
    var missing: [String] = []
    let key = reading.value("key")
    if !key.isEmpty, source.placeOfWord(key.utf8) == nil { missing.append("the key \(key)") }
    let request = reading.value("pull_request")
    let number = request.utf8.drop { !(0x30...0x39).contains($0) }
    let name = number.isEmpty ? Array(request.utf8) : Array(number)
    if !name.isEmpty, source.placeOfWord(name) == nil { missing.append("the pull request \(request)") }
    let owner = reading.value("owner")
    if !owner.isEmpty, !isNamed(owner, in: source) { missing.append("the owner \(owner)") }
    guard !missing.isEmpty, let block = section.content.first else { return [] }
    let words =
      missing.count == 1
      ? missing[0] : missing.dropLast().joined(separator: ", ") + " and " + missing[missing.count - 1]
    return [Finding(rule, reading.trimmed(block.enclosingRange), "The summary does not name \(words).")]
  }

  /// By the whole name, or by its last word.
  private static func isNamed(_ owner: String, in source: ArraySlice<UInt8>) -> Bool {
    let names = [owner] + owner.split(separator: " ").suffix(1).map(String.init)
    return names.contains { source.placeOfWord($0.utf8) != nil }
  }
}

/// Nothing that leads further down.
enum SummaryAloneCheck: StructureCheck {
  static let rule = ReviewRule(
    "summary-alone", .structure, .warning, "a summary that points at the rest of the record",
    reason: "Where only the summary is read, there is no “below”.",
    bad: [
      .init(.summary, "Copying loses a file for the reason described below. (A-1; owner: Ann Bell.)"),
      .init(.summary, "Copying loses a file; see the root cause for details. (A-1; owner: Ann Bell.)"),
    ],
    good: [
      .init(
        .summary,
        "The check below the loop in `copy_file` lost a file that is copied twice. (A-1; owner: Ann Bell.)")
    ])

  private static let pointers = WordList([
    "see below", "see above", "described below", "described above", "explained below", "explained above",
    "mentioned above", "mentioned below", "outlined below", "detailed below", "as below", "as above",
    "the following section", "the next section", "see the root", "see root", "see the next", "see section",
    "the section below", "the sections below", "details below", "more below", "further down",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.summary) else { return [] }
    return section.content.compactMap { block in
      let found = block.prose.lazy.compactMap { pointers.first(in: $0) }.first
      return found.map {
        Finding(
          rule, reading.trimmed(block.enclosingRange),
          "“\($0)” leads out of the summary, which is read alone: say it here, or leave it out.")
      }
    }
  }
}
