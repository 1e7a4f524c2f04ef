import Casework
import Markdown
import Record

/// Something verbatim.
enum SymptomCheck: StructureCheck {
  static let rule = ReviewRule(
    "symptom-verbatim", .structure, .error, "a symptom that quotes nothing",
    reason: """
      Whoever meets the bug again searches for what they see: the error, the log line, the number. A paraphrase is \
      found by nobody.
      """,
    bad: [.init(.symptom, "The program sometimes fails with an error about files.")],
    good: [
      .init(.symptom, "```\ncopy: a.txt: no such file\n```"), .init(.symptom, "It printed “no such file”."),
      .init(.symptom, "A copy of 1 GB took 340 s."),
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.symptom), let block = section.content.first else { return [] }
    let isQuoted = section.holds { kind in
      switch kind {
      case .codeBlock, .code, .blockQuote, .image, .table, .htmlBlock: true
      default: false
      }
    }
    let text = Array(section.text.utf8)
    if isQuoted || Quotation.isIn(text) || text.contains(where: { (0x30...0x39).contains($0) }) { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "The symptom quotes nothing: put in the output, the error, the log line or the number as it was seen."
      )
    ]
  }
}
