import Casework
import Markdown
import Templates

/// The facts of a record in the words in which templates put them.
struct RecordView: Sendable {
  let facts: RecordFacts
  let bug: Case
  let proof: (label: String, summary: ProofSummary)?

  init(_ facts: RecordFacts) {
    self.facts = facts
    bug = facts.facts
    proof = facts.proof
  }

  var keyLink: String { bug.ticket.isEmpty ? bug.key : "[\(bug.key)](\(bug.ticket))" }

  // MARK: Commits and files

  /// A commit as a record names it; who wrote the one that a bug began with is nobody's business here.
  func named(_ text: String, withAuthor: Bool = false) -> String {
    guard !text.isEmpty else { return "" }
    guard let commit = facts.commits[text] else { return MarkdownText.codeSpan(text) }
    let author = withAuthor ? "\(MarkdownText.escaped(commit.author)), " : ""
    return "`\(commit.id.prefix(10))` “\(MarkdownText.escaped(commit.subject))” (\(author)\(commit.date))"
  }

  var fixChange: String {
    let commits = list(bug.fix.commits.map { named($0, withAuthor: true) })
    let several = bug.fix.commits.count > 1
    let files = facts.files.filter { !$0.isTest }
    let changedTests = facts.files.filter { $0.isTest && !$0.isAdded }
    let addedTests = facts.files.filter { $0.isTest && $0.isAdded }
    var changed: [String] = []
    if !files.isEmpty { changed.append(paths(files)) }
    if !changedTests.isEmpty { changed.append("the \(tests(changedTests.count)) \(paths(changedTests))") }
    var clauses: [String] = []
    if !changed.isEmpty {
      clauses.append("\(several ? "change" : "changes") \(changed.joined(separator: " and "))")
    }
    if !addedTests.isEmpty {
      clauses.append("\(several ? "add" : "adds") the \(tests(addedTests.count)) \(paths(addedTests))")
    }
    if clauses.isEmpty { clauses.append(several ? "are the fix" : "is the fix") }
    return "\(commits) \(list(clauses))"
  }

  var fixArrival: String {
    let arrival = facts.arrival
    var clauses: [String] = []
    if !bug.fix.branch.isEmpty { clauses.append("was made on \(MarkdownText.codeSpan(bug.fix.branch))") }
    if !arrival.mergeCommit.isEmpty {
      clauses.append("was merged by `\(arrival.mergeCommit.prefix(10))` (\(arrival.merged))")
    }
    if !arrival.firstRelease.isEmpty {
      clauses.append("was first released in \(MarkdownText.escaped(arrival.firstRelease))")
    }
    return clauses.isEmpty ? "" : "The fix \(list(clauses))"
  }

  private func tests(_ count: Int) -> String { count == 1 ? "test" : "tests" }

  private func paths(_ files: [RecordFacts.FileFacts]) -> String {
    let names = files.map { MarkdownText.codeSpan($0.path) }
    return list(names.count > 8 ? names.prefix(7) + ["\(names.count - 7) more files"] : names)
  }

  private func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Symptom and proof

  var symptomOutput: String { bug.symptom.text.isEmpty ? "" : MarkdownText.codeBlock(bug.symptom.text) }

  var proofOutput: String {
    guard let proof, !proof.summary.excerpt.isEmpty else { return "" }
    let said = Set(lines(bug.symptom.text))
    let output = proof.summary.excerpt.joined(separator: "\n")
    // What a person quotes, and what the repro prints, are often the same lines.
    return lines(output).allSatisfy(said.contains) ? "" : MarkdownText.codeBlock(output)
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
  }

  var proofTold: String {
    guard let summary = proof?.summary else { return "" }
    let (before, after) = (summary.before, summary.after)
    let carried = summary.carried ?? []
    let with = carried.isEmpty ? "" : " (with \(list(carried.map(MarkdownText.codeSpan))) carried onto it)"
    return
      "\(MarkdownText.codeSpan(summary.repro)) failed in \(before.failures) of \(before.runs) runs before the fix\(with), "
      + "95 % interval \(interval(before)), and in \(after.failures) of \(after.runs) after it, \(interval(after))"
  }

  private func interval(_ count: ProofSummary.Count) -> String {
    "\(Int((count.low * 100).rounded()))–\(Int((count.high * 100).rounded())) %"
  }

  private var sawSymptom: Bool { proof.map { $0.summary.before.failures > 0 } ?? false }

  var reproAttestation: String {
    let attested = bug.repro.attested
    guard !sawSymptom else { return "" }
    let given = [attested.by, attested.on, attested.see].filter { !$0.isEmpty }
    guard !given.isEmpty else { return "" }
    let command = bug.repro.command.isEmpty ? "" : " \(MarkdownText.codeSpan(bug.repro.command))"
    return "The repro\(command) is attested (\(given.joined(separator: ", ")))"
  }

  var attestedOnly: String {
    let isProved = proof?.summary.verdict == "proved"
    var people: [String] = []
    if !sawSymptom { people.append(bug.repro.attested.by) }
    if !isProved { people += bug.validation.filter(\.passes).map(\.attested.by) }
    var named: [String] = []
    for person in people where !person.isEmpty && !named.contains(person) { named.append(person) }
    let by = named.isEmpty ? "" : " by \(list(named))"
    return switch (sawSymptom, isProved) {
    case (true, true): ""
    case (false, true): "The repro is attested\(by), not measured"
    case (true, false): "The validation is attested\(by), not measured"
    case (false, false): "Repro and validation are attested\(by), not measured"
    }
  }

  // MARK: The ledger

  /// The tools as they were given; else those of them that experiments were run with.
  var tools: String {
    guard bug.tools.isEmpty else { return list(bug.tools) }
    return list(
      DiagnosticTool.used(in: facts.ledger).map { tool in
        "\(tool.name) (\(tool.experiments.map(LedgerEntry.label).joined(separator: ", ")))"
      })
  }

  func hypotheses(_ state: HypothesisState) -> [[String: TemplateValue]] {
    let experiments = Dictionary(
      facts.ledger.experiments.map { ($0.number, $0.experiment) }, uniquingKeysWith: { first, _ in first })
    return facts.ledger.hypotheses.filter { $0.state == state }.map { hypothesis in
      let experiment = hypothesis.experiment.flatMap { experiments[$0] }
      return [
        "label": .text(LedgerEntry.label(hypothesis.number)), "text": .text(hypothesis.text),
        "reason": .text(hypothesis.reason ?? ""),
        "experiment": .text(hypothesis.experiment.map(LedgerEntry.label) ?? ""),
        "experiment.told": .text(
          experiment.map { ExperimentTelling($0, fixes: bug.fix.commits).sentence } ?? ""),
      ]
    }
  }
}
