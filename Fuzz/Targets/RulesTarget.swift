import Record
import Review
import YAML

/// A file of a team's rules, and a record that is held against them: one part each.
///
/// The file is read as a rule of Vale, too.
struct RulesTarget: FuzzTarget {
  let name = "rules"

  private static let head = "rules:\n- {id: a, reason: b, message: c, "

  let shapes = [
    GrowingShape("- {id: r{}, reason: b, words: c, message: d}\n", after: "rules:\n"),
    GrowingShape("w{}, ", after: head + "words: [", before: "x]}\n"),
    GrowingShape("w{} v, ", after: head + "words: x, exceptions: [", before: "x]}\n"),
    GrowingShape("w{}: v, ", after: "rules:\n- {id: a, reason: b, replace: {", before: "x: y}}\n"),
    GrowingShape("w ", after: head + "words: ", before: "}\n"),
    GrowingShape("x", after: head + "pattern: '", before: "'}\n"),
    GrowingShape("{match}", after: "rules:\n- {id: a, reason: b, words: c, message: '", before: "'}\n"),
    GrowingShape("- t{}\n", after: "extends: existence\nmessage: x\ntokens:\n"),
    GrowingShape("  t{}: u\n", after: "extends: substitution\nmessage: '%s'\nswap:\n"),
    GrowingShape("%s", after: "extends: existence\ntokens: [a]\nmessage: '", before: "'\n"),
  ]

  func read(_ bytes: [UInt8]) {
    _ = try? TeamRules(bytes, file: "rules/own.yaml")
    _ = TeamRules(vale: bytes, style: "House", file: "House/Rule.yml")
  }

  let readings = 2

  func check(_ input: FuzzInput) throws {
    let text = input.parts.count > 1 ? input.parts[1] : Array("## Fix\n\nSome words are **in** `it`.\n".utf8)
    let record = RecordDocument(text)
    let vale = TeamRules(vale: input.text, style: "House", file: "House/Rule.yml")
    try promise(!vale.pages.isEmpty || !vale.unread.isEmpty, "a file of a style is neither read nor named")
    try check(vale, record)
    do {
      let own = try TeamRules(input.text, file: "rules/own.yaml")
      _ = own.examineExamples()
      try check(own, record)
    } catch let errors as YAMLErrors {
      try promise(!errors.errors.isEmpty, "a file is refused without an error")
    } catch is YAMLError {
      return
    }
  }

  private func check(_ team: TeamRules, _ record: RecordDocument) throws {
    let review = RecordReview(team: team)
    let findings = review.findings(in: record, families: [.team])
    for finding in findings {
      try promise(review.catalogue.rule(finding.rule) != nil, "there is no rule \(finding.rule)")
      try promise(
        finding.range.upperBound <= record.text.count, "\(finding.rule) stands at \(finding.range)")
      guard let mend = finding.mend else { continue }
      var text = record.text
      text.replaceSubrange(mend.range, with: mend.bytes)
      // A mend that invites the next would never end.
      let again = review.findings(in: RecordDocument(text), families: [.team])
      try promise(
        again.count(of: finding.rule) <= findings.count(of: finding.rule),
        "mending \(finding.rule) makes more of it")
    }
  }
}

extension [Finding] {
  fileprivate func count(of rule: String) -> Int { count { $0.rule == rule } }
}
