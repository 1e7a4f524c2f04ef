import Casework

/// The sections of a record, composed from facts: nothing is in them that no fact says.
public struct RecordDraft: Sendable {
  private let facts: RecordFacts
  private var bug: Case { facts.facts }

  /// A draft from facts whose gate is open and whose needs are met.
  public init(_ facts: RecordFacts) {
    self.facts = facts
  }

  /// The sections that there are facts for, in the order of a record.
  public var sections: [(kind: SectionKind, body: String)] {
    SectionKind.allCases.compactMap { kind in
      guard let body = body(of: kind), !body.isEmpty else { return nil }
      return (kind, body)
    }
  }

  private func body(of kind: SectionKind) -> String? {
    switch kind {
    case .summary: summary
    case .symptom: symptom
    case .rootCause: rootCause
    case .whyItProducedTheSymptom: bug.cause.chain
    case .fix: fix
    case .howItWasFound: nil
    case .whyItSlippedThrough: slipped
    case .validation: validation
    case .actionItems: actionItems
    case .evidence: EvidenceIndex(facts).text
    }
  }

  // MARK: Sections

  private var summary: String {
    let request = bug.fix.pullRequest.isEmpty ? "" : ", pull request \(bug.fix.pullRequest)"
    var text =
      "\(sentence(bug.title)) \(sentence(bug.fix.summary)) (\(ticket)\(request); owner: \(bug.owner).)"
    if facts.proof?.summary.verdict != "proved" {
      text += "\n\nThe validation is attested, not measured: see Validation."
    }
    if bug.outage.isCustomerVisible {
      text +=
        "\n\nCustomers saw an outage; \(bug.outage.confirmedBy) wants this record beside the incident report."
    }
    return text
  }

  private var ticket: String {
    bug.ticket.isEmpty ? bug.key : "[\(bug.key)](\(bug.ticket))"
  }

  private var symptom: String? {
    if !bug.symptom.text.isEmpty {
      let source = bug.symptom.source.isEmpty ? "" : "\n\nSeen in: \(bug.symptom.source)"
      return fenced(bug.symptom.text) + source
    }
    guard let proof = facts.proof, !proof.summary.excerpt.isEmpty else { return nil }
    return "The repro prints, before the fix (\(proof.label)):\n\n"
      + fenced(proof.summary.excerpt.joined(separator: "\n"))
  }

  private var rootCause: String {
    var text = bug.cause.mechanism
    if !bug.cause.introducedBy.isEmpty { text += "\n\nIt began with \(commit(bug.cause.introducedBy))." }
    return text
  }

  private var fix: String {
    var parts: [String] = []
    let commits = bug.fix.commits.map { commit($0, namingAuthor: true) }
    let files = facts.files.filter { !$0.isTest }.map { "`\($0.path)`" }
    let tests = facts.files.filter(\.isTest).map { "`\($0.path)`" }
    var first = "\(list(commits)) \(commits.count == 1 ? "changes" : "change") \(list(shortened(files)))"
    if !tests.isEmpty { first += "; the tests are in \(list(shortened(tests)))" }
    parts.append("\(first).")
    parts.append(bug.fix.reason)
    if !bug.attempts.isEmpty {
      let attempts = bug.attempts.map {
        "- \(commit($0.commit)): \($0.flaw.isEmpty ? "it did not hold" : $0.flaw)"
      }
      parts.append("Earlier attempts:\n\n" + attempts.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private var slipped: String? {
    guard bug.slipped.category != nil || !bug.slipped.text.isEmpty else { return nil }
    let lead = bug.slipped.category.map(\.sentence)
    return [lead, bug.slipped.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var validation: String {
    var lines: [String] = []
    if let proof = facts.proof {
      let (before, after) = (proof.summary.before, proof.summary.after)
      lines.append(
        "- Measured (\(proof.label)): `\(proof.summary.repro)` failed in \(before.failures) of \(before.runs) runs before "
          + "the fix (95 % interval \(interval(before))) and in \(after.failures) of \(after.runs) after it "
          + "(\(interval(after))).")
    }
    for run in bug.validation {
      let who = [run.attested.by, run.attested.on].filter { !$0.isEmpty }.joined(separator: ", ")
      let see = run.attested.see.isEmpty ? "" : ", \(run.attested.see)"
      lines.append("- Attested (\(who)\(see)): \(run.passes ? "" : "it fails: ")\(run.what)")
    }
    var text = lines.joined(separator: "\n")
    if !bug.notCovered.isEmpty {
      text += "\n\nNot tested: \(bug.notCovered.joined(separator: "; "))."
    } else if facts.proof != nil {
      text += "\n\nNothing beyond that was stated to be tested."
    }
    return text
  }

  private var actionItems: String {
    guard !bug.actions.isEmpty else { return "None. \(sentence(bug.noActions))" }
    return bug.actions.map { action in
      let owner = action.owner.isEmpty ? "no owner yet" : action.owner
      let tracked = action.tracked.isEmpty ? "not tracked yet" : action.tracked
      return "- \(sentence(action.what)) (\(owner); \(tracked))"
    }.joined(separator: "\n")
  }

  // MARK: Words

  /// A commit as a record names it; who wrote the one that a bug began with is nobody's business here.
  private func commit(_ text: String, namingAuthor: Bool = false) -> String {
    guard let commit = facts.commits[text] else { return "`\(text)`" }
    let author = namingAuthor ? "\(commit.author), " : ""
    return "`\(commit.id.prefix(10))` “\(commit.subject)” (\(author)\(commit.date))"
  }

  private func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return "\(text)."
  }

  private func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "nothing but tests" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private func shortened(_ items: [String]) -> [String] {
    items.count > 8 ? items.prefix(7) + ["\(items.count - 7) more files"] : items
  }

  private func interval(_ count: ProofSummary.Count) -> String {
    "\(Int((count.low * 100).rounded()))–\(Int((count.high * 100).rounded())) %"
  }
}

/// A code block that holds any text: its fence is longer than any in the text.
func fenced(_ text: String) -> String {
  var longest = 2
  var run = 0
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  return "\(fence)\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n\(fence)"
}

extension Case.Slipped.Category {
  /// The gap as a sentence.
  var sentence: String {
    switch self {
    case .ciGap: "A gap in the automated tests."
    case .latentCode: "Latent code: it was right when it was written, and a later change elsewhere broke it."
    case .workloadGap: "A gap in the workloads: nothing that was run came this way."
    case .incompleteFix: "An earlier fix was incomplete."
    case .reviewMiss: "The review did not cover it."
    case .noGoodReason: "There was no good reason."
    }
  }
}
