import Scratch
import Storage
import Subprocess
import Testing

@Suite struct ReproTests {
  @Test func `a repro outside the tree is given by its path from where the user stands`() throws {
    let bench = try Bench()
    try bench.write("#!/bin/sh\nsh run.sh\n", beside: "check it.sh")
    let report = try bench.report(repro: "'../../check it.sh' --fast", in: "sub")
    #expect(report["verdict"].text == "proved")
    #expect(report["repro"]["script"].text == "\(bench.beside)/check it.sh")
    #expect(report["repro"]["directory"].text == "sub")
    #expect(report["repro"]["scriptDigest"].text?.count == 64)
  }

  @Test func `an untracked script in the working tree is the same for both trees`() throws {
    let bench = try Bench()
    try bench.repository.write("#!/bin/sh\nsh run.sh\n", to: "repro.sh")
    let report = try bench.report(repro: "./repro.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["repro"]["script"].text == "\(bench.repository.path)/repro.sh")
  }

  @Test func `a script that is staged but in no commit is the same for both trees`() throws {
    let bench = try Bench()
    try bench.repository.write("#!/bin/sh\nsh run.sh\n", to: "repro.sh")
    try bench.repository.git("add", "repro.sh")
    #expect(try bench.report(repro: "./repro.sh")["verdict"].text == "proved")
  }

  @Test func `a tracked script is that of each tree`() throws {
    let bench = try Bench(before: "#!/bin/sh\nexit 1\n", after: "#!/bin/sh\nexit 0\n")
    try bench.repository.write("#!/bin/sh\nexit 9\n", to: "run.sh")
    let report = try bench.report(repro: "./run.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["repro"]["script"].text == "run.sh")
  }

  @Test func `directory names where to work`() throws {
    let bench = try Bench()
    let result = try bench.program.run(
      ["-C", "\(bench.repository.path)/sub", "prove", "HEAD", "--repro", "sh run.sh", "--json"], in: "/")
    #expect(try result.json()["repro"]["directory"].text == "sub")
    #expect(result.ending == .exit(0))
  }

  @Test func `standard input is empty, whatever ours is`() throws {
    let result = try Bench().prove(
      ["HEAD", "--json", "--repro", "test \"$(wc -c)\" -eq 0 && sh run.sh"], input: "not for the repro\n")
    #expect(try result.json()["verdict"].text == "proved")
  }

  @Test func `the repro leads a session of its own, in the directory of its tree, without variables of git`()
    throws
  {
    let bench = try Bench()
    let report = try bench.report(
      repro:
        "test $(ps -o sid= -p $$) -eq $$ && test \"$PWD\" = \"$(pwd -P)\" && test -z \"$GIT_DIR$GIT_INDEX_FILE\" "
        + "&& test \"$(git rev-parse --show-toplevel)/sub\" = \"$PWD\" && sh run.sh",
      in: "sub", adding: ["GIT_INDEX_FILE": "\(bench.beside)/no-index"])
    #expect(report["verdict"].text == "proved", "\(report["sentence"])")
  }

  @Test func `shell chooses the shell`() throws {
    let report = try Bench().report(["--shell", "sh"], repro: "test -z \"$BASH_VERSION\" && sh run.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["environment"]["shell"].text?.hasSuffix("/sh") == true)
  }

  // MARK: Symptoms

  @Test func `only failures that match the symptom count`() throws {
    let bench = try Bench()
    #expect(try bench.report(["--symptom", "got [0-3]$"])["verdict"].text == "proved")
    let other = try bench.report(["--symptom", "lost updates"])
    #expect(other["verdict"].text == "other-failure-before")
    #expect(other["before"]["others"][0]["reason"]["kind"].text == "without-symptom")
    #expect(other["symptom"]["pinned"].text == "lost updates")
  }

  @Test func `a pinned symptom counts even where it looks like another failure`() throws {
    let report = try Bench(before: "no-such-program-here\n").report(["--symptom", "not found"])
    #expect(report["verdict"].text == "proved")
  }

  @Test func `a run that prints the symptom and ends well is no pass`() throws {
    let report = try Bench(after: "echo 'wanted 4, got 3'\n").report(["--symptom", "got 3"])
    #expect(report["verdict"].text == "other-failure-after")
    #expect(report["after"]["others"][0]["reason"]["kind"].text == "symptom-in-pass")
  }

  @Test func `a hang can be the symptom`() throws {
    let report = try Bench(before: "exec sleep 60\n").report(
      ["--symptom", "hang", "--timeout", "1s", "--confidence", "0.6"])
    #expect(report["verdict"].text == "proved")
    #expect(report["sentence"].text?.contains("2 of 2 runs did not end before it") == true)
    #expect(report["symptom"]["appearances"][0]["ending"].text == "does not end")
  }

  @Test func `where the hang is the symptom, another failure is not`() throws {
    let report = try Bench().report(["--symptom", "hang", "--timeout", "20s"])
    #expect(report["verdict"].text == "other-failure-before")
  }

  @Test func `a bad pattern is wrong usage that shows where`() throws {
    let result = try Bench().prove(["HEAD", "--repro", "sh run.sh", "--symptom", "a(b", "--json"])
    #expect(result.ending == .exit(2))
    #expect(try result.json()["error"]["code"].text == "bad-pattern")
  }

  @Test func `a death by signal is a failure of its own kind`() throws {
    let report = try Bench(before: "kill -SEGV $$\n").report()
    #expect(report["verdict"].text == "proved")
    #expect(report["symptom"]["appearances"][0]["ending"].text == "signal 11")
  }

  // MARK: Set-up, clean trees, the environment

  @Test func `the set-up is run once in each tree`() throws {
    let bench = try Bench(before: "cat built && exit 1\n", after: "cat built\n")
    let report = try bench.report(["--setup", "echo made > built; echo x >> \"$SCRATCH/setups\""])
    #expect(report["verdict"].text == "proved")
    #expect(bench.text(beside: "setups") == "x\nx\n")
  }

  @Test func `a set-up that fails in one tree names the tree and shows what it said`() throws {
    let report = try Bench().report(["--setup", "echo no rule to make it; sh run.sh"])
    #expect(report["verdict"].text == "setup-failed")
    #expect(
      report["sentence"].text == "The set-up command ended with exit status 1 in the tree before the fix.")
    #expect(report["before"]["setupFailure"].text?.contains("no rule to make it") == true)
    #expect(report["after"]["setupFailure"] == .null)
  }

  @Test func `a set-up that does not end is ended`() throws {
    let report = try Bench().report(["--setup", "exec sleep 60", "--setup-timeout", "200ms"])
    #expect(report["verdict"].text == "setup-failed")
  }

  @Test func `without fresh, a run sees what earlier runs left; with it, none does`() throws {
    let bench = try Bench(
      before: "test ! -e left && echo x > left && exit 1\ntrue\n", after: "echo x > left\n")
    let plain = try bench.report(["--max-runs", "8"])
    #expect(plain["before"]["failures"].integer == 1)
    let fresh = try bench.report(["--fresh", "--confidence", "0.99"])
    #expect(fresh["verdict"].text == "proved")
    #expect(fresh["repro"]["isFresh"] == .bool(true))
  }

  @Test(
    arguments: ["touch \"$(git rev-parse --git-dir)/index.lock\"", "rm -rf .git", "rm -rf \"$PWD\""])
  func `a run that spoils its tree does not spoil the clean tree of the next`(deed: String) throws {
    let report = try Bench().report(
      ["--fresh", "--confidence", "0.99"], repro: "cp run.sh \"$SCRATCH/run\"; \(deed); sh \"$SCRATCH/run\"")
    #expect(report["verdict"].text == "proved")
  }

  @Test func `fresh sets the clean tree up anew for each run`() throws {
    let bench = try Bench(before: "cat built && exit 1\n", after: "cat built\n")
    let report = try bench.report([
      "--fresh", "--setup", "test ! -e built && echo x > built", "--confidence", "0.99",
    ])
    #expect(report["verdict"].text == "proved")
  }

  @Test func `variables are set or recorded, and commands are recorded`() throws {
    let bench = try Bench()
    let report = try bench.report(
      [
        "--env", "MODE=a=b", "--env", "SCRATCH", "--env", "UNSET", "--record",
        "echo one; echo two >&2; exit 3",
      ],
      repro: "test \"$MODE\" = a=b && sh run.sh")
    #expect(report["verdict"].text == "proved")
    let variables = report["environment"]["variables"].elements
    #expect(variables.map { $0["name"].text } == ["MODE", "SCRATCH", "UNSET"])
    #expect(variables.map { $0["value"].text } == ["a=b", bench.beside, nil])
    let record = report["environment"]["records"][0]
    #expect(record["command"].text == "echo one; echo two >&2; exit 3")
    #expect(record["output"].texts == ["one", "two"])
    #expect(record["exitStatus"].integer == 3)
  }

  @Test func `offline takes the network away, or says that the system cannot`() throws {
    let result = try Bench().prove(
      ["HEAD", "--json", "--offline", "--repro", "test $(grep -c : /proc/net/dev) -eq 1 && sh run.sh"])
    let document = try result.json()
    #expect(
      document["verdict"].text == "proved" && document["repro"]["isOffline"] == .bool(true)
        || document["error"]["code"].text == "offline-unavailable")
  }

  // MARK: Difficult repros

  @Test func `what a repro leaves running in the background is ended, daemons too`() throws {
    let bench = try Bench(
      before: """
        sleep 61 &
        setsid sleep 62 &
        (setsid sh -c 'setsid sleep 63 & exit 0' &) </dev/null >/dev/null 2>&1
        echo 'wanted 4, got 3'
        exit 1

        """)
    let report = try bench.report()
    #expect(report["verdict"].text == "proved")
    #expect(report["notes"].texts.contains { $0.contains("had left behind were ended") })
  }

  @Test func `NULs and bytes that are no UTF-8 are output like any other`() throws {
    let bench = try Bench(
      before: "printf 'error: a\\000b \\377\\376 c\\n'; exit 1\n", after: "printf '\\000\\377'\n")
    let result = try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"])
    #expect(try result.json()["verdict"].text == "proved")
    let text = try bench.prove(["HEAD", "--repro", "sh run.sh", "--again"])
    #expect(!text.output.utf8.contains(0))
    let report = try bench.report(["--symptom", "^error: .*| c$"])
    #expect(report["verdict"].text == "proved")
  }

  @Test func `a repro that prints much is kept up to a limit, with its end`() throws {
    let bench = try Bench(
      before: "head -c 48000000 /dev/zero | tr '\\0' x; echo; echo 'wanted 4, got 3'; exit 1\n")
    let report = try bench.report(["--max-runs", "1", "--symptom", "got 3"])
    #expect(report["before"]["failures"].integer == 1)
    let directory = try #require(report["evidenceDirectory"].text)
    let log = try #require(report["symptom"]["appearances"][0]["log"].text)
    let bytes = try FileTree.read("\(directory)/logs/\(log)")
    #expect(bytes.count < 36 << 20)
    #expect(String(decoding: bytes.suffix(17), as: UTF8.self) == "\nwanted 4, got 3\n")
  }

  @Test func `files that a repro leaves in the tree go with it, whatever their names and modes`() throws {
    let bench = try Bench(
      before:
        "mkdir -p 'a b/deep'; echo x > \"$(printf 'a b/deep/new\\nline')\"; chmod 500 'a b/deep'; exit 1\n")
    #expect(try bench.report()["verdict"].text == "proved")
  }

  @Test func `a file with a name that is no UTF-8 goes with its tree`() throws {
    let bench = try Bench(before: "echo x > \"$(printf 'odd\\377name')\"; echo 'wanted 4, got 3'; exit 1\n")
    #expect(try bench.report()["verdict"].text == "proved")
  }
}
