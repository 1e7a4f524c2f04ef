import Repository
import Scratch
import Testing

@Suite struct ArrivalTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["file": "one"], "Begin")
  }

  private func arrival(of commit: String) throws -> Arrival {
    let repository = try Repository(scratch)
    return try repository.arrival(of: repository.commit(commit))
  }

  /// A commit on a branch that begins at the main one, or at another.
  private func commit(on branch: String, from start: String = "main", _ message: String = "Mend") throws
    -> String
  {
    try scratch.git("checkout", "--quiet", "-B", branch, start)
    return try scratch.commit([branch: "1"], message)
  }

  /// Merges a branch into another one, which moved on meanwhile.
  private func merge(_ branch: String, into target: String = "main", _ message: String) throws -> String {
    try scratch.git("checkout", "--quiet", target)
    try scratch.commit("Meanwhile")
    try scratch.git("merge", "--quiet", "--no-ff", "--message", message, branch)
    return try scratch.git("rev-parse", "HEAD")
  }

  @Test func `a commit on a merged branch came by the merge, from the branch that its subject names`() throws
  {
    let first = try commit(on: "fix")
    try scratch.commit(["more": "1"], "Mend more")
    let merge = try merge("fix", "Merge pull request #12 from ada/fix/stream")
    try scratch.commit("Later")
    let arrival = try arrival(of: first)
    #expect(arrival.mainMerge?.id.digits == merge)
    #expect(arrival.firstMerge?.commit.id.digits == merge)
    #expect(arrival.firstMerge?.message.pullRequest == "#12")
    #expect(arrival.branch?.name == "fix/stream")
    #expect(arrival.branch?.namedBy?.id.digits == merge)
  }

  @Test func `a commit on the main branch came by no merge, whatever is merged after it`() throws {
    let fix = try scratch.commit(["file": "two"], "Mend (#7)")
    _ = try commit(on: "other")
    _ = try merge("other", "Merge branch 'other'")
    let arrival = try arrival(of: fix)
    #expect(arrival.mainMerge == nil)
    #expect(arrival.firstMerge == nil)
    #expect(arrival.branch == nil)
  }

  @Test func `over two branches it came by two merges, and was made on the first branch`() throws {
    try scratch.git("branch", "develop")
    let fix = try commit(on: "fix", from: "develop")
    let first = try merge("fix", into: "develop", "Merge pull request #12 from ada/fix")
    let last = try merge("develop", "Merge pull request #99 from ada/develop")
    let arrival = try arrival(of: fix)
    #expect(arrival.mainMerge?.id.digits == last)
    #expect(arrival.firstMerge?.commit.id.digits == first)
    #expect(arrival.branch?.name == "fix")
  }

  @Test func `what became of a request on a branch was not made on the branch that gathers them`() throws {
    let fix = try commit(on: "develop", "Mend (#12)")
    let merge = try merge("develop", "Merge pull request #99 from ada/develop")
    let arrival = try arrival(of: fix)
    #expect(arrival.mainMerge?.id.digits == merge)
    #expect(arrival.branch == nil)
  }

  @Test func `a branch that took in the main one meanwhile brought its own commit all the same`() throws {
    let fix = try commit(on: "fix")
    _ = try merge("main", into: "fix", "Merge branch 'main' into fix")
    let merge = try merge("fix", "Merge branch 'fix'")
    let arrival = try arrival(of: fix)
    #expect(arrival.mainMerge?.id.digits == merge)
    #expect(arrival.firstMerge?.commit.id.digits == merge)
    #expect(arrival.branch?.name == "fix")
  }

  @Test func `a merge that is named as the fix is the merge that brought it`() throws {
    _ = try commit(on: "fix")
    let merge = try merge("fix", "Merged in feature/x (pull request #12)")
    let arrival = try arrival(of: merge)
    #expect(arrival.mainMerge?.id.digits == merge)
    #expect(arrival.branch?.name == "feature/x")
    #expect(arrival.message.pullRequest == "#12")
  }

  @Test func `an octopus brings each of its branches`() throws {
    let one = try commit(on: "one")
    let two = try commit(on: "two")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.git(
      "merge", "--quiet", "--no-ff", "--message", "Merge branches 'one' and 'two'", "one", "two")
    let merge = try scratch.git("rev-parse", "HEAD")
    for commit in [one, two] { #expect(try arrival(of: commit).mainMerge?.id.digits == merge) }
    #expect(try arrival(of: two).branch?.name == "two")
  }

  // MARK: Branches that end at it

  @Test func `a commit that is not merged is on the one branch that ends there, here or at a remote`() throws
  {
    let fix = try commit(on: "fix/stream")
    #expect(try arrival(of: fix).branch?.name == "fix/stream")
    #expect(try arrival(of: fix).branch?.namedBy == nil)
    #expect(try arrival(of: fix).mainMerge == nil)
    try scratch.git("update-ref", "refs/remotes/origin/fix/stream", fix)
    try scratch.git("symbolic-ref", "refs/remotes/other/HEAD", "refs/remotes/other/main")
    #expect(try arrival(of: fix).branch?.name == "fix/stream")
    try scratch.git("branch", "fix/copy")
    #expect(try arrival(of: fix).branch == nil)
  }

  @Test func `a commit before the end of a branch is on none that is known`() throws {
    let fix = try commit(on: "fix")
    try scratch.commit("More")
    #expect(try arrival(of: fix).branch == nil)
  }

  @Test func `a branch that ends with the main one may just have begun there`() throws {
    let fix = try scratch.commit(["file": "two"], "Mend")
    try scratch.git("branch", "next")
    #expect(try arrival(of: fix).branch == nil)
    try scratch.commit("Later")
    #expect(try arrival(of: fix).branch?.name == "next")
  }

  @Test func `the subject counts before a branch that ends there`() throws {
    let fix = try commit(on: "fix")
    _ = try merge("fix", "Merge branch 'first-name'")
    #expect(try arrival(of: fix).branch?.name == "first-name")
  }

  @Test func `a merge of the main branch names no branch that a fix was made on`() throws {
    let fix = try commit(on: "fix")
    _ = try merge("fix", "Merge branch 'main' of https://example.org/rill")
    #expect(try arrival(of: fix).branch?.name == "fix")
  }

  // MARK: Where the main branch is

  @Test func `what is merged here and not pushed yet came by that merge`() throws {
    let fix = try commit(on: "fix")
    try scratch.git("update-ref", "refs/remotes/origin/main", "main")
    let merge = try merge("fix", "Merge branch 'fix'")
    #expect(try arrival(of: fix).mainMerge?.id.digits == merge)
  }

  @Test func `without a main branch nothing is known but the message`() throws {
    let fix = try scratch.commit(["file": "two"], "Merged in x (pull request #1)")
    try scratch.git("checkout", "--quiet", "--detach")
    try scratch.git("branch", "--delete", "--force", "main")
    let arrival = try arrival(of: fix)
    #expect(arrival.mainMerge == nil)
    #expect(arrival.message.pullRequest == "#1")
  }

  @Test(arguments: [
    ("refs/heads/fix/x", "fix/x"), ("refs/remotes/origin/fix/x", "fix/x"),
    ("refs/remotes/origin", "refs/remotes/origin"),
    ("fix/x", "fix/x"), ("refs/tags/v1", "refs/tags/v1"),
  ])
  func `a branch has its name without where it is kept`(reference: String, name: String) {
    #expect(Repository.branchName(reference) == name)
  }
}
