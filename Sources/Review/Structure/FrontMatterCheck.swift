import Record
import YAML

/// The lines between `---` at the top, from which programs know a record.
enum FrontMatterCheck: StructureCheck {
  static let rule = ReviewRule(
    "front-matter", .structure, .warning, "front matter that is missing, unreadable or without a key",
    reason: """
      Search, recall and posting know a record by the key in its front matter. What cannot be read as YAML is lost to \
      them, though people still see it.
      """,
    bad: [.init(record: "# Copying a file twice loses it\n\n## Summary\n\nIt is lost.\n")],
    good: [
      .init(record: "---\nkey: A-1\n---\n# Copying a file twice loses it\n\n## Summary\n\nIt is lost.\n")
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    let record = reading.record
    guard let place = record.frontMatter else {
      return [
        Finding(
          rule, reading.place,
          "There is no front matter: begin with `---`, a line `key: …`, and `---`; `postmortem draft` writes it."
        )
      ]
    }
    let fence = reading.trimmed(place.range.lowerBound..<place.content.lowerBound)
    if let fault = reading.frontMatterFault {
      let start = min(place.content.lowerBound + fault.position.offset, place.content.upperBound)
      let end = record.text[start...].firstIndex(of: 0x0A) ?? record.text.count
      var finding = Finding(
        rule, reading.trimmed(start..<max(start, min(end, place.content.upperBound))),
        "The front matter cannot be read: \(fault.problem)")
      finding.severity = .error
      return [finding]
    }
    guard reading.value("key").isEmpty else { return [] }
    return [Finding(rule, fence, "The front matter has no key: add `key: …`.")]
  }
}
