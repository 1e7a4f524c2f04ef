/// The four required inputs of a record, and whether they are there.
///
/// No line of a record is drafted before the gate is open, and nothing forces it open.
public struct Gate: Sendable {
  private let facts: Case
  private let evidence: [Evidence]
  private let look: Look

  /// What the repository says of the case's fix: the gate itself asks nobody.
  public struct Look: Sendable, Equatable {
    /// The whole identifiers of those commits of the fix that are here, in the order of the case.
    public var commits: [String] = []

    /// Commits of the fix that this repository does not hold.
    public var unknownCommits: [String] = []

    /// Commits that are on no branch that is delivered from.
    public var unmergedCommits: [String] = []

    /// The branch that was looked at for that.
    public var mainBranch = ""

    /// Why the fix looks trivial, where it does.
    public var triviality: String?

    /// Marks of a debugging session that lines which the fix adds still hold.
    public var probeTags: [ProbeTag] = []

    /// The commit of the fix whose parent this shallow clone lacks, so that nobody could look at what it changes.
    public var unseenChange: String?

    /// Digests of the reports of proofs that are gone, or are not as they were kept.
    public var lostReports: Set<String> = []

    /// What is wrong with dates that somebody attests, and with what a reader is to open.
    public var attestationFaults: [AttestationFault] = []

    /// The lines of the evidence that cannot be read.
    public var unreadableEvidence: [UnreadableLine] = []

    /// Nothing to object to.
    public init() {}

    /// A mark, and the files where it stands.
    public struct ProbeTag: Sendable, Equatable {
      /// The mark: "[DBG-4f2a]".
      public var text: String

      /// The files.
      public var paths: [String]

      /// A mark in some files.
      public init(_ text: String, in paths: [String]) {
        self.text = text
        self.paths = paths
      }
    }
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
      key: facts.key, inputs: [repro, cause, fix, validation], refusals: refusals, notes: notes)
  }

  /// The last proof that decided something of this case's whole fix.
  private var proof: (evidence: Evidence, summary: ProofSummary)? {
    proof(by: facts.repro)
  }

  private func proof(by repro: Case.Repro?) -> (evidence: Evidence, summary: ProofSummary)? {
    (look.commits.last ?? facts.fix.commits.last).flatMap { evidence.decidingProof(of: $0, by: repro) }
  }

  /// What a proof says that supplies an input and does not.
  private var unproved: String? { proof.map { "\($0.evidence.label) says: \($0.summary.sentence)" } }

  /// What is said of a proof that ran another repro than the case names, where none ran that one.
  private var otherRepro: String? {
    guard proof == nil, let other = proof(by: nil) else { return nil }
    let symptom = other.summary.symptom.map { " --symptom '\($0)'" } ?? ""
    return
      "\(other.evidence.label) measured another repro (\(other.summary.repro)\(symptom)) than the case names."
  }

  /// Verdicts that saw the symptom, or a failure, after the fix.
  private static let failing = ["still-fails", "fails-less", "fails-only-after", "other-failure-after"]

  /// The command that supplies a proof; what the case knows is not said again.
  private var proveRemedy: String {
    "postmortem prove --case \(facts.key)" + (facts.repro.command.isEmpty ? " --repro 'CMD'" : "")
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
      take(facts.repro.attested, field: "repro.attested", into: &input)
      input.what = facts.repro.command
    } else {
      input.missing = unproved ?? otherRepro ?? "Nobody else can run the bug yet."
      input.remedy = proveRemedy
      input.fields = (facts.repro.command.isEmpty ? ["repro.command"] : []) + ["repro.attested.by"]
    }
    return input
  }

  private var cause: GateReport.Input {
    var input = GateReport.Input(name: .cause)
    let mechanism = facts.cause.mechanism
    input.what = firstLine(mechanism)
    input.fields = ["cause.mechanism"]
    if mechanism.isEmpty {
      input.missing = "There is no mechanism yet: which code does what under which condition."
      input.remedy = "postmortem set \(facts.key) cause.mechanism='…'"
    } else if let doubt = MechanismCheck.doubt(about: mechanism) {
      input.missing = doubt
      input.remedy = "postmortem set \(facts.key) cause.mechanism='…'"
    } else {
      input.standing = .attested
      input.fields = []
      input.evidence = attested("cause.mechanism", mechanism)
    }
    return input
  }

  /// The evidence in which somebody gave a value.
  private func attested(_ field: String, _ value: String) -> String? {
    evidence.last { entry in
      if case .attested(let given) = entry.fact { return given.field == field && given.value == value }
      return false
    }?.label
  }

  private var fix: GateReport.Input {
    var input = GateReport.Input(name: .fix)
    input.what = facts.fix.commits.map { String($0.prefix(10)) }.joined(separator: ", ")
    if facts.fix.commits.isEmpty {
      input.missing = "No fix is named."
      input.remedy = "postmortem set \(facts.key) fix.commits=COMMIT"
      input.fields = ["fix.commits"]
    } else if let unknown = look.unknownCommits.first {
      input.missing = "\(unknown.prefix(10)) names no commit here."
      input.remedy = "git fetch"
    } else if let unmerged = look.unmergedCommits.first {
      input.missing = "\(unmerged.prefix(10)) is not merged into \(look.mainBranch) yet."
      input.remedy = "git merge \(unmerged.prefix(10))"
    } else {
      input.standing = .found
      let value = look.commits.joined(separator: ",")
      let found = evidence.last { entry in
        if case .found(let found) = entry.fact { return found.field == "fix.commits" && found.value == value }
        return false
      }
      input.evidence = found?.label
    }
    return input
  }

  private var validation: GateReport.Input {
    var input = GateReport.Input(name: .validation)
    let passing = facts.validation.indices.filter { facts.validation[$0].passes }
    if let proof, proof.summary.verdict == "proved" {
      input.standing = .measured
      input.evidence = proof.evidence.label
      input.what = proof.summary.sentence
    } else if let contradiction {
      let by = contradiction.validation.attested.by
      input.what = firstLine(contradiction.validation.what)
      input.missing =
        "Contradicted by \(contradiction.proof.label): \(input.what) (\(by.isEmpty ? "" : "\(by), ")attested)"
      input.remedy = proveRemedy
    } else if let place = passing.first(where: isAttested) ?? passing.first {
      let attested = facts.validation[place].attested
      input.what = firstLine(facts.validation[place].what)
      take(attested, field: "validation.\(place)", into: &input)
      if input.standing != nil { input.what += " (\(attested.by), \(attested.on))" }
    } else {
      input.missing = unproved ?? otherRepro ?? "Nothing shows that the fix holds."
      input.remedy = proveRemedy
      input.fields = ["validation.new.what"]
    }
    return input
  }

  // MARK: Notes

  private var notes: [GateReport.Note] {
    unreadableEvidence + lostReport + shallowClone
      + look.probeTags.map { tag in
        GateReport.Note(
          name: .probeTag,
          message: "The fix adds lines that hold \(tag.text): \(tag.paths.joined(separator: ", ")).",
          remedy: "git grep -F '\(tag.text)'; take the probes out, if they are not meant to stay")
      }
  }

  private var unreadableEvidence: [GateReport.Note] {
    let path = UnreadableLine.evidencePath(of: facts.key)
    guard let words = UnreadableLine.words(for: look.unreadableEvidence, in: path) else { return [] }
    return [
      GateReport.Note(
        name: .unreadableEvidence, message: "\(words); what was said there counts for nothing.",
        remedy: "git log -p -- \(path) shows what stood there; put it back")
    ]
  }

  private var shallowClone: [GateReport.Note] {
    guard let commit = look.unseenChange else { return [] }
    return [
      GateReport.Note(
        name: .shallowClone,
        message:
          "This clone is shallow and lacks the parent of \(commit.prefix(10)): whether the fix is trivial, and "
          + "whether probe tags are left in it, was not looked at.",
        remedy: "git fetch --unshallow; then: postmortem gate \(facts.key)")
    ]
  }

  private var lostReport: [GateReport.Note] {
    guard let proof, look.lostReports.contains(proof.summary.digest) else { return [] }
    return [
      GateReport.Note(
        name: .lostReport,
        message:
          "The report of \(proof.evidence.label), logs/\(proof.summary.reportName), is gone or is not as it was kept.",
        remedy: "postmortem prove --case \(facts.key) measures anew")
    ]
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
          remedy:
            "postmortem set \(facts.key) outage.confirmed_by='NAME', if this record is wanted beside it",
          fields: ["outage.confirmed_by"]))
    }
    if let triviality = look.triviality, facts.notTrivial.isEmpty {
      refusals.append(
        .init(
          name: .trivialFix,
          message: "The fix looks trivial (\(triviality)): the pull request's description is its record.",
          remedy: "postmortem set \(facts.key) not_trivial='REASON', if it is not", fields: ["not_trivial"]))
    }
    if let failing = facts.validation.first(where: { !$0.passes }) {
      refusals.append(
        .init(
          name: .failingValidation,
          message:
            "\(failing.attested.by.isEmpty ? "A validation" : failing.attested.by) says that it fails: "
            + "\(firstLine(failing.what))",
          remedy: "Mend the fix; or, if that run is of another bug, take it out of the case"))
    }
    if let (proof, attested) = contradiction {
      refusals.append(
        .init(
          name: .contradiction,
          message: "The proof (\(proof.label)) says: \(proof.sentence) "
            + "\(attested.attested.by.isEmpty ? "The validation" : attested.attested.by) says that it passes: "
            + "\(firstLine(attested.what))",
          remedy: "Find out which is right: postmortem prove --case \(facts.key), or correct the validation"))
    }
    return refusals
  }

  /// Somebody says that the fix passes, and the proof that counts saw it fail.
  private var contradiction: (proof: (label: String, sentence: String), validation: Case.Validation)? {
    guard let proof, Self.failing.contains(proof.summary.verdict),
      let attested = facts.validation.first(where: { $0.passes && !$0.attested.isEmpty })
    else { return nil }
    return ((proof.evidence.label, proof.summary.sentence), attested)
  }

  // MARK: Attestations

  /// What is wrong with the attestation that stands in a field of the case.
  private func faults(of field: String) -> [AttestationFault] {
    look.attestationFaults.filter { $0.field.hasPrefix("\(field).") }
  }

  private func isAttested(_ place: Int) -> Bool {
    facts.validation[place].attested.isComplete && faults(of: "validation.\(place)").isEmpty
  }

  /// Takes an attestation, if it is complete and in order; else says what it lacks, or what is wrong with it.
  private func take(_ attestation: Attestation, field: String, into input: inout GateReport.Input) {
    let lacking = [
      ("by", "who (by)", attestation.by), ("on", "when (on)", attestation.on),
      ("see", "something to open (see)", attestation.see),
    ].filter(\.2.isEmpty)
    let faults = faults(of: field)
    guard !lacking.isEmpty || !faults.isEmpty else {
      input.standing = .attested
      return
    }
    let lacks =
      lacking.isEmpty ? [] : ["The attestation lacks \(lacking.map(\.1).joined(separator: " and "))."]
    input.missing = (lacks + faults.map { "\($0.message) \($0.remedy)" }).joined(separator: " ")
    input.fields = lacking.map { "\(field).\($0.0)" } + faults.map(\.field)
    input.remedy = "postmortem set \(facts.key) \(input.fields.map { "\($0)='…'" }.joined(separator: " "))"
  }

  private func firstLine(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    return (lines.first ?? "") + (lines.count > 1 ? " …" : "")
  }
}
