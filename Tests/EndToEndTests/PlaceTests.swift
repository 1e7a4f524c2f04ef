import Scratch
import Storage
import Subprocess
import Testing

/// Where a repository is, and what kind of repository it is, makes no difference.
@Suite struct PlaceTests {
  @Test(arguments: [
    "with space", "it's \"quoted\" $HOME", "two\nlines", "ünïcode", "ünïcode\nü", "a:colon", "-dash",
  ])
  func `a repository may have any name`(name: String) throws {
    let bench = try Bench(named: name)
    try bench.repository.write("#!/bin/sh\nsh run.sh\n", to: "my repro.sh")
    #expect(try bench.report(repro: "'./my repro.sh'")["verdict"].text == "proved")
    try bench.repository.write("exit 1\n", to: "run.sh")
    try bench.repository.write("true\n", to: "tests/x")
    let report = try bench.report(["--max-runs", "2"], fix: ["--uncommitted"])
    #expect(report["verdict"].text == "fails-only-after")
  }

  @Test(arguments: ["with space", "it's \"quoted\"", "ünïcode", "a:colon"])
  func `a cache may have any name`(name: String) throws {
    let bench = try Bench()
    let report = try bench.report(["--cache", "../cache \(name)"], in: "")
    #expect(report["verdict"].text == "proved")
    #expect(report["evidenceDirectory"].text?.hasPrefix("\(bench.beside)/cache \(name)/proofs/") == true)
  }

  @Test func `files with any name are changed, carried and removed`() throws {
    let bench = try Bench(files: [
      "tests/two\nlines": "1", "tests/\"q\"": "1", "tests/ lead": "1", "*": "1", "-x": "1", "tests/ü": "1",
    ])
    let report = try bench.report(repro: "test -e 'tests/ü' && sh run.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["carried"].elements.count == 4)
  }

  @Test func `a linked working tree`() throws {
    let bench = try Bench()
    let linked = "\(bench.beside)/linked"
    try bench.repository.git("worktree", "add", "--quiet", linked)
    let before = try bench.repository.digest()
    let result = try bench.program.run(["prove", "HEAD", "--repro", "sh run.sh"], in: linked)
    #expect(result.ending == .exit(0))
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `a bare repository`() throws {
    let bench = try Bench()
    let bare = try ScratchRepository(cloning: bench.repository, ["--bare"])
    let before = try bare.digest()
    let result = try bench.program.run(["prove", "main", "--repro", "sh run.sh"], in: bare.path)
    #expect(result.ending == .exit(0))
    let refused = try bench.program.run(
      ["prove", "--uncommitted", "--json", "--repro", "true"], in: bare.path)
    #expect(try refused.json()["error"]["code"].text == "no-working-tree")
    expectEqualText(try bare.digest(), before)
  }

  @Test func `a repository of SHA-256`() throws {
    let program = try PostmortemProgram()
    let repository = try ScratchRepository(format: "sha256")
    try repository.commit(["run.sh": "exit 1\n"], "Begin")
    try repository.commit(["run.sh": "true\n", "tests/x": "1"], "Mend")
    let before = try repository.digest()
    let result = try program.run(["prove", "HEAD", "--repro", "sh run.sh"], in: repository.path)
    #expect(result.ending == .exit(0))
    expectEqualText(try repository.digest(), before)
  }

  @Test
  func `a script in a submodule is that of each tree`() throws {
    let bench = try benchWithSubmodule()
    #expect(try bench.report(repro: "sh module/run.sh")["verdict"].text == "proved")
  }

  @Test func `submodules are there, and one that is not checked out is said`() throws {
    let bench = try benchWithSubmodule()
    #expect(try bench.report(repro: "cat module/run.sh; cd module && sh run.sh")["verdict"].text == "proved")
    let clone = try ScratchRepository(cloning: bench.repository)
    let result = try bench.program.run(
      ["prove", "HEAD", "--json", "--max-runs", "1", "--repro", "cd module && sh run.sh"], in: clone.path)
    #expect(
      try result.json()["notes"].texts.contains { $0.contains("not checked out") && $0.contains("module") })
  }

  /// A bench whose HEAD takes a submodule's fix.
  private func benchWithSubmodule() throws -> Bench {
    let module = try ScratchRepository()
    try module.commit(["run.sh": "exit 1\n"], "Begin")
    let bench = try Bench(before: "true\n", after: "true\n")
    try bench.repository.addSubmodule(module, at: "module")
    let next = try module.commit(["run.sh": "true\n"], "Mend")
    try ScratchRepository.git(["fetch", "--quiet"], in: "\(bench.repository.path)/module")
    try ScratchRepository.git(["checkout", "--quiet", next], in: "\(bench.repository.path)/module")
    try bench.repository.commit("Take the mended module")
    return bench
  }

  @Test func `a sparse checkout, a partial clone and pointers of Git LFS`() throws {
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 3\n"
    let bench = try Bench(files: [
      ".gitattributes": "*.bin filter=lfs -text\n", "sub/a.bin": pointer, "out/b": "1",
    ])
    let clone = try ScratchRepository(cloning: bench.repository, ["--filter=blob:none", "--sparse"])
    try clone.git("sparse-checkout", "set", "sub")
    let before = try clone.digest()
    let result = try bench.program.run(
      ["prove", "HEAD", "--json", "--repro", "test ! -e ../out && sh run.sh"], in: "\(clone.path)/sub")
    let report = try result.json()
    #expect(report["verdict"].text == "proved")
    #expect(report["notes"].texts.contains { $0.contains("sparse") })
    #expect(report["notes"].texts.contains { $0.contains("sub/a.bin") })
    expectEqualText(try clone.digest(), before)
  }

  @Test
  func `settings of Git LFS without the program are no hindrance, or are named`() throws {
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 3\n"
    let bench = try Bench(files: [".gitattributes": "*.bin filter=lfs -text\n", "a.bin": pointer])
    try bench.repository.git("config", "filter.lfs.required", "true")
    try bench.repository.git("config", "filter.lfs.process", "no-such-git-lfs filter-process")
    let result = try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"])
    #expect(result.output.contains("LFS"), "\(result.output)")
  }

  @Test func `hooks and settings of the user do not act`() throws {
    let bench = try Bench()
    let hooks = ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"]
    for hook in hooks {
      try bench.repository.write(
        "#!/bin/sh\necho \(hook) >> '\(bench.beside)/ran'\n", to: ".git/hooks/\(hook)")
    }
    try bench.repository.write("true\n", to: "new")
    #expect(try bench.report(["--fresh", "--max-runs", "2"])["before"]["runs"].integer == 2)
    #expect(try bench.report(["--max-runs", "1"], fix: ["--uncommitted"])["before"]["runs"].integer == 1)
    #expect(bench.text(beside: "ran") == nil)
  }
}
