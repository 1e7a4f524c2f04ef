/// The four required inputs of a record, and whether they are there.
///
/// No line of a record is drafted before the gate is open, and nothing forces it open.
public struct Gate: Sendable {
  private let facts: Case
  private let evidence: [Evidence]
  private let look: Look

  /// What the repository says of the case's fix: the gate itself asks nobody.
  public struct Look: Sendable, Equatable {
    /// Commits of the fix that this repository does not hold.
    public var unknownCommits: [String] = []

    /// Commits that are on no branch that is delivered from.
    public var unmergedCommits: [String] = []

    /// The branch that was looked at for that.
    public var mainBranch = ""

    /// Why the fix looks trivial, where it does.
    public var triviality: String?

    /// Nothing to object to.
    public init() {}
  }

  /// The gate of a case.
  public init(_ facts: Case, evidence: [Evidence], look: Look) {
    self.facts = facts
    self.evidence = evidence
    self.look = look
  }

  /// What stands open and what is in the way.
  public var report: GateReport {
    GateReport(
      key: facts.key, inputs: [repro, cause, fix, validation], refusals: refusals)
  }

  /// The last proof of this case's fix; a proof of another fix or of uncommitted changes says nothing of it.
  private var proof: (evidence: Evidence, summary: ProofSummary)? {
    for entry in evidence.reversed() {
      guard case .proof(let summary) = entry.fact, !summary.isUncommitted else { continue }
      if facts.fix.commits.contains(where: { sameCommit($0, summary.fix) }) { return (entry, summary) }
    }
    return nil
  }

  // MARK: The four inputs

  private var repro: GateReport.Input {
    var input = GateReport.Input(name: .repro)
    if let proof, proof.summary.before.failures > 0 {
      input.standing = .measured
      input.evidence = proof.evidence.label
      let before = proof.summary.before
      input.what = "\(proof.summary.repro): \(before.failures) of \(before.runs) runs failed before the fix"
    } else if !facts.repro.attested.isEmpty {
      input.take(facts.repro.attested, field: "repro.attested", key: facts.key)
      input.what = facts.repro.command
    } else {
      let command = facts.repro.command.isEmpty ? "'CMD'" : "'\(facts.repro.command)'"
      input.missing = "Nobody else can run the bug yet."
      input.remedy = "postmortem prove --case \(facts.key) --repro \(command)"
    }
    return input
  }

  private var cause: GateReport.Input {
    var input = GateReport.Input(name: .cause)
    let mechanism = facts.cause.mechanism
    input.what = firstLine(mechanism)
    if mechanism.isEmpty {
      input.missing = "There is no mechanism yet: which code does what under which condition."
      input.remedy = "postmortem set \(facts.key) cause.mechanism='…'"
    } else if let doubt = MechanismCheck.doubt(about: mechanism) {
      input.missing = doubt
      input.remedy = "postmortem set \(facts.key) cause.mechanism='…'"
    } else {
      input.standing = .attested
    }
    return input
  }

  private var fix: GateReport.Input {
    var input = GateReport.Input(name: .fix)
    input.what = facts.fix.commits.map { String($0.prefix(10)) }.joined(separator: ", ")
    if facts.fix.commits.isEmpty {
      input.missing = "No fix is named."
      input.remedy = "postmortem set \(facts.key) fix.commits=COMMIT"
    } else if let unknown = look.unknownCommits.first {
      input.missing = "\(unknown.prefix(10)) names no commit here."
      input.remedy = "git fetch"
    } else if let unmerged = look.unmergedCommits.first {
      input.missing = "\(unmerged.prefix(10)) is not merged into \(look.mainBranch) yet."
      input.remedy = "git merge \(unmerged.prefix(10))"
    } else {
      input.standing = .found
      input.evidence =
        evidence.last { entry in
          if case .found(let value) = entry.fact { return value.field == "fix.commits" }
          return false
        }?.label
    }
    return input
  }

  private var validation: GateReport.Input {
    var input = GateReport.Input(name: .validation)
    let passing = facts.validation.filter(\.passes)
    if let proof, proof.summary.verdict == "proved" {
      input.standing = .measured
      input.evidence = proof.evidence.label
      input.what = proof.summary.sentence
    } else if let attested = passing.first(where: { $0.attested.isComplete }) {
      input.standing = .attested
      input.what = "\(firstLine(attested.what)) (\(attested.attested.by), \(attested.attested.on))"
    } else if let partial = passing.first {
      input.what = firstLine(partial.what)
      input.take(partial.attested, field: "validation", key: facts.key)
    } else {
      input.missing = "Nothing shows that the fix holds."
      let command = facts.repro.command.isEmpty ? "'CMD'" : "'\(facts.repro.command)'"
      input.remedy = "postmortem prove --case \(facts.key) --repro \(command)"
    }
    return input
  }

  // MARK: Refusals

  private var refusals: [GateReport.Refusal] {
    var refusals: [GateReport.Refusal] = []
    if facts.outage.isCustomerVisible, facts.outage.confirmedBy.isEmpty {
      refusals.append(
        .init(
          name: .outage,
          message:
            "Customers saw an outage: that wants an incident report, with its timeline and communications.",
          remedy: "postmortem set \(facts.key) outage.confirmed_by='NAME', if this record is wanted beside it"
        ))
    }
    if let triviality = look.triviality, facts.notTrivial.isEmpty {
      refusals.append(
        .init(
          name: .trivialFix,
          message: "The fix looks trivial (\(triviality)): the pull request's description is its record.",
          remedy: "postmortem set \(facts.key) not_trivial='REASON', if it is not"))
    }
    if let proof, !["proved", "interrupted", "rate-too-low"].contains(proof.summary.verdict),
      let attested = facts.validation.first(where: { $0.passes && !$0.attested.isEmpty })
    {
      refusals.append(
        .init(
          name: .contradiction,
          message: "The proof (\(proof.evidence.label)) says: \(proof.summary.sentence) "
            + "\(attested.attested.by.isEmpty ? "The validation" : attested.attested.by) says that it passes: "
            + "\(firstLine(attested.what))",
          remedy: "Find out which is right: postmortem prove --case \(facts.key), or correct the validation"))
    }
    return refusals
  }

  private func sameCommit(_ first: String, _ second: String) -> Bool {
    first.count >= 7 && second.count >= 7 && (first.hasPrefix(second) || second.hasPrefix(first))
  }

  private func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? ""
  }
}

extension GateReport.Input {
  /// Takes an attestation, if it is complete; else says what it lacks.
  fileprivate mutating func take(_ attestation: Attestation, field: String, key: String) {
    if attestation.isComplete {
      standing = .attested
      return
    }
    let lacking = [
      ("who (by)", attestation.by), ("when (on)", attestation.on),
      ("something to open (see)", attestation.see),
    ].filter(\.1.isEmpty).map(\.0)
    missing = "The attestation lacks \(lacking.joined(separator: " and "))."
    remedy = "postmortem edit \(key), at \(field)"
  }
}
