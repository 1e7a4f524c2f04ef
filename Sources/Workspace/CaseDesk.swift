import Casework
import FoundationEssentials
import Repository
import Subprocess

/// The cases of the repository that the user stands in, with what they need of the world.
struct CaseDesk {
  let repository: Repository
  let store: CaseStore

  /// The desk around the workspace's directory.
  ///
  /// - Throws: `RepositoryError` outside of a working tree.
  init(in workspace: Workspace) throws {
    repository = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    guard let root = repository.workTree else { throw RepositoryError.noWorkingTree }
    store = CaseStore(inWorkTree: root)
  }

  /// The gate of an open case.
  func gate(of open: OpenCase) throws -> GateReport {
    let facts = try open.file.facts()
    return Gate(facts, evidence: open.evidence, look: try CaseLook.look(at: facts, in: repository)).report
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
      guard let facts = try? store.open(key).file.facts() else { return false }
      return facts.fix.commits.contains { $0.count >= 7 && (commit.hasPrefix($0) || $0.hasPrefix(commit)) }
    }
    return keys.count == 1 ? keys.first : nil
  }
}
