import Casework
import FoundationEssentials
import Masking
import Record
import Repository
import Subprocess
import YAML

/// The cases of the repository that the user stands in, with what they need of the world.
struct CaseDesk {
  let repository: Repository
  let store: CaseStore

  /// The root of the working tree.
  let root: String

  /// The desk around the workspace's directory.
  ///
  /// - Throws: `RepositoryError` outside of a working tree.
  init(in workspace: Workspace) throws {
    repository = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    guard let root = repository.workTree else { throw RepositoryError.noWorkingTree }
    self.root = root
    store = CaseStore(inWorkTree: root)
  }

  /// The gate of a case.
  func gate(of contents: some CaseContents) throws -> GateReport {
    let facts = try contents.file.facts()
    return Gate(facts, evidence: contents.evidence, look: try CaseLook.look(at: facts, in: repository)).report
  }

  /// Where the record of a case stands, or will stand.
  func recordPath(of facts: Case, in directory: String) throws -> String {
    let fixed = facts.fix.commits.last.flatMap { try? repository.commit($0) }?.authorDate ?? ""
    let place = try RecordPlace(
      of: facts, fixed: String(fixed.prefix(10)), in: directory, root: root,
      settings: ProjectFiles(root: root).settings())
    return "\(root)/\(place.path)"
  }

  /// All that a draft is composed from, with the secrets masked that somebody wrote into the files by hand.
  func recordFacts(
    of contents: some CaseContents, masking masker: Masker, _ places: inout [MaskedPlace]
  ) throws -> RecordFacts {
    let file = masker.mask(contents.file.document.bytes)
    places += MaskedPlace.list(file.secrets, in: "case.yaml") ?? []
    let facts = try CaseFile(file.text, name: "case.yaml").facts()
    let (evidence, more) = try masker.mask(document: contents.evidence, named: "evidence")
    places += more
    var commits: [String: RecordFacts.CommitFacts] = [:]
    let named =
      facts.fix.commits + facts.attempts.map(\.commit) + [facts.cause.introducedBy, facts.cause.exposedBy]
    for text in named where !text.isEmpty {
      guard let commit = try? repository.commit(text) else { continue }
      commits[text] = .init(
        id: commit.id.digits, subject: masker.mask(commit.subject).text, author: commit.authorName,
        date: String(commit.authorDate.prefix(10)))
    }
    var files: [RecordFacts.FileFacts] = []
    if let first = facts.fix.commits.first, let last = facts.fix.commits.last,
      let parent = try? repository.firstParent(of: repository.commit(first))
    {
      files = try repository.changes(from: parent.id, to: repository.commit(last).id).map {
        .init(
          path: $0.path.description, isTest: TestPath.reason($0.path) != nil, isAdded: $0.kind == .added)
      }
    }
    return RecordFacts(
      facts: facts, evidence: evidence, ledger: try store.ledger(of: facts.key).read(), commits: commits,
      files: files, affected: try affected(facts), directory: ".postmortem/cases/\(facts.key)",
      today: String(Self.now().prefix(10)))
  }

  /// The releases in which the bug shows: they hold the commit that made it show, and not the fix.
  private func affected(_ facts: Case) throws -> [String] {
    let origin = facts.cause.exposedBy.isEmpty ? facts.cause.introducedBy : facts.cause.exposedBy
    guard !origin.isEmpty, let last = facts.fix.commits.last,
      let first = try? repository.commit(origin), let fix = try? repository.commit(last)
    else { return [] }
    return try repository.releases(holding: first, without: fix)
  }

  /// Now, as evidence tells the time.
  static func now() -> String { Date.now.formatted(.iso8601) }

  /// Who the user says they are: what git calls them, else their login.
  func userName(environment: [String: String]) -> String {
    repository.userName ?? environment["USER"] ?? environment["LOGNAME"] ?? "unknown"
  }

  /// The one case that a commit is the fix of; nil for none, or for several.
  func onlyCase(fixedBy commit: String) throws -> String? {
    let keys = try store.keys().filter { key in
      guard let facts = try? store.read(key).file.facts() else { return false }
      return facts.fix.commits.contains { $0.count >= 7 && (commit.hasPrefix($0) || $0.hasPrefix(commit)) }
    }
    return keys.count == 1 ? keys.first : nil
  }
}
