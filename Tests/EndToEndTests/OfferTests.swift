import Scratch
import Storage
import Subprocess
import Testing

/// A record is offered once, for a fix that has landed and has none; and git asks for it after a merge.
@Suite struct OfferTests {
  let bench: Bench

  init() throws {
    bench = try Bench(subject: "RILL-7: fix the sum")
    try bench.repository.git("config", "user.name", "Ada Byron")
    try bench.repository.git("config", "user.email", "ada@example.org")
  }

  private func offer(_ words: String...) throws -> PostmortemProgram.Result {
    try bench.program.run(["offer"] + words, in: bench.repository.path)
  }

  private func reasons(_ words: String...) throws -> [String?] {
    let result = try bench.program.run(["offer", "--json"] + words, in: bench.repository.path)
    return try result.json()["fixes"].elements.map { $0["reason"].text }
  }

  @Test func `a fix that has landed is offered once, with the command that begins its record`() throws {
    let before = try bench.repository.digest()
    let first = try offer("HEAD")
    #expect(first.ending == .exit(0))
    #expect(first.output.contains("“RILL-7: fix the sum” has landed"))
    #expect(first.output.contains("postmortem new RILL-7 --fix \(bench.fix.prefix(10))\n"))
    #expect(try offer("HEAD").output == "")
    #expect(try reasons("HEAD") == ["offered-before"])
    #expect(try bench.repository.digest() == before)
  }

  @Test
  func `what is recorded is not offered: a case of the fix, a case of its ticket, a record that names it`()
    throws
  {
    func program(_ words: String...) throws {
      #expect(try bench.program.run(words, in: bench.repository.path).ending == .exit(0))
    }
    try program("new", "OTHER-1", "--fix", "HEAD")
    #expect(try reasons("HEAD") == ["recorded"])
    try bench.repository.remove(".postmortem")
    try program("new", "rill-7")
    #expect(try reasons("HEAD") == ["recorded"])
    try bench.repository.remove(".postmortem")
    try bench.repository.write("Fixed by \(bench.fix.prefix(8)).\n", to: "docs/postmortems/2026/x.md")
    #expect(try reasons("HEAD") == ["recorded"])
    try bench.repository.remove("docs/postmortems/2026")
    try bench.repository.write("# A\n", to: "docs/postmortems/RILL-7.md")
    #expect(try reasons("HEAD") == ["recorded"])
    try bench.repository.remove("docs/postmortems")
    #expect(try reasons("HEAD") == ["offer"])
  }

  @Test func `neither a trivial fix nor one that is not merged is offered`() throws {
    try bench.repository.commit(["notes.md": "x\n"], "fix: the notes say more")
    #expect(try reasons("HEAD") == ["trivial"])
    try bench.repository.git("checkout", "-q", "-b", "fix/carry")
    try bench.repository.commit(["run.sh": "echo 5\necho 6\n"], "fix: the carry")
    #expect(try reasons("HEAD") == ["not-merged"])
    try bench.repository.git("checkout", "-q", "main")
    try bench.repository.merge("fix/carry")
    #expect(try reasons("HEAD^2") == ["offer"])
  }

  @Test func `a merge is offered by the words of what it merged, and its commits with it`() throws {
    try branch("topic", "echo 5\necho 6\n", "RILL-9: fix the carry")
    let merge = try bench.repository.merge("topic")
    let result = try offer()
    #expect(result.output.contains("“RILL-9: fix the carry” has landed"))
    #expect(result.output.contains("postmortem new RILL-9 --fix \(merge.prefix(10))\n"))
    #expect(try reasons("HEAD^2") == ["offered-before"])
  }

  @Test func `commits of one ticket are one fix`() throws {
    try bench.repository.commit(["run.sh": "echo 5\necho 6\n"], "RILL-7: fix the rest of it")
    let result = try bench.program.run(["offer", "--json", "HEAD~1", "HEAD"], in: bench.repository.path)
      .json()
    #expect(result["fixes"].elements.count == 1)
    #expect(result["fixes"][0]["commits"].elements.count == 2)
    #expect(try reasons("HEAD") == ["offered-before"])
  }

  @Test func `what came is offered where it is one's own and says that it fixes`() throws {
    let start = try bench.repository.git("rev-parse", "HEAD")
    try bench.repository.commit(["run.sh": "echo 5\necho 6\n"], "Add a carry")
    try bench.repository.commit(["run.sh": "echo 7\necho 6\n"], "carry: fix the sign")
    try bench.repository.git(
      "commit", "-q", "--allow-empty", "--author", "Bo <bo@example.org>", "-m", "fix: of Bo")
    #expect(try reasons("--since", start) == ["offer"])
    try bench.repository.git("config", "user.email", "cy@example.org")
    #expect(
      try reasons("--since", start) == ["offered-before"], "a host may have squashed it under another address"
    )
    try bench.repository.git("config", "user.name", "Cy")
    #expect(try reasons("--since", start) == [])
    #expect(try offer("--since", start, "HEAD").ending == .exit(2))
    #expect(try offer("--since", "nonsense").ending == .exit(1))
  }

  /// Runs git as the user of the program, so that the hook finds it.
  private func git(_ words: [String], adding variables: [String: String] = [:]) throws -> (
    status: Ending, error: String
  ) {
    var environment = ScratchRepository.environment.merging(bench.program.environment) { $1 }
    environment["PATH"] = "\(Path.parent(bench.program.path)):\(ProcessVariables.path)"
    let capture = try Spawner().capture(
      Command(
        "git", words, environment: environment.merging(variables) { $1 },
        workingDirectory: bench.repository.path))
    return (capture.outcome.ending, String(decoding: capture.error, as: UTF8.self))
  }

  private func branch(_ name: String, _ text: String, _ subject: String) throws {
    try bench.repository.git("checkout", "-q", "-b", name)
    try bench.repository.commit(["run.sh": text], subject)
    try bench.repository.git("checkout", "-q", "main")
  }

  private func hook(_ word: String) throws -> PostmortemProgram.Result {
    try bench.program.run(["hook", word], in: bench.repository.path)
  }

  @Test func `after a merge the hook offers, once, and a merge without a fix says nothing`() throws {
    #expect(try hook("install").ending == .exit(0))
    #expect(try hook("install").output.contains("there already"))
    try branch("feature", "echo 5\necho 6\n", "Add a carry")
    #expect(try git(["merge", "-q", "--no-edit", "feature"]).error == "")
    try branch("fix/sign", "echo 7\necho 6\n", "fix: the sign of the carry")
    let merged = try git(["merge", "-q", "--no-ff", "--no-edit", "fix/sign"])
    #expect(merged.status == .exit(0) && merged.error.contains("“fix: the sign of the carry” has landed"))
    #expect(try reasons("HEAD") == ["offered-before"], "the merge brought what was offered")
    try branch("fix/more", "echo 8\necho 6\n", "fix: more of it")
    #expect(try git(["merge", "-q", "--no-edit", "fix/more"], adding: ["CI": "true"]).error == "")
    #expect(try hook("remove").output.contains("Removed"))
    #expect(try hook("remove").ending == .exit(0))
    #expect(!FileTree.isFile("\(bench.repository.path)/.git/hooks/post-merge"))
  }

  @Test func `the hook fails no merge, also where the program is gone or cannot remember`() throws {
    #expect(try hook("install").ending == .exit(0))
    try branch("fix/a", "echo 5\n", "fix: a")
    let gone = try git(["merge", "-q", "--no-edit", "fix/a"], adding: ["PATH": ProcessVariables.path])
    #expect(gone.status == .exit(0) && gone.error == "")
    try branch("fix/b", "echo 6\n", "fix: b")
    let unable = try git(["merge", "-q", "--no-edit", "fix/b"], adding: ["XDG_STATE_HOME": "/dev/null/x"])
    #expect(unable.status == .exit(0) && unable.error == "")
  }

  @Test func `another hook is never written over, and hooks that others share are left alone`() throws {
    try bench.repository.write("#!/bin/sh\necho mine\n", to: ".git/hooks/post-merge")
    let refused = try hook("install")
    #expect(refused.ending == .exit(3))
    #expect(refused.error.contains("postmortem offer --since ORIG_HEAD >&2 2>/dev/null || :"))
    #expect(
      String(decoding: try FileTree.read("\(bench.repository.path)/.git/hooks/post-merge"), as: UTF8.self)
        == "#!/bin/sh\necho mine\n")
    #expect(try hook("remove").output.contains("no hook of postmortem's"))
    try bench.repository.write(
      "#!/bin/sh\npostmortem offer --since ORIG_HEAD >&2 2>/dev/null || :\n", to: ".git/hooks/post-merge")
    #expect(try hook("install").output.contains("calls postmortem offer already"))
    #expect(try hook("remove").ending == .exit(3))

    try bench.repository.git("config", "core.hooksPath", ".husky")
    let shared = try hook("install")
    #expect(shared.ending == .exit(3) && shared.error.contains(".husky/post-merge"))
    #expect(!FileTree.isDirectory("\(bench.repository.path)/.husky"))
  }
}
