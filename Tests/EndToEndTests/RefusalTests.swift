import Scratch
import Storage
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A call that cannot be carried out, and what is said of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var code: String
  var status: Int32
  var message: String

  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: [String], _ code: String, _ status: Int32, _ message: String) {
    self.arguments = arguments
    self.code = code
    self.status = status
    self.message = message
  }

  static let usage: [Refusal] = [
    Refusal(["prov", "HEAD"], "usage", 2, "there is no operation 'prov'. Did you mean 'prove'?"),
    Refusal(
      ["prove", "HEAD", "--repo", "x"], "usage", 2, "there is no option '--repo'. Did you mean '--repro'?"),
    Refusal(["prove", "HEAD"], "no-repro", 2, "No repro is given"),
    Refusal(["prove", "HEAD", "--repro"], "usage", 2, "--repro takes"),
    Refusal(["prove", "HEAD", "--repro", "x", "--max-runs", "many"], "usage", 2, "--max-runs takes"),
    Refusal(
      ["prove", "HEAD", "--repro", "x", "--confidence", "2"], "usage", 2, "a probability between 0.5 and 1"),
    Refusal(["prove", "HEAD", "--repro", "x", "--color", "allways"], "usage", 2, "Did you mean 'always'?"),
    Refusal(["prove", "--repro", "x"], "no-fix", 2, "No fix is named."),
    Refusal(["prove", "HEAD", "--uncommitted", "--repro", "x"], "two-fixes", 2, "--uncommitted"),
    Refusal(["prove", "HEAD", "--repro", "x", "--runs", "0"], "not-positive", 2, "--runs"),
    Refusal(
      ["prove", "HEAD", "--repro", "x", "--runs", "5", "--max-runs", "4"], "bounds-crossed", 2, "--max-runs"),
    Refusal(["prove", "HEAD", "--repro", "x", "--timeout", "0s"], "not-positive", 2, "--timeout"),
    Refusal(["prove", "HEAD", "--repro", "x", "--env", "=x"], "bad-variable", 2, "names no variable"),
    Refusal(["prove", "HEAD", "--repro", ""], "empty-repro", 2, "The repro is empty."),
    Refusal(["prove", "HEAD", "--repro", " \t\n"], "empty-repro", 2, "The repro is empty."),
    Refusal(["prove", "HEAD", "--repro", "../missing.sh"], "no-script", 2, "../missing.sh"),
    Refusal(["prove", "HEAD", "--repro", "./missing.sh"], "no-script", 2, "missing.sh"),
    Refusal(["prove", "HEAD", "--repro", "sh missing.sh"], "no-script", 2, "missing.sh"),
    Refusal(["prove", "HEAD", "--repro", "./plain.sh"], "script-not-executable", 2, "plain.sh"),
    Refusal(["prove", "HEAD", "--repro", "x", "--shell", "no-such-shell"], "no-shell", 1, "no-such-shell"),
    Refusal(
      ["-C", "/no/such/directory", "prove", "HEAD", "--repro", "x"], "no-directory", 2, "/no/such/directory"),
    Refusal(["prove", "nothing", "--repro", "x"], "unknown-revision", 1, "“nothing” names no commit here."),
    Refusal(
      ["prove", "HEAD..nothing", "--repro", "x"], "unknown-revision", 1, "“nothing” names no commit here."),
    Refusal(["prove", "HEAD", "--before", "nothing", "--repro", "x"], "unknown-revision", 1, "“nothing”"),
    Refusal(["prove", "HEAD~1", "--repro", "x"], "root-commit", 1, "is a root commit"),
    Refusal(["prove", "HEAD..HEAD", "--repro", "x"], "nothing-changed", 1, "Nothing differs between"),
    Refusal(
      ["prove", "HEAD", "--repro", "x", "--cache", "cache"], "cache-in-tree", 4, "lies in the working tree"),
    Refusal(
      ["prove", "HEAD", "--repro", "x", "--cache", ".git/cache"], "cache-in-tree", 4,
      "lies in the working tree"),
  ]
}

@Suite struct RefusalTests {
  @Test(arguments: Refusal.usage)
  func `each wrong call is told on standard error, and in JSON as one document`(refusal: Refusal) throws {
    let bench = try Bench()
    try bench.repository.write("true\n", to: "plain.sh")
    let before = try bench.repository.digest()
    let text = try bench.program.run(refusal.arguments, in: bench.repository.path)
    #expect(text.ending == .exit(refusal.status))
    #expect(text.output == "")
    #expect(text.error.contains(refusal.message), "\(text.error)")
    #expect(!text.error.contains("Proving"))

    let json = try bench.program.run(refusal.arguments + ["--json"], in: bench.repository.path)
    #expect(json.ending == .exit(refusal.status))
    let document = try json.json()
    #expect(document["error"]["code"].text == refusal.code)
    #expect(document["exitStatus"].integer == Int(refusal.status))
    #expect(document["error"]["message"].text?.contains(refusal.message) == true)
    expectEqualText(try bench.repository.digest(), before)
    #expect(try bench.leftSessions() == [])
  }

  /// The code and the status of an error in JSON, with a remedy, the repository as it was, and no session left.
  private func refusal(
    _ bench: Bench, _ arguments: [String] = [], repro: String = "sh run.sh", fix: [String] = ["HEAD"],
    adding variables: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (code: String?, status: Ending) {
    let result = try bench.prove(
      fix + ["--json", "--repro", repro] + arguments, adding: variables, sourceLocation: sourceLocation)
    let error = try result.json()["error"]
    #expect(error["remedy"].text?.isEmpty == false, "no next step: \(error)", sourceLocation: sourceLocation)
    return (error["code"].text, result.ending)
  }

  @Test func `outside of a repository`() throws {
    let (bench, directory) = try (Bench(), TemporaryDirectory())
    let result = try bench.program.run(["prove", "HEAD", "--repro", "true"], in: directory.path)
    #expect(result.ending == .exit(1))
    #expect(
      result.error
        == "error: “\(directory.path)” is in no git repository.\n  Go to one, or name one by -C DIR.\n")
  }

  @Test func `on an unborn branch`() throws {
    let (bench, repository) = try (Bench(), ScratchRepository())
    for fix in ["HEAD", "--uncommitted", "main"] {
      let result = try bench.program.run(["prove", fix, "--json", "--repro", "true"], in: repository.path)
      #expect(result.ending == .exit(1))
      #expect(try result.json()["error"]["code"].text == "no-commits")
    }
  }

  @Test func `in a shallow clone that lacks the parent`() throws {
    let bench = try Bench()
    let clone = try ScratchRepository(cloning: bench.repository, ["--depth=1"])
    let before = try clone.digest()
    let result = try bench.program.run(["prove", "HEAD", "--json", "--repro", "sh run.sh"], in: clone.path)
    #expect(result.ending == .exit(1))
    let error = try result.json()["error"]
    #expect(error["code"].text == "shallow-clone")
    #expect(error["remedy"].text == "git fetch --deepen=1, or git fetch --unshallow.")
    expectEqualText(try clone.digest(), before)
  }

  @Test func `the advice for a shallow clone helps`() throws {
    let bench = try Bench()
    let clone = try ScratchRepository(cloning: bench.repository, ["--depth=1"])
    try clone.git("fetch", "--quiet", "--deepen=1")
    let result = try bench.program.run(["prove", "HEAD", "--repro", "sh run.sh"], in: clone.path)
    #expect(result.ending == .exit(0))
  }

  @Test func `in a partial clone whose remote does not answer`() throws {
    let bench = try Bench()
    let clone = try ScratchRepository(cloning: bench.repository, ["--filter=blob:none", "--no-checkout"])
    try FileTree.remove(bench.repository.path)
    let before = try clone.digest()
    let result = try bench.program.run(["prove", "HEAD", "--json", "--repro", "sh run.sh"], in: clone.path)
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "object-missing")
    expectEqualText(try clone.digest(), before)
  }

  @Test func `without git`() throws {
    let bench = try Bench()
    let refusal = try refusal(bench, adding: ["PATH": "/nonexistent"])
    #expect(refusal.code == "no-git")
    #expect(refusal.status == .exit(1))
  }

  @Test func `without a home and without a cache`() throws {
    let refusal = try refusal(Bench(), adding: ["HOME": "", "POSTMORTEM_CACHE": ""])
    #expect(refusal.code == "no-cache")
    #expect(refusal.status == .exit(4))
  }

  @Test(
    arguments: ["below-a-file/cache", "below-a-file/deep/er/cache"])
  func `with a cache that cannot be made`(name: String) throws {
    let bench = try Bench()
    try bench.write("", beside: "below-a-file")
    #expect(try refusal(bench, ["--cache", "\(bench.beside)/\(name)"]).status != .exit(0))
  }

  @Test
  func `with a cache in a place that takes no files`() throws {
    #expect(try refusal(Bench(), ["--cache", "/proc/postmortem"]).status != .exit(0))
  }

  #if os(Linux)
    /// Whether a file system of one's own can be mounted, in a namespace of one's own.
    static let canMount = mounting("true", at: "/mnt", size: "1m") == .exit(0)

    /// Runs a script where a small file system of its own stands at `directory`.
    private static func mounting(_ script: String, at directory: String, size: String) -> Ending? {
      let mount = "mount -t tmpfs -o size=\(size) none '\(directory)' && { \(script); }"
      let command = Command(
        "unshare", ["--mount", "sh", "-c", mount], environment: ["PATH": ProcessVariables.path],
        workingDirectory: "/")
      return try? Spawner().capture(command).outcome.ending
    }

    @Test(.enabled(if: canMount, "file systems cannot be mounted here"))
    func `with a cache on a full disk`() throws {
      let bench = try Bench(files: ["large": String(repeating: "0123456789abcdef", count: 65_536)])
      try FileTree.makeDirectory("\(bench.beside)/disk")
      let call =
        "'\(bench.program.path)' -C '\(bench.repository.path)' prove HEAD --json --repro 'sh run.sh' "
      let before = try bench.repository.digest()
      _ = Self.mounting(
        "\(call) --cache '\(bench.beside)/disk' > '\(bench.beside)/out'; echo $? > '\(bench.beside)/status'; "
          + "ls '\(bench.beside)/disk/sessions' > '\(bench.beside)/left'",
        at: "\(bench.beside)/disk", size: "600k")
      #expect(bench.text(beside: "status") == "1\n")
      // git says that it cannot write, and not why.
      let out = try #require(bench.text(beside: "out"))
      #expect(out.contains("\"cannot-write\"") && out.contains("Is the disk full?"), "\(out)")
      #expect(bench.text(beside: "left") == "")
      expectEqualText(try bench.repository.digest(), before)
    }

    @Test(.enabled(if: canMount, "file systems cannot be mounted here"))
    func `with logs that do not fit on the disk, the runs before are kept`() throws {
      let bench = try Bench(before: "head -c 300000 /dev/urandom; exit 1\n")
      try FileTree.makeDirectory("\(bench.beside)/disk")
      let call =
        "'\(bench.program.path)' -C '\(bench.repository.path)' prove HEAD --json --repro 'sh run.sh' "
      _ = Self.mounting(
        "\(call) --cache '\(bench.beside)/disk' > '\(bench.beside)/out'; "
          + "cat '\(bench.beside)'/disk/proofs/*/1/evidence.jsonl | wc -l > '\(bench.beside)/kept'",
        at: "\(bench.beside)/disk", size: "1m")
      #expect(
        bench.text(beside: "out")?.contains("\"disk-full\"") == true, "\(bench.text(beside: "out") ?? "")")
      #expect(bench.text(beside: "kept") != "0\n")
    }

    @Test(.enabled(if: canMount, "file systems cannot be mounted here"))
    func `with a cache that is read-only`() throws {
      let bench = try Bench()
      try FileTree.makeDirectory("\(bench.beside)/disk")
      let call =
        "'\(bench.program.path)' -C '\(bench.repository.path)' prove HEAD --json --repro 'sh run.sh' "
      _ = Self.mounting(
        "mount -o remount,ro '\(bench.beside)/disk'; "
          + "\(call) --cache '\(bench.beside)/disk/c' > '\(bench.beside)/out'; echo $? > '\(bench.beside)/status'",
        at: "\(bench.beside)/disk", size: "1m")
      #expect(bench.text(beside: "status") == "4\n")
      #expect(
        bench.text(beside: "out")?.contains("\"no-permission\"") == true, "\(bench.text(beside: "out") ?? "")"
      )
    }

    @Test(.enabled(if: canMount, "file systems cannot be mounted here"))
    func `in a repository that is read-only a fix is proved all the same, an uncommitted one too`() throws {
      let bench = try Bench(after: "echo 'got 5'; exit 1\n")
      try bench.repository.write("true\n", to: "run.sh")
      let path = bench.repository.path
      let command = Command(
        "unshare",
        [
          "--mount", "sh", "-c",
          "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && exec \"$2\" -C \"$1\" prove --uncommitted "
            + "--repro 'sh run.sh'", "sh", path, bench.program.path,
        ], environment: bench.program.environment, workingDirectory: "/")
      #expect(try Spawner().capture(command).outcome.ending == .exit(0))
    }

    @Test func `with standard output on a full disk`() throws {
      let bench = try Bench()
      let command = Command(
        "sh", ["-c", "exec \"$0\" prove HEAD --repro 'sh run.sh' > /dev/full", bench.program.path],
        environment: bench.program.environment, workingDirectory: bench.repository.path)
      let capture = try Spawner().capture(command)
      #expect(capture.outcome.ending == .exit(1))
      #expect(String(decoding: capture.error, as: UTF8.self).contains("Standard output cannot be written."))
    }
  #endif

  @Test func `a reader that has gone away is no failure`() throws {
    let bench = try Bench()
    let command = Command(
      "bash",
      ["-c", "\"$0\" prove HEAD --repro 'sh run.sh' | true; exit ${PIPESTATUS[0]}", bench.program.path],
      environment: bench.program.environment, workingDirectory: bench.repository.path)
    #expect(try Spawner().capture(command).outcome.ending == .exit(0))
  }

  @Test func `an unsafe repository is refused with the setting that trusts it`() throws {
    let bench = try Bench()
    let result = try bench.program.run(
      ["prove", "HEAD", "--json", "--repro", "sh run.sh"], in: bench.repository.path,
      adding: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    let error = try result.json()["error"]
    #expect(error["code"].text == "not-trusted")
    #expect(error["remedy"].text?.contains("safe.directory") == true)
  }

  @Test func `a broken repository is told apart from none`() throws {
    let bench = try Bench()
    try bench.repository.write("no ref\n", to: ".git/HEAD")
    let result = try bench.program.run(
      ["prove", "main", "--json", "--repro", "true"], in: bench.repository.path)
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["message"].text?.isEmpty == false)
  }
}
