import Casework

/// What only a person can say and has not said yet, though the record cannot do without it.
public struct RecordNeed: Sendable, Codable, Equatable {
  /// The field of the case: "fix.reason", "actions.0.owner".
  public var field: String

  /// What a good answer holds, in one sentence.
  public var question: String

  /// What the repository or the ticket suggests, for a person to confirm.
  public var suggestion: String?

  /// A field that answers as well.
  public var instead: String?
}

extension RecordFacts {
  /// The fields without which the mandatory sections would have holes, in the order of the case.
  public var needs: [RecordNeed] {
    let last = facts.fix.commits.last.flatMap { commits[$0] }
    var needs = [
      need("title", if: facts.title.isEmpty),
      need(
        "owner", if: facts.owner.isEmpty, suggesting: evidence.found["ticket.assignee"] ?? last?.author),
      need("fix.summary", if: facts.fix.summary.isEmpty, suggesting: last?.subject),
      need("fix.reason", if: facts.fix.reason.isEmpty),
    ]
    for (place, attempt) in facts.attempts.enumerated() {
      needs.append(need("attempts.\(place).flaw", if: attempt.flaw.isEmpty))
    }
    for (place, run) in facts.validation.enumerated() {
      needs.append(need("validation.\(place).by", if: run.attested.by.isEmpty))
      needs.append(need("validation.\(place).on", if: run.attested.on.isEmpty))
    }
    // Where a proof opens the gate, nobody has looked at what is attested beside it.
    needs += attestationFaults.map { RecordNeed(field: $0.field, question: "\($0.message) \($0.remedy)") }
    for (place, action) in facts.actions.enumerated() {
      needs.append(need("actions.\(place).owner", if: action.owner.isEmpty))
      needs.append(need("actions.\(place).tracked", if: action.tracked.isEmpty))
    }
    if var none = need("no_actions", if: facts.actions.isEmpty && facts.noActions.isEmpty) {
      none.question += " Or what is to be done: actions.new.what."
      none.instead = "actions.new.what"
      needs.append(none)
    }
    return needs.compactMap { $0 }
  }

  /// The fields of sections that a record has only where there is something to say, in the order of the record.
  public var wishes: [RecordNeed] {
    [
      need("ticket", if: facts.ticket.isEmpty),
      need("symptom.text", if: facts.symptom.text.isEmpty),
      need("symptom.source", if: !facts.symptom.text.isEmpty && facts.symptom.source.isEmpty),
      originWish,
      need("cause.chain", if: facts.cause.chain.isEmpty),
      need("tools", if: facts.tools.isEmpty),
      slippedWish,
      need("slipped.text", if: facts.slipped.text.isEmpty),
      need("not_covered", if: facts.notCovered.isEmpty),
      // There is one already; whether there are more, only a person knows.
      need("actions.new.what", if: !facts.actions.isEmpty),
    ].compactMap { $0 }
  }

  /// What is known of the origin: found by running, or likely or named by what history says.
  private var origin: OriginSummary? {
    facts.fix.commits.last.flatMap { evidence.origin(of: commits[$0]?.id ?? $0)?.summary }
  }

  /// The wish for the commit that introduced the bug, with what history says of it, for a person to confirm.
  private var originWish: RecordNeed? {
    var wish = need("cause.introduced_by", if: facts.cause.introducedBy.isEmpty, suggesting: origin?.commit)
    if let origin, origin.commit != nil { wish?.question += " \(origin.sentence)" }
    return wish
  }

  /// The wish for the kind of gap, with what history says of it, for a person to decide.
  private var slippedWish: RecordNeed? {
    let said = origin?.slipped ?? []
    let kinds = Set(said.compactMap(\.suggests))
    // That older code was right until then was run; else what speaks for two kinds suggests neither.
    let kind = origin?.running?.latentSince == nil ? (kinds.count == 1 ? kinds.first : nil) : .latentCode
    var wish = need(
      "slipped.category", if: facts.slipped.category == nil, suggesting: kind?.rawValue)
    for fact in said {
      wish?.question += " \(fact.sentence)" + (fact.suggests.map { " (\($0.rawValue))" } ?? "")
    }
    return wish
  }

  private var originRemark: [RecordRemark] {
    guard facts.cause.introducedBy.isEmpty, let origin, let commit = origin.commit else { return [] }
    return [
      RecordRemark(
        message: "The record does not say where the bug began. \(origin.sentence)",
        remedy: "if it is so: postmortem set \(facts.key) cause.introduced_by=\(commit.prefix(10))")
    ]
  }

  private func need(_ path: String, if isMissing: Bool, suggesting: String? = nil) -> RecordNeed? {
    guard isMissing else { return nil }
    return RecordNeed(field: path, question: CaseField.named(path)?.help ?? "", suggestion: suggesting)
  }

  /// What the record leaves out, or tells in spite of something: worth a look, and closes nothing.
  public var remarks: [RecordRemark] {
    let contradictions = ledger.contradictions
    return eatenNames + tornLines + originRemark
      + ledger.hypotheses.compactMap { hypothesis in
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

  private var tornLines: [RecordRemark] {
    let path = UnreadableLine.ledgerPath(of: facts.key)
    guard let words = UnreadableLine.words(for: ledger.unreadable, in: path) else { return [] }
    return [
      RecordRemark(
        message: "\(words); the record leaves out what was said there.",
        remedy: "git log -p -- \(path) shows what stood there; put it back")
    ]
  }
}

/// Something that is worth a look, and closes nothing.
public struct RecordRemark: Sendable, Codable, Equatable {
  /// What was seen.
  public var message: String

  /// What to do.
  public var remedy: String

  /// A remark from its parts.
  public init(message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}
