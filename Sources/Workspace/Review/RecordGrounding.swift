import Casework
import Digest
import FoundationEssentials
import Grounding
import Masking
import Record
import Repository
import Storage
import YAML

/// How what a record names stands: held against its case and the repository.
struct RecordGrounding {
  private let desk: CaseDesk

  init(_ desk: CaseDesk) {
    self.desk = desk
  }

  /// What was looked up of a record.
  struct Look {
    /// Its claims as they stand.
    var claims: [JudgedClaim]

    /// Who is known of it by name.
    var persons: Set<String>

    /// Why not all of it can be looked up here; empty where it can.
    var gap: String
  }

  /// Looks up what a record names.
  func look(at record: RecordDocument) throws -> Look {
    let sources = try self.sources(for: record)
    let persons = Set(sources.persons.keys)
    let claims = ClaimReader.claims(in: record, persons: persons, branches: Set(sources.branches.keys))
    let judged = claims.isEmpty ? [] : try Grounding(sources).judge(claims).filter { !$0.isIdle }
    return Look(claims: judged, persons: persons, gap: sources.gap)
  }

  /// The claims of a record as they stand.
  func claims(in record: RecordDocument) throws -> [JudgedClaim] { try look(at: record).claims }

  /// What the proof of a record's fix has run, as a sentence; nil where there is none.
  func measured(for record: RecordDocument) -> String? {
    // What cannot be read is a finding of another rule.
    guard let key = RecordSubject(of: record).key,
      let contents = try? desk.store.read(key), let facts = try? contents.file.facts(),
      let fix = facts.fix.commits.last,
      let (entry, summary) = contents.evidence.decidingProof(of: fix, by: facts.repro)
    else { return nil }
    let after = summary.after
    let place = summary.machine.map { ", on \($0)" } ?? ""
    return "Measured is: `\(summary.repro)` failed in \(after.failures) of \(after.runs) runs after the fix"
      + " (\(entry.label)\(place))."
  }

  /// All that what a record names is held against.
  func sources(for record: RecordDocument) throws -> GroundingSources {
    // What cannot be read is a finding of another rule; here it names nothing.
    let subject = RecordSubject(of: record)
    let contents = subject.key.flatMap { try? desk.store.read($0) }
    let facts = try contents?.file.facts()
    let fix = facts?.fix.commits ?? subject.fix
    let others =
      facts.map { [$0.cause.introducedBy, $0.cause.exposedBy] + $0.attempts.map(\.commit) } ?? subject.others
    let commits = fix.compactMap { try? desk.repository.commit($0) }
    var sources = GroundingSources(
      desk.repository, fix: commits,
      others: others.filter { !$0.isEmpty }.compactMap { try? desk.repository.commit($0) },
      excluded: [try ProjectFiles(root: desk.root).settings().recordDirectory, ".postmortem"])
    // What the record itself says, whatever stands in its case.
    sources.origins = subject.others.filter { !$0.isEmpty }.compactMap { try? desk.repository.commit($0) }
    for commit in commits + sources.others {
      sources.addPerson(commit.authorName, "the author of \(commit.id.short)")
      sources.addPerson(commit.committerName, "the committer of \(commit.id.short)")
    }
    sources.gap = try gap(fix: fix, commits)
    sources.now = Int(Date.now.timeIntervalSince1970)
    sources.memory = GroundingMemory(at: memoryPath(for: sources))
    for name in try desk.repository.branchNames() { sources.branches[name] = (.found, "a branch here") }
    if let contents, let facts { try addEvidence(of: facts, contents, to: &sources) }
    return sources
  }

  /// Where answers are kept that concern the same commits; nil where nothing is kept.
  private func memoryPath(for sources: GroundingSources) -> String? {
    guard let cache = desk.cacheDirectory else { return nil }
    var digest = SHA256()
    digest.update(field: desk.root)
    for commit in sources.fix + sources.others { digest.update(field: commit.id.digits) }
    return "\(cache)/grounding/\(digest.hexadecimal().prefix(32)).json"
  }

  /// What would have to be here to call something false.
  private func gap(fix: [String], _ commits: [Commit]) throws -> String {
    if fix.isEmpty { return "neither the front matter nor a case names the fix" }
    if commits.count < fix.count { return "the commit of the fix is not in this clone" }
    if let first = commits.first, (try? desk.repository.firstParent(of: first)) == nil, !first.parents.isEmpty
    {
      return "the commit before the fix is not in this clone"
    }
    return FileTree.isFile("\(desk.repository.commonDirectory)/shallow") ? "this clone is shallow" : ""
  }

  /// Who is named in the case, and may be in the record.
  private func addPersons(of facts: Case, _ evidence: [Evidence], to sources: inout GroundingSources) {
    sources.addPerson(facts.owner, "the owner of the record")
    for action in facts.actions { sources.addPerson(action.owner, "the owner of an action") }
    for attestation in [facts.repro.attested] + facts.validation.map(\.attested) {
      sources.addPerson(attestation.by, "whoever attests something")
    }
    for entry in evidence {
      switch entry.fact {
      case .attested(let value): sources.addPerson(value.by, "whoever attests \(entry.label)")
      case .found(let value) where ["ticket.reporter", "ticket.assignee"].contains(value.field):
        sources.addPerson(value.value, "the ticket (\(entry.label))")
      case .found, .proof, .origin: continue
      }
    }
  }

  /// What a proof says of the tests that it ran; the report is in the logs of its case.
  private func proof(_ label: String, _ summary: ProofSummary, of key: String) throws
    -> GroundingSources.Proof
  {
    let report = try? FileTree.read("\(desk.store.directory)/\(key)/logs/\(summary.reportName)")
    let said = ([summary.repro, summary.setup ?? ""] + summary.excerpt).joined(separator: "\n")
    return GroundingSources.Proof(
      label: label, failure: Array(summary.excerpt.joined(separator: "\n").utf8),
      carried: summary.carried ?? [], runs: Array(said.utf8) + (report?.leaves ?? []),
      after: "in \(summary.after.failures) of \(summary.after.runs) runs after it")
  }

  private func addEvidence(of facts: Case, _ contents: CaseSnapshot, to sources: inout GroundingSources)
    throws
  {
    for entry in contents.evidence {
      // A branch that was found once may be gone by now.
      switch entry.fact {
      case .found(let value) where value.field == "fix.branch":
        sources.branches[value.value] = (.found, entry.label)
      case .attested(let value) where value.field == "fix.branch" && sources.branches[value.value] == nil:
        sources.branches[value.value] = (.attested, entry.label)
      default: break
      }
      switch entry.fact {
      case .proof, .origin:
        sources.measured.append(.init(label: entry.label, bytes: try JSONText.encode(entry).leaves))
      case .found(let value):
        sources.attested.append(.init(label: entry.label, bytes: Array(value.value.utf8)))
      case .attested(let value):
        sources.attested.append(.init(label: entry.label, bytes: Array(value.value.utf8)))
      }
    }
    for entry in try desk.store.ledger(of: facts.key).read().entries {
      let text = GroundingSources.Text(label: entry.label, bytes: try JSONText.encode(entry).leaves)
      if case .experiment = entry.content {
        sources.measured.append(text)
      } else {
        sources.attested.append(text)
      }
    }
    addPersons(of: facts, contents.evidence, to: &sources)
    if contents.unreadable.isEmpty {
      sources.counts = EvidenceCounts(contents.evidence, try desk.store.ledger(of: facts.key).read())
    }
    sources.proof = try facts.fix.commits.last.flatMap {
      contents.evidence.decidingProof(of: $0, by: facts.repro)
    }
    .map { try proof($0.evidence.label, $0.summary, of: facts.key) }
    let logs = "\(desk.store.directory)/\(facts.key)/logs"
    for name in FileTree.isDirectory(logs) ? try FileTree.list(logs).sorted() : [] {
      let path = "\(logs)/\(name)"
      // What was changed for an experiment was printed by nothing.
      guard FileTree.isFile(path), !name.hasSuffix(".diff") else { continue }
      let bytes = try FileTree.read(path)
      let label = "the log \(name.prefix(10))…"
      sources.measured.append(.init(label: label, bytes: name.hasSuffix(".json") ? bytes.leaves : bytes))
    }
    sources.attested.append(.init(label: "case.yaml", bytes: contents.file.document.bytes))
    // Figures that a draft makes of the evidence, such as the ends of an interval, stand in no line of it.
    sources.furtherAttested = { [desk] in
      let whole = try desk.recordFacts(of: facts, evidence: contents.evidence, masking: Masker())
      let draft = try? RecordWriter(whole, templates: SectionTemplates(), over: nil, memory: DraftMemory())
      return draft.map { GroundingSources.Text(label: "a draft from the evidence", bytes: $0.text) }
    }
  }
}

extension GroundingSources {
  /// Makes somebody known; who is known already stays so, and a program through which somebody acts is left out.
  fileprivate mutating func addPerson(_ name: String, _ source: String) {
    let words = name.split(separator: "(", maxSplits: 1).first?.split(separator: " ") ?? []
    let name = words.joined(separator: " ")
    if !name.isEmpty, persons[name] == nil { persons[name] = source }
  }
}

extension [UInt8] {
  /// The texts and numbers of a JSON document, a line each: escapes would hide what it says.
  fileprivate var leaves: [UInt8] {
    guard let tree = try? JSONText.decode(JSONTree.self, from: self) else { return self }
    var output: [UInt8] = []
    var pending = [tree]
    while let next = pending.popLast() {
      switch next {
      case .text(let text): output += Array(text.utf8) + [0x0A]
      case .whole(let whole): output += Array("\(whole)\n".utf8)
      case .number(let number): output += Array("\(number)\n".utf8)
      case .list(let elements): pending += elements.reversed()
      case .object(let members): pending += members.sorted { $0.key > $1.key }.map(\.value)
      case .flag, .nothing: continue
      }
    }
    return output
  }
}
