import Casework

/// What only a person can say and has not said yet, though the record cannot do without it.
public struct RecordNeed: Sendable, Codable, Equatable {
  /// The field of the case: "fix.reason", "actions.0.owner".
  public var field: String

  /// What a good answer holds, in one sentence.
  public var question: String

  /// What the repository suggests, for a person to confirm.
  public var suggestion: String?
}

extension RecordFacts {
  /// The fields without which the mandatory sections would have holes, in the order of the case.
  public var needs: [RecordNeed] {
    var needs: [RecordNeed] = []
    func need(_ path: String, if isMissing: Bool, as general: String? = nil, suggesting: String? = nil) {
      guard isMissing else { return }
      let help = CaseField.all.first { $0.path == general ?? path }?.help ?? ""
      needs.append(RecordNeed(field: path, question: help, suggestion: suggesting))
    }
    let last = facts.fix.commits.last.flatMap { commits[$0] }
    need("title", if: facts.title.isEmpty)
    need("owner", if: facts.owner.isEmpty, suggesting: last?.author)
    need("fix.summary", if: facts.fix.summary.isEmpty, suggesting: last?.subject)
    need("fix.reason", if: facts.fix.reason.isEmpty)
    for (place, attempt) in facts.attempts.enumerated() {
      need("attempts.\(place).flaw", if: attempt.flaw.isEmpty, as: "attempts.NEW.flaw")
    }
    for (place, run) in facts.validation.enumerated() {
      need("validation.\(place).by", if: run.attested.by.isEmpty, as: "validation.NEW.by")
      need("validation.\(place).on", if: run.attested.on.isEmpty, as: "validation.NEW.on")
    }
    for (place, action) in facts.actions.enumerated() {
      need("actions.\(place).owner", if: action.owner.isEmpty, as: "actions.NEW.owner")
      need("actions.\(place).tracked", if: action.tracked.isEmpty, as: "actions.NEW.tracked")
    }
    if facts.actions.isEmpty, facts.noActions.isEmpty {
      let help = CaseField.all.first { $0.path == "no_actions" }?.help ?? ""
      needs.append(
        RecordNeed(field: "no_actions", question: "\(help) Or what is to be done: actions.new.what."))
    }
    return needs
  }

  /// What in the ledger the record leaves out, or tells in spite of something: worth a look, and closes nothing.
  public var remarks: [RecordRemark] {
    let contradictions = ledger.contradictions
    return ledger.hypotheses.compactMap { hypothesis in
      let label = LedgerEntry.label(hypothesis.number)
      let against = contradictions[hypothesis.number] ?? []
      let experiments = against.map(LedgerEntry.label).joined(separator: ", ")
      switch hypothesis.state {
      case .open where against.isEmpty:
        return RecordRemark(
          message: "\(label) is still open, so the record leaves it out.",
          remedy: "postmortem note \(facts.key) --rejected 'REASON' --of \(label), or --confirmed")
      case .open:
        return RecordRemark(
          message: "\(label) is still open, though \(experiments) rules it out; the record leaves it out.",
          remedy:
            "postmortem note \(facts.key) --rejected 'REASON' --of \(label) --by \(LedgerEntry.label(against[0]))"
        )
      case .confirmed where !against.isEmpty:
        return RecordRemark(
          message: "\(label) is confirmed, though \(experiments) rules it out.",
          remedy: "postmortem ledger \(facts.key) --check \(label)")
      case .rejected where (hypothesis.reason ?? "").isEmpty:
        return RecordRemark(
          message: "\(label) is rejected without a reason.",
          remedy: "postmortem note \(facts.key) --rejected 'REASON' --of \(label)")
      case .confirmed, .rejected: return nil
      }
    }
  }
}

/// Something that is worth a look, and closes nothing.
public struct RecordRemark: Sendable, Codable, Equatable {
  /// What was seen.
  public var message: String

  /// What to do.
  public var remedy: String
}
