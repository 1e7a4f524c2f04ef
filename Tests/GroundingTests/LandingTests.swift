import Casework
import Grounding
import Record
import Repository
import Scratch
import Subprocess
import Testing

/// Commits that a squash loses.
struct LandingTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["a.c": "int a;\n"], "Begin")
    _ = try scratch.git("checkout", "--quiet", "-b", "fix/hang")
    try scratch.commit(["a.c": "int b;\n"], "Try")
    _ = try scratch.git("checkout", "--quiet", "main")
  }

  /// What is doubted of the commit at the end of the branch, in a record whose fix is `fix`.
  private func doubt(fix: String, gap: String = "", naming commit: String = "fix/hang") throws -> JudgedClaim
    .Doubt?
  {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let sources = GroundingSources(repository, fix: [try repository.commit(fix)], gap: gap)
    // A whole name has letters and digits among its forty.
    let text = "# A\n\n## Fix\n\n`\(try scratch.git("rev-parse", commit))`\n"
    let judged = try Grounding(sources).judge(ClaimReader.claims(in: RecordDocument(Array(text.utf8))))
    #expect(judged.map(\.standing) == [.found])
    return judged.first?.doubt
  }

  @Test func `a commit of a branch is doubted where the main branch has the fix, squashed`() throws {
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    #expect(try doubt(fix: "main") == .besideMain(branches: ["fix/hang"]))
  }

  @Test func `a commit that no branch holds any more is doubted`() throws {
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    let id = try scratch.git("rev-parse", "fix/hang")
    _ = try scratch.git("branch", "-D", "fix/hang")
    #expect(try doubt(fix: "main", naming: id) == .besideMain(branches: []))
  }

  @Test func `a fix that is on its branch yet says nothing of the commits beside it`() throws {
    #expect(try doubt(fix: "fix/hang") == nil)
  }

  @Test func `what is merged stays`() throws {
    _ = try scratch.git("merge", "--quiet", "--no-ff", "--no-edit", "fix/hang")
    #expect(try doubt(fix: "main") == nil)
  }

  @Test func `what a tag holds stays`() throws {
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    _ = try scratch.git("tag", "kept", "fix/hang")
    #expect(try doubt(fix: "main") == nil)
  }

  @Test(arguments: ["release/1.2", "1.x", "v2.0", "stable", "maint-4", "12", "backport/hang", "7-lts"])
  func `what a line of releases holds stays`(branch: String) throws {
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    _ = try scratch.git("branch", branch, "fix/hang")
    #expect(try doubt(fix: "main") == nil)
  }

  @Test func `in a shallow clone nothing is doubted`() throws {
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    #expect(try doubt(fix: "main", gap: "this clone is shallow") == nil)
  }
}
