import Repository
import Scratch
import Testing

@Suite struct BranchTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["file": "one"], "Begin")
  }

  @Test(arguments: ["main", "master", "trunk", "develop"])
  func `a branch of a usual name is the main one, whatever is checked out`(name: String) throws {
    try scratch.git("branch", "--move", name)
    try scratch.git("checkout", "--quiet", "-b", "fix/stream")
    #expect(try Repository(scratch).mainBranch() == "refs/heads/\(name)")
  }

  @Test func `of usual names the first counts, and the remote's before one's own`() throws {
    try scratch.git("branch", "develop")
    try scratch.git("branch", "master")
    #expect(try Repository(scratch).mainBranch() == "refs/heads/main")
    try scratch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    #expect(try Repository(scratch).mainBranch() == "refs/remotes/origin/main")
  }

  @Test func `what the remote calls its head is the main one`() throws {
    try scratch.git("branch", "--move", "release-train")
    let clone = try ScratchRepository(cloning: scratch)
    try clone.git("branch", "main")
    #expect(try Repository(clone).mainBranch() == "refs/remotes/origin/release-train")
  }

  @Test func `a remote head whose branch is gone is passed over`() throws {
    let clone = try ScratchRepository(cloning: scratch)
    try clone.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/master")
    #expect(try Repository(clone).mainBranch() == "refs/remotes/origin/main")
  }

  @Test func `else it is what is checked out`() throws {
    try scratch.git("branch", "--move", "production")
    #expect(try Repository(scratch).mainBranch() == "refs/heads/production")
  }

  @Test func `on a detached head without a branch of a usual name there is none`() throws {
    try scratch.git("checkout", "--quiet", "--detach")
    try scratch.git("branch", "--delete", "--force", "main")
    #expect(try Repository(scratch).mainBranch() == nil)
  }

  @Test func `on an unborn branch it is that one`() throws {
    let empty = try ScratchRepository()
    #expect(try Repository(empty).mainBranch() == "refs/heads/main")
  }

  @Test func `branches that hold a commit are those whose history has it, one's own first`() throws {
    try scratch.git("branch", "old")
    let fix = try scratch.commit(["file": "two"], "Mend")
    try scratch.git("branch", "release/1.0")
    try scratch.git("tag", "v1.0")
    try scratch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try scratch.commit(["file": "three"], "Go on")
    let repository = try Repository(scratch)
    #expect(
      try repository.branches(holding: repository.commit(fix)) == [
        "refs/heads/main", "refs/heads/release/1.0", "refs/remotes/origin/main",
      ])
  }

  @Test func `a commit that only a tag holds is on no branch`() throws {
    try scratch.git("checkout", "--quiet", "--detach")
    let lone = try scratch.commit(["file": "two"], "Mend")
    try scratch.git("tag", "v1.0")
    let repository = try Repository(scratch)
    #expect(try repository.branches(holding: repository.commit(lone)) == [])
  }
}
