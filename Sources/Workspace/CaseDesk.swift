import Casework
import Digest
import FoundationEssentials
import Masking
import Proof
import Record
import Repository
import Storage
import Subprocess
import YAML

/// The cases of the repository that the user stands in, with what they need of the world.
struct CaseDesk {
  let repository: Repository
  let store: CaseStore

  /// The root of the working tree.
  let root: String

  /// The directory for what can be made anew; nil where there is no home.
  let cacheDirectory: String?

  /// The program through which the user acts, where there is one.
  private let agent: String?

  private let isConfined: Bool

  /// The desk around the workspace's directory.
  ///
  /// - Throws: `RepositoryError` outside of a working tree.
  init(in workspace: Workspace) throws {
    repository = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    guard let root = repository.workTree else { throw RepositoryError.noWorkingTree }
    self.root = root
    cacheDirectory = ProofCache.defaultDirectory(environment: workspace.environment)
    agent = workspace.agent
    isConfined = workspace.isConfined
    store = CaseStore(inWorkTree: root)
  }

  /// The desk around the workspace's directory; nil outside of a working tree.
  static func around(_ workspace: Workspace) throws -> CaseDesk? {
    do {
      return try CaseDesk(in: workspace)
    } catch RepositoryError.notARepository, RepositoryError.noWorkingTree {
      return nil
    }
  }

  /// The gate of a case.
  func gate(of contents: some CaseContents) throws -> GateReport {
    let facts = try contents.file.facts()
    var look = try CaseLook.look(at: facts, in: repository)
    look.lostReports = lostReports(of: facts.key, in: contents.evidence)
    look.unreadableEvidence = contents.unreadable
    look.attestationFaults = attestationCheck.faults(in: facts)
    return Gate(facts, evidence: contents.evidence, look: look).report
  }

  /// What dates and what is to be opened are held against.
  var attestationCheck: AttestationCheck {
    AttestationCheck(repository: repository, root: root, now: Self.now())
  }

  /// The digests of the reports that are not, or not as they were kept, where the evidence says.
  private func lostReports(of key: String, in evidence: [Evidence]) -> Set<String> {
    let digests = evidence.compactMap { entry -> String? in
      guard case .proof(let summary) = entry.fact else { return nil }
      let path = "\(store.directory)/\(key)/logs/\(summary.reportName)"
      let report = try? FileTree.read(path)
      return report.map { SHA256.hexadecimal(of: $0) } == summary.digest ? nil : summary.digest
    }
    return Set(digests)
  }

  /// Where the record of a case stands, or will stand.
  func recordPath(of facts: Case, in directory: String) throws -> String {
    let fixed = facts.fix.commits.last.flatMap { try? repository.commit($0) }?.authorDate ?? ""
    let place = try RecordPlace(
      of: facts, fixed: String(fixed.prefix(10)), in: directory, root: root,
      settings: ProjectFiles(root: root).settings())
    return "\(root)/\(place.path)"
  }

  /// The file of a case's record.
  ///
  /// - Throws: `NoRecord` where there is none yet.
  func record(of key: String) throws -> String {
    let path = try recordPath(of: store.read(key).file.facts(), in: "\(store.directory)/\(key)")
    guard FileTree.isFile(path) else { throw NoRecord(key: key) }
    if isConfined { try FileTree.checkWithin(root, path) }
    return path
  }

  /// A case as it may be shown: the secrets masked that somebody wrote into its files by hand.
  func masked(
    _ contents: some CaseContents, by masker: Masker, _ places: inout [MaskedPlace]
  ) throws -> (file: CaseFile, evidence: [Evidence]) {
    let file = masker.mask(contents.file.document.bytes)
    places += MaskedPlace.list(file.secrets, in: "case.yaml") ?? []
    let (evidence, more) = try masker.mask(document: contents.evidence, named: "evidence")
    places += more
    return (try CaseFile(file.text, name: "case.yaml"), evidence)
  }

  /// All that a draft is composed from.
  ///
  /// - Parameter masker: masks what git says.
  func recordFacts(of said: Case, evidence: [Evidence], masking masker: Masker) throws -> RecordFacts {
    let facts = said.telling(evidence)
    var commits: [String: Commit] = [:]
    let named =
      facts.fix.commits + facts.attempts.map(\.commit) + [facts.cause.introducedBy, facts.cause.exposedBy]
    for text in named where !text.isEmpty { commits[text] = try? repository.commit(text) }
    var files: [RecordFacts.FileFacts] = []
    let fix = facts.fix.commits.last.flatMap { commits[$0] }
    if let fix, let first = facts.fix.commits.first.flatMap({ commits[$0] }),
      let parent = try? repository.firstParent(of: first)
    {
      files = try repository.changes(from: parent.id, to: fix.id).map {
        .init(
          path: masker.mask($0.path.line).text, isTest: TestPath.reason($0.path) != nil,
          isAdded: $0.kind == .added)
      }
    }
    // The releases in which the bug shows hold the commit that made it show, and not the fix.
    let origin = facts.cause.exposedBy.isEmpty ? facts.cause.introducedBy : facts.cause.exposedBy
    var affected: [String] = []
    if let fix, let origin = commits[origin] {
      affected = try repository.releases(holding: origin.id, without: [fix.id]).names
    }
    var recordFacts = RecordFacts(
      facts: facts, evidence: evidence, ledger: try store.ledger(of: facts.key).read(),
      commits: commits.mapValues { commit in
        .init(
          id: commit.id.digits, subject: masker.mask(commit.subject).text,
          author: masker.mask(commit.authorName).text,
          date: String(commit.authorDate.prefix(10)))
      },
      files: files, affected: affected, directory: ".postmortem/cases/\(facts.key)",
      today: String(Self.now().prefix(10)))
    recordFacts.attestationFaults = attestationCheck.faults(in: facts)
    if let fix {
      recordFacts.arrival = try arrival(of: fix, among: facts.fix.commits.compactMap { commits[$0] })
    }
    return recordFacts
  }

  /// How a fix arrived by now: it may have been merged and released since the case was opened.
  private func arrival(of fix: Commit, among commits: [Commit]) throws -> RecordFacts.ArrivalFacts {
    var facts = RecordFacts.ArrivalFacts()
    if let merge = try repository.arrival(of: fix).mainMerge {
      facts.mergeCommit = merge.id.digits
      facts.merged = String(merge.committerDate.prefix(10))
    }
    facts.firstRelease = try repository.firstRelease(holding: commits) ?? ""
    return facts
  }

  /// Now, as evidence tells the time.
  static func now() -> String { Date.now.formatted(.iso8601) }

  /// Who the user says they are: what git calls them, else their login; and through which program they act.
  func userName(environment: [String: String]) -> String {
    let name = repository.userName ?? environment["USER"] ?? environment["LOGNAME"] ?? "unknown"
    return agent.map { "\(name) (through \($0))" } ?? name
  }

  /// The case that stands in the place of a fix, where one word names it.
  func caseNamed(by words: [String]) throws -> String? {
    guard words.count == 1, let word = words.first, try store.keys().contains(word) else { return nil }
    return word
  }

  /// The cases that a commit is the fix of.
  func cases(fixedBy commit: String) throws -> [String] {
    try store.keys().filter { key in
      guard let facts = try? store.read(key).file.facts() else { return false }
      return facts.fix.commits.contains { CommitName.isSame($0, commit) }
    }
  }

  /// Keeps evidence where one case alone has the fix that it is about.
  ///
  /// - Parameter keep: keeps it in a case, and says what became of it.
  /// - Returns: what became of it; nil where no case has the fix.
  static func keep(in keys: [String], _ keep: (String) -> String) -> String? {
    guard let first = keys.first else { return nil }
    if keys.count == 1 { return keep(first) }
    return
      "Kept in none of the cases that have this fix (\(keys.joined(separator: ", "))): --case KEY says in which."
  }
}
