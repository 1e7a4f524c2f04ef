import Repository
import Testing

/// The first line of a commit, and what it says of a merge.
struct MergeRow: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var subject: String
  var below: [String] = []
  var request: String?
  var branch: String?

  init(_ name: String, _ subject: String, below: [String] = [], _ request: String?, _ branch: String?) {
    testDescription = name
    self.subject = subject
    self.below = below
    self.request = request
    self.branch = branch
  }

  static let merges: [MergeRow] = [
    MergeRow("GitHub", "Merge pull request #12 from ada/fix-stream", "#12", "fix-stream"),
    MergeRow("GitHub, slashes", "Merge pull request #12 from ada/fix/RILL-1/x", "#12", "fix/RILL-1/x"),
    MergeRow("GitHub, cut off", "Merge pull request #12", "#12", nil),
    MergeRow("GitHub, an owner alone", "Merge pull request #12 from ada", "#12", nil),
    MergeRow("GitHub, an owner and a slash", "Merge pull request #12 from ada/", "#12", nil),
    MergeRow(
      "an older Bitbucket Server", "Merge pull request #34 in PROJ/repo from bugfix/az to master", "#34",
      "bugfix/az"),
    MergeRow(
      "one of a fork", "Merge pull request #34 in PROJ/repo from ~ADA/repo:fix/az to master", "#34", "fix/az"),
    MergeRow("an older Azure DevOps", "Merge pull request 12 from topic/x into master", "12", "topic/x"),
    MergeRow("Gitea", "Merge pull request 'Mend it' (#12) from fix/x into main", "#12", "fix/x"),
    MergeRow(
      "Gitea, of a fork", "Merge pull request 'Mend' (#12) from ada/rill:fix/x into main", "#12", "fix/x"),
    MergeRow("Gitea, tracker elsewhere", "Merge pull request 'Mend' (!12) from fix into main", "!12", "fix"),
    MergeRow(
      "Gitea, a title like its end", "Merge pull request 'Say ' (#1) from' (#12) from fix into main", "#12",
      "fix"),
    MergeRow(
      "Gitea, the fork is gone", "Merge pull request 'M' (#12) from <deleted>:fix into main", "#12", "fix"),
    MergeRow("Bitbucket", "Merged in feature/x (pull request #12)", "#12", "feature/x"),
    MergeRow("Bitbucket Server", "Pull request #12: Mend the stream", "#12", nil),
    MergeRow(
      "Bitbucket Server with its branch", "Pull request #12: Mend: it (#3)",
      below: ["", "Merge in PROJ/repo from feature/x to master", "", "* commit 'abc':"], "#12", "feature/x"),
    MergeRow(
      "Bitbucket Server, of a fork", "Pull request #12: Mend",
      below: ["Merge in PROJ/repo from ~ADA/repo:feature/x to master"], "#12", "feature/x"),
    MergeRow(
      "Bitbucket Server, other words below", "Pull request #12: Mend",
      below: ["Mend it", "Merge in PROJ/repo from feature/x to master"], "#12", nil),
    MergeRow("Azure DevOps", "Merged PR 123: Mend #7", "123", nil),
    MergeRow("Azure DevOps, asked by its interface", "Merge PR 123: Mend", "123", nil),
    MergeRow("homu", "Auto merge of #12 - ada:fix-stream, r=grace", "#12", "fix-stream"),
    MergeRow("homu, one's own branch", "Auto merge of #12 - fix-stream, r=grace", "#12", "fix-stream"),
    MergeRow("a rollup", "Rollup merge of #12 - ada:fix-stream, r=grace,lin", "#12", "fix-stream"),
    MergeRow("homu, a number alone", "Auto merge of #12", "#12", nil),
    MergeRow("Bitcoin", "Merge #12: Mend the stream", "#12", nil),
    MergeRow("Bitcoin, with the repository", "Merge bitcoin/bitcoin#12: Mend", "bitcoin/bitcoin#12", nil),
    MergeRow("bors", "Merge #12", "#12", nil),
    MergeRow("git", "Merge branch 'fix-stream'", nil, "fix-stream"),
    MergeRow("GitLab", "Merge branch 'fix/x' into 'main'", nil, "fix/x"),
    MergeRow("git, of another place", "Merge branch 'fix' of https://example.org/rill into next", nil, "fix"),
    MergeRow("git, of a remote", "Merge remote-tracking branch 'origin/fix/x' into main", nil, "fix/x"),
  ]

  static let others = [
    "", "Mend the stream (#12)", "Merge", "Merge ", "Merge pull request", "Merge pull request #",
    "Merge pull request #12a",
    "Merge pull request #0 from a/b", "Merge pull request twelve from ada", "Merge pull requests #12 and #13",
    "A Merge pull request #12 from ada/x", "merge pull request #12 from ada/x",
    "Revert \"Merge pull request #12 from ada/fix\"", "Merged in the changes (pull request #12)",
    "Merged in feature/x", "Merged in feature/x (pull request #12", "Merged in feature/x (pull request 12)",
    "Pull request 12: Mend", "Pull request #12 broke it", "Pull requests #12: Mend", "Merged PR123",
    "Merged PR #x: Mend",
    "Merged PR 12 by hand", "Merge #12 #13", "Merge #12 and more", "Merge the stream, see #12: at last",
    "Merge C#12: records", "Merge branches 'a' and 'b'", "Merge branch ''", "Merge branch 'a",
    "Merge branch 'a'b",
    "Merge tag 'v1.0'", "Merge commit 'abc'", "Merge \"Mend the stream\" into main", "Auto merge of 12",
    "Merge pull request 'Mend' (#12)", "Merge pull request 'Mend (#12) from a into b",
  ]
}

@Suite struct MergeSubjectTests {
  @Test(arguments: MergeRow.merges)
  func `the subject of a merge names the request and the branch`(row: MergeRow) throws {
    let merge = try #require(MergeSubject(row.subject, followedBy: row.below))
    #expect(merge.request == row.request)
    #expect(merge.branch == row.branch)
  }

  @Test(arguments: MergeRow.others)
  func `other subjects are of no merge`(subject: String) {
    #expect(MergeSubject(subject) == nil)
  }
}
