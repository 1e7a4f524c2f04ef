import Grounding
import Record
import Review

/// The review of any text: structure, tone, words of a team, allowances, and what a record names.
struct ReviewTarget: FuzzTarget {
  let name = "review"

  let shapes = [
    GrowingShape("we think that it may have been caused by "), GrowingShape("may have "),
    GrowingShape("might "),
    GrowingShape("not "), GrowingShape("“"), GrowingShape("\"a\" "), GrowingShape("probably. "),
    GrowingShape("a, "),
    GrowingShape("the developer forgot "), GrowingShape("`a_b` ", after: "## Fix\n\n"),
    GrowingShape("a_b/c.d:1 ", after: "## Fix\n\n"), GrowingShape("1,", after: "## Validation\n\n"),
    GrowingShape("x\n", after: "## Symptom\n\n```\n"), GrowingShape("- x (", after: "## Action items\n\n"),
    GrowingShape("<!-- postmortem: allow hedge x -->\n\n"),
    GrowingShape("- “x” (", after: "## How it was found\n\nRejected:\n\n"),
    GrowingShape("TODO ", after: "## Fix\n\n"),
    GrowingShape("## Fix\n\nx\n\n"), GrowingShape("## Fix\n\nx\n\n## Summary\n\nx\n\n"),
    GrowingShape("it somehow "),
    GrowingShape("<!-- postmortem: allow hedge x -->\n\nIt probably is.\n\n", after: "## Fix\n\n"),
    GrowingShape("It probably is. <!-- postmortem: allow hedge x --> ", after: "## Fix\n\n"),
    GrowingShape("utilise "), GrowingShape("We utilise it. "), GrowingShape("utilise space "),
    GrowingShape("1 msec. "),
    GrowingShape("## x\n\nTODO\n\n"), GrowingShape("## Fix\n\nx?\n\n## Summary\n\nx?\n\n"),
    GrowingShape("x (?) ", after: "## Fix\n\n"),
    GrowingShape("*a* probably\n"),
    GrowingShape("A. "), GrowingShape("Ann Bell "), GrowingShape("see "), GrowingShape("x\u{2019}"),
  ]

  private let review = RecordReview(team: Self.team)

  /// Rules of a team that mend, except and look at sentences.
  private static let team: TeamRules = {
    let file = #"""
      rules:
      - {id: own, reason: b, replace: {utilise: use}, exceptions: [utilise space], fix: true}
      - {id: shape, reason: b, pattern: '(\d+) msec', replacement: $1 ms, fix: true}
      """#
    guard let team = try? TeamRules(Array(file.utf8), file: "rules/own.yaml") else {
      preconditionFailure("The rules of the target can be read.")
    }
    return team
  }()

  /// Structure, tone, questions and claims go through the prose on their own.
  let readings = 4

  func read(_ bytes: [UInt8]) {
    let record = RecordDocument(bytes)
    _ = review.findings(in: record)
    _ = ClaimReader.claims(in: record)
  }

  func check(_ input: FuzzInput) throws {
    let record = RecordDocument(input.text)
    let findings = review.findings(in: record)
    var place = 0
    for finding in findings {
      try promise(
        finding.range.lowerBound >= place && finding.range.upperBound <= record.text.count,
        "\(finding.rule) stands at \(finding.range), behind \(place) of \(record.text.count)")
      place = finding.range.lowerBound
      try promise(review.catalogue.rule(finding.rule) != nil, "there is no rule \(finding.rule)")
      if let mend = finding.mend { try checkMend(mend, of: finding, in: record) }
    }
    for claim in ClaimReader.claims(in: record) {
      try promise(
        claim.range.upperBound <= record.text.count && !claim.range.isEmpty && !claim.text.isEmpty,
        "\(claim.kind) \(shown(Array(claim.text.utf8))) stands at \(claim.range) of \(record.text.count)")
    }
    try promise(review.findings(in: record) == findings, "two reviews differ")
  }

  /// What a mend of sections does to them: in order, with every word of each.
  private func checkMend(_ mend: Mend, of finding: Finding, in record: RecordDocument) throws {
    try promise(mend.range.upperBound <= record.text.count, "\(finding.rule) mends \(mend.range)")
    guard finding.rule == "section-order" else { return }
    var text = record.text
    text.replaceSubrange(mend.range, with: mend.bytes)
    let words = { (text: [UInt8]) in text.filter { $0 != 0x0A && $0 != 0x0D }.sorted() }
    try promise(words(text) == words(record.text), "ordering the sections changes words: \(shown(text))")
    let left = review.findings(in: RecordDocument(text)).filter { $0.rule == "section-order" }
    try promise(left.isEmpty, "the sections are not in order: \(shown(text))")
  }
}
