import Casework
import Repository

/// What the repository says of a case's fix, for the gate.
struct CaseLook {
  /// Looks.
  static func look(at facts: Case, in repository: Repository) throws -> Gate.Look {
    var look = Gate.Look()
    var commits: [Commit] = []
    for text in facts.fix.commits {
      do {
        commits.append(try repository.commit(text))
      } catch RepositoryError.unknownRevision {
        look.unknownCommits.append(text)
      }
    }
    look.commits = commits.map(\.id.digits)
    if let main = try repository.mainBranch() {
      look.mainBranch = main.replacing("refs/heads/", with: "").replacing("refs/remotes/", with: "")
      look.unmergedCommits = try commits.filter { try !isDelivered($0, main: main, in: repository) }.map(
        \.id.digits)
    }
    if let first = commits.first, let last = commits.last,
      let parent = try firstParent(of: first, in: repository, &look)
    {
      var patch = try repository.patch(from: parent, to: last)
      look.triviality = Triviality.reason(for: patch)
      // The diffs that a ledger keeps are full of probes, and are committed with the fix.
      patch.files.removeAll { $0.path.description.hasPrefix(".postmortem/") }
      look.probeTags = ProbeTag.added(by: patch).map { tag in
        Gate.Look.ProbeTag(tag.text, in: tag.paths.map(\.description))
      }
    }
    return look
  }

  /// The commit before the fix; nil where nothing comes before it, or a shallow clone lacks it, which is noted.
  private static func firstParent(
    of commit: Commit, in repository: Repository, _ look: inout Gate.Look
  ) throws -> Commit? {
    do {
      return try repository.firstParent(of: commit)
    } catch RepositoryError.parentNotInShallowClone(let id) {
      look.unseenChange = id.digits
    } catch RepositoryError.rootCommit {
      // All of the tree is the fix: there is nothing that it changes.
    }
    return nil
  }

  /// Whether a commit is in the main branch or one for releases.
  static func isDelivered(_ commit: Commit, main: String, in repository: Repository) throws -> Bool {
    try repository.branches(holding: commit).contains { isDelivered($0, main: main) }
  }

  /// Whether a branch is one that is delivered from: the main one, here or at a remote, or one for a release.
  private static func isDelivered(_ branch: String, main: String) -> Bool {
    if branch == main { return true }
    let name = Repository.branchName(branch)
    if name == Repository.branchName(main) { return true }
    // "release/2.1", "stable-3", "maint", and not "releasenotes".
    let first = name.prefix { $0.isLetter }
    let rest = name.dropFirst(first.count)
    let isVersion = rest.isEmpty || rest.dropFirst().first?.isNumber == true || rest.first?.isNumber == true
    return ["release", "releases", "stable", "maint", "support"].contains(first.lowercased())
      && (isVersion || rest.first == "/")
  }
}
