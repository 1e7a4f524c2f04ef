import Scratch
import Storage
import Subprocess
import Testing

/// `origin --run`: the first commit at which a repro fails, by running it.
@Suite struct OriginRunTests {
  @Test func `the first commit that fails is found, with both ends run`() throws {
    var history = try OriginHistory()
    try history.add("good\n", ["check.sh": OriginHistory.check])
    for _ in 0..<5 { try history.add("good\n") }
    let origin = try history.add("bad\n")
    for _ in 0..<6 { try history.add("bad\n") }
    try history.add("good again\n")
    let before = try directoryDigest(history.repository.path)
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    #expect(report["verdict"].text == "found")
    let running = report["running"]
    #expect(running["outcome"].text == "found")
    #expect(running["commit"]["commit"].text == origin)
    let trials = running["trials"].elements
    let found = try #require(trials.first { $0["roles"].texts.contains("origin") })
    let parent = try #require(trials.first { $0["roles"].texts.contains("parent") })
    #expect(try #require(found["failures"].integer) >= 2 && found["passes"].integer == 0)
    #expect(try #require(parent["passes"].integer) >= 2 && parent["failures"].integer == 0)
    // Thirteen commits are searched: four runs by halves and four more, and without a proof failures up to eight.
    #expect(try #require(running["runs"].integer) <= 14)
    #expect(try directoryDigest(history.repository.path) == before)
    // Another call has nothing left to run.
    let again = try history.origin([]).report["running"]
    #expect(again["newRuns"].integer == 0)
    #expect(again["commit"] == running["commit"])
  }

  @Test func `a difference that is another in each run is no other failure`() throws {
    var history = try OriginHistory()
    let check = """
      grep -q good value.txt && exit 0
      echo '--- wanted'; echo '+++ got'; echo '@@ -1 +1 @@'; echo -good; echo "+word `LC_ALL=C tr -dc g-z </dev/urandom | head -c 12`"
      echo '1 failed'; exit 1

      """
    let origin = try history.fill(good: 4, bad: 5, check: check)
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
  }

  @Test func `a difference other than before the fix is another failure`() throws {
    var history = try OriginHistory()
    let check = """
      grep -q good value.txt && exit 0
      echo '--- wanted'; echo '+++ got'; echo '@@ -1 +1 @@'; echo -good; echo "+`cat value.txt`"
      echo '1 failed'; exit 1

      """
    for _ in 0..<4 { try history.add("worse\n", ["check.sh": check]) }
    let first = try history.add("bad\n")
    for _ in 0..<3 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "not-testable-before")
    #expect(report["running"]["commit"]["commit"].text == first)
  }

  @Test func `a repro that fails with the fix as well tells nothing of when the bug began`() throws {
    var history = try OriginHistory()
    try history.fill(good: 3, bad: 3)
    let (ending, report) = try history.origin([], repro: "echo 'wanted good'; exit 1")
    #expect(ending == .exit(3))
    let running = report["running"]
    #expect(running["outcome"].text == "fails-after")
    #expect(running["commit"].text == nil)
    #expect(
      try #require(running["sentence"].text).hasPrefix("The repro fails with the fix as well, in 3 of 3 runs")
    )
    let again = try history.origin([], repro: "echo 'wanted good'; exit 1").report["running"]
    #expect(again["outcome"].text == "fails-after" && again["newRuns"].integer == 0)
  }

  @Test
  func `where it fails since before there was anything to test, and passes in between, nothing is decided`()
    throws
  {
    var history = try OriginHistory()
    let check = "sh app.sh 2>/dev/null | grep -q six || { echo wrong; exit 1; }\n"
    for _ in 0..<60 { try history.add("", ["app.sh": "true\n", "set.sh": "off=\n", "check.sh": check]) }
    let feature = { (blank: String) in "true\n. ./set.sh\necho \"${off}six\" |\(blank)sed 's/^off.*/seven/'\n"
    }
    try history.add("", ["app.sh": feature("")])
    try history.add("")
    try history.add("", ["set.sh": "off=off\n"])
    for _ in 0..<30 { try history.add("") }
    try history.add("", ["app.sh": feature(" cat - | ")])
    for _ in 0..<6 { try history.add("") }
    try history.add("", ["app.sh": "true\n. ./set.sh\necho six\n"])
    let (ending, report) = try history.origin([])
    let running = report["running"]
    #expect(running["outcome"].text == "undecided")
    #expect(ending == .exit(3))
    #expect(try #require(running["sentence"].text).contains("it fails for more than one reason"))
  }

  @Test(arguments: [["--repro", "sh check.sh"], ["--parallel", "2"]])
  func `what says how to run the repro is not passed over where nothing is run`(words: [String]) throws {
    var history = try OriginHistory()
    try history.fill(good: 2, bad: 2)
    let result = try PostmortemProgram().run(["origin", "HEAD"] + words, in: history.repository.path)
    #expect(result.ending == .exit(2))
    #expect(result.error.contains("\(words[0]) says how the repro is run, and without --run nothing is."))
  }

  @Test func `where a graft ends the history the bug may be older`() throws {
    var history = try OriginHistory()
    try history.fill(good: 3, bad: 4)
    try history.repository.git("replace", "--graft", history.ids[4])
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "not-testable-before")
    #expect(
      try #require(report["running"]["sentence"].text).contains("by a graft, a replacement or its length"))
  }

  @Test func `code that was copied as it is did not come with the copy`() throws {
    var history = try OriginHistory()
    let check =
      "[ -f new.sh ] || { echo 'no new.sh'; exit 2; }\n! grep -q bad new.sh || { echo 'wanted good'; exit 1; }\n"
    for _ in 0..<3 { try history.add("", ["old.sh": "echo bad\n", "check.sh": check]) }
    try history.add("", ["new.sh": "echo bad\n"])
    for _ in 0..<3 { try history.add("") }
    try history.add("", ["new.sh": "echo good\n"])
    let (_, report) = try history.origin([])
    #expect(report["running"]["outcome"].text == "not-testable-before")
  }

  @Test func `that runs may leave something behind is said where they turned to failing`() throws {
    var history = try OriginHistory()
    let check = "[ ! -f left ] || { echo 'wanted good'; exit 1; }\ntouch left\n"
    try history.fill(good: 5, bad: 5, check: check)
    let (_, report) = try history.origin(["--max-runs", "30"])
    #expect(
      report["notes"].texts.contains { $0.contains("--fresh gives each run a clean tree") },
      "\(report["notes"].texts)")
  }

  @Test func `the program that the fix mends is no test, though the repro names it`() throws {
    var history = try OriginHistory()
    let program = { (text: String) in "[ \(text) = good ] || { echo 'wanted good'; exit 1; }\n" }
    for _ in 0..<4 { try history.add("", ["tool.sh": program("good")]) }
    let origin = try history.add("", ["tool.sh": program("bad")])
    for _ in 0..<4 { try history.add("") }
    try history.add("", ["tool.sh": "# Mended.\n" + program("good")])
    let (ending, report) = try history.origin([], repro: "sh tool.sh")
    #expect(ending == .exit(0))
    #expect(report["running"]["outcome"].text == "found")
    #expect(report["running"]["commit"]["commit"].text == origin)
  }

  @Test func `where the directory is not there in which one stands, the repro cannot be run`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n") }
    for _ in 0..<2 { try history.add("bad\n") }
    let first = try history.add("bad\n", ["sub/x": "1"])
    for _ in 0..<2 { try history.add("bad\n") }
    try history.add("good\n")
    let result = try PostmortemProgram().run(
      [
        "origin", "HEAD", "--run", "--repro", "grep -q good ../value.txt || { echo 'wanted good'; exit 1; }",
        "--cache",
        history.cache, "--json", "--max-time", "2m",
      ], in: "\(history.repository.path)/sub")
    let running = try result.json()["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(running["commit"]["commit"].text == first)
    #expect(
      try #require(running["sentence"].text).contains(
        "the directory sub, in which commands are to run, is not there"))
  }

  @Test func `a bug as old as its code is said to be so`() throws {
    var history = try OriginHistory()
    let first = try history.add("bad\n", ["check.sh": OriginHistory.check])
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    #expect(report["running"]["outcome"].text == "since-added")
    #expect(report["running"]["commit"]["commit"].text == first)
  }

  @Test func `where older commits cannot be built that is the answer, with the reason`() throws {
    var history = try OriginHistory()
    for _ in 0..<6 { try history.add("good\n", ["check.sh": OriginHistory.check, "build.sh": "exit 3\n"]) }
    let first = try history.add("bad\n", ["build.sh": "exit 0\n"])
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin(["--setup", "sh build.sh"])
    #expect(ending == .exit(3))
    let running = report["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(running["commit"]["commit"].text == first)
    #expect(try #require(running["sentence"].text).contains("the set-up command ended with exit status 3"))
    let kept = "is kept: --again tries anew."
    #expect(!report["notes"].texts.contains { $0.hasSuffix(kept) })
    #expect(
      try history.origin(["--setup", "sh build.sh"]).report["notes"].texts.contains { $0.hasSuffix(kept) })
    #expect(report["verdict"].text != "found")
  }

  private static let featureCheck = """
    grep -q feature code.sh || { echo 'there is no feature'; exit 1; }
    ! grep -q 'feature bad' code.sh || { echo 'wanted good'; exit 1; }

    """

  @Test func `a bug as old as the lines that the fix takes away is said to be so`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 { try history.add("", ["code.sh": Self.begin, "check.sh": Self.featureCheck]) }
    let first = try history.add("", ["code.sh": Self.begin + "run_feature() {\n  echo feature bad\n}\n"])
    for _ in 0..<3 { try history.add("") }
    try history.add("", ["code.sh": Self.begin + "run_feature() {\n  echo feature good\n}\n"])
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    let running = report["running"]
    #expect(running["outcome"].text == "since-added")
    #expect(running["commit"]["commit"].text == first)
    #expect(
      try #require(running["sentence"].text).contains("which brings the line of code that the fix takes away")
    )
  }

  private static let begin = (1...30).map { "echo \($0)\n" }.joined()

  @Test(arguments: [
    // In the place of other lines.
    (begin + "echo old\n", begin + "echo feature bad\n"),
    // From another place of the file.
    ("echo feature bad\n" + begin, begin + "echo feature bad\n"),
    // Beside much that was taken away.
    (begin + begin, begin + "echo feature bad\n"),
  ])
  func `lines that took the place of others are not said to have been brought`(old: String, new: String)
    throws
  {
    var history = try OriginHistory()
    let check = Self.featureCheck.replacing(
      "feature code.sh", with: "'^echo feature' code.sh && test -f on.txt")
    for _ in 0..<4 { try history.add("", ["code.sh": old, "check.sh": check]) }
    let first = try history.add("", ["code.sh": new, "on.txt": ""])
    for _ in 0..<3 { try history.add("") }
    try history.add("", ["code.sh": new.replacing("bad", with: "good")])
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "not-testable-before")
    #expect(report["running"]["commit"]["commit"].text == first)
  }

  @Test func `code that was moved there is not said to have been brought`() throws {
    var history = try OriginHistory()
    let check = "cat code.sh src/code.sh 2>/dev/null | grep -q good || { echo 'wanted good'; exit 1; }\n"
    for _ in 0..<4 {
      try history.add(
        "", ["code.sh": "echo bad\n", "check.sh": check, "build.sh": "exit 3\n"])
    }
    try history.repository.git("rm", "--quiet", "code.sh")
    let first = try history.add("", ["src/code.sh": "echo bad\n", "build.sh": "exit 0\n"])
    for _ in 0..<3 { try history.add("") }
    try history.add("", ["src/code.sh": "echo good\n"])
    let (ending, report) = try history.origin(["--setup", "sh build.sh"])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "not-testable-before")
    #expect(report["running"]["commit"]["commit"].text == first)
  }

  @Test func `before a commit it cannot be tested only where its parents have been tried`() throws {
    var history = try OriginHistory()
    let git = history.repository
    try history.add("bad\n", ["check.sh": OriginHistory.check, "build.sh": "exit 3\n"])
    for _ in 0..<30 { try history.add("bad\n") }
    let parent = try #require(history.ids.last)
    // A side that can be built, of a main line that cannot: in the order of the history they stand one behind the other.
    try git.git("checkout", "--quiet", "-b", "side")
    let first = try history.add("bad\n", ["build.sh": "exit 0\n"])
    for _ in 0..<2 { try history.add("bad\n") }
    try git.git("checkout", "--quiet", "main")
    for number in 0..<20 {
      try git.git("commit", "--quiet", "--allow-empty", "--message", "Main \(number)")
    }
    try git.git("merge", "--quiet", "--no-edit", "side")
    for _ in 0..<2 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin(["--setup", "sh build.sh"])
    #expect(ending == .exit(3))
    let running = report["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(running["commit"]["commit"].text == first)
    let tried = try #require(running["trials"].elements.first { $0["commit"]["commit"].text == parent })
    #expect(tried["obstacle"].text?.contains("exit status 3") == true)
  }

  @Test func `commits between that cannot be built are not guessed at`() throws {
    var history = try OriginHistory()
    try history.add("good\n", ["check.sh": OriginHistory.check, "build.sh": "exit 0\n"])
    for _ in 0..<4 { try history.add("good\n") }
    let gap = try [history.add("good\n", ["build.sh": "exit 3\n"]), history.add("bad\n")]
    let first = try history.add("bad\n", ["build.sh": "exit 0\n"])
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin(["--setup", "sh build.sh"])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "one-of")
    #expect(report["running"]["oneOf"].elements.map { $0["commit"].text } == gap + [first])
  }

  @Test func `a failure of another kind is not the bug`() throws {
    var history = try OriginHistory()
    // Before the third commit the repro fails too, and says why: it is no older sign of the same bug.
    let other = "grep -q feature value.txt || { echo 'error: no such feature'; exit 1; }\n"
    for _ in 0..<3 { try history.add("nothing\n", ["check.sh": other + OriginHistory.check]) }
    let first = try history.add("feature bad\n")
    for _ in 0..<3 { try history.add("feature bad\n") }
    try history.add("feature good\n")
    let report = try history.origin([]).report
    let running = report["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(running["commit"]["commit"].text == first)
    #expect(try #require(running["sentence"].text).contains("in another way"))
    #expect(
      report["notes"].texts.contains { $0.contains("no such feature") && $0.contains("--symptom REGEX") })
  }

  @Test func `the same failure on another line is the same failure`() throws {
    var history = try OriginHistory()
    let check =
      "grep -q good value.txt || { echo \"check.sh:$(wc -l <value.txt):5: wanted good\"; exit 1; }\n"
    for _ in 0..<3 { try history.add("good\n", ["check.sh": check]) }
    let origin = try history.add("bad\n")
    for lines in 1...4 { try history.add(String(repeating: "bad\n", count: lines + 1)) }
    try history.add("good\n")
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
  }

  @Test func `the test of the fix is carried back`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n") }
    let origin = try history.add("bad\n")
    for _ in 0..<3 { try history.add("bad\n") }
    try history.add("good\n", ["tests/check.sh": OriginHistory.check])
    let (ending, report) = try history.origin([], repro: "sh tests/check.sh")
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
    #expect(report["running"]["carried"].texts == ["tests/check.sh"])
  }

  @Test func `a repro that passes before the fix finds nothing`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n", ["check.sh": OriginHistory.check]) }
    try history.add("good too\n")
    let (ending, report) = try history.origin(["--max-runs", "70"])
    #expect(ending == .exit(3))
    #expect(report["running"]["outcome"].text == "passes-before")
  }

  @Test func `a budget that is spent leaves it open, and the next call goes on`() throws {
    var history = try OriginHistory()
    try history.add("good\n", ["check.sh": OriginHistory.check])
    for _ in 0..<9 { try history.add("good\n") }
    let origin = try history.add("bad\n")
    for _ in 0..<9 { try history.add("bad\n") }
    try history.add("good\n")
    let first = try history.origin(["--max-runs", "2"])
    #expect(first.ending == .exit(3))
    #expect(first.report["running"]["outcome"].text == "undecided")
    #expect(first.report["running"]["newRuns"].integer == 2)
    let second = try history.origin([])
    #expect(second.ending == .exit(0))
    #expect(second.report["running"]["commit"]["commit"].text == origin)
    let runs = try #require(second.report["running"]["runs"].integer)
    #expect(second.report["running"]["newRuns"].integer == runs - 2)
  }

  @Test func `at a merge each parent has to pass`() throws {
    var history = try OriginHistory()
    try history.add(
      "good\n", ["check.sh": "[ -f one ] && [ -f two ] && { echo 'wanted one of them'; exit 1; }\nexit 0\n"])
    let git = history.repository
    try git.git("checkout", "--quiet", "-b", "side")
    try history.add("good\n", ["one": ""])
    try git.git("checkout", "--quiet", "main")
    try git.write("", to: "two")
    try git.git("add", "two")
    try git.git("commit", "--quiet", "--message", "Two")
    try git.git("merge", "--quiet", "--no-edit", "side")
    let merge = try git.git("rev-parse", "HEAD")
    for _ in 0..<3 { try history.add("good\n") }
    try git.git("rm", "--quiet", "one")
    try git.git("commit", "--quiet", "--message", "Mend")
    let (ending, report) = try history.origin([])
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == merge)
    let parents = report["running"]["trials"].elements.filter { $0["roles"].texts.contains("parent") }
    #expect(parents.count == 2)
    #expect(parents.allSatisfy { ($0["passes"].integer ?? 0) >= 1 })
  }

  @Test func `where the history of a shallow clone ends nothing older is claimed`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n", ["check.sh": OriginHistory.check]) }
    for _ in 0..<5 { try history.add("bad\n") }
    try history.add("good\n")
    let clone = try ScratchRepository(cloning: history.repository, ["--depth", "4"])
    let result = try PostmortemProgram().run(
      [
        "origin", "HEAD", "--run", "--repro", "sh check.sh", "--cache", history.cache, "--json", "--max-time",
        "2m",
      ],
      in: clone.path)
    #expect(result.ending == .exit(3))
    let running = try result.json()["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(try #require(running["sentence"].text).contains("git fetch --unshallow"))
  }

  // MARK: Several at once

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileTree.read(path), as: UTF8.self)
  }

  @Test func `several commits are run at once, and the answer is the same`() throws {
    var history = try OriginHistory()
    let meeting = "\(history.repository.surroundings.path)/meeting"
    // The second run and the third wait for each other: one after the other, the second would not end.
    let origin = try history.fill(
      good: 9, bad: 12,
      check: """
        mkdir -p \(meeting)
        if mkdir \(meeting)/1 2>/dev/null; then :
        elif mkdir \(meeting)/2 2>/dev/null; then mkfifo \(meeting)/pipe; cat \(meeting)/pipe
        elif mkdir \(meeting)/3 2>/dev/null; then
          until [ -p \(meeting)/pipe ]; do :; done
          echo met >\(meeting)/pipe
        fi
        \(OriginHistory.check)
        """)
    let (ending, report) = try history.origin(["--parallel", "3"])
    #expect(ending == .exit(0))
    let running = report["running"]
    #expect(running["commit"]["commit"].text == origin)
    #expect(running["trials"].elements.allSatisfy { $0["others"].integer == 0 })
    #expect(FileTree.isDirectory("\(meeting)/3"))
    // What was kept of several at once is taken in as it was: nothing is left to run.
    let again = try history.origin([]).report["running"]
    #expect(again["newRuns"].integer == 0)
    #expect(again["trials"] == running["trials"])
  }

  @Test func `the end of a run leaves the daemons of another that goes on alone`() throws {
    var history = try OriginHistory()
    let place = history.repository.surroundings.path
    let evidence = "\(history.cache)/searches/*/1/evidence.jsonl"
    // The second run starts a daemon and waits until two runs are kept, so that another has ended.
    try history.fill(
      good: 9, bad: 12,
      check: """
        if mkdir \(place)/1 2>/dev/null; then :
        elif mkdir \(place)/2 2>/dev/null; then
          (setsid tail -f /dev/null >/dev/null 2>&1 & echo $! >\(place)/daemon)
          tail -n +2 -f \(evidence) | head -n 1 >/dev/null
          kill -0 "$(cat \(place)/daemon)" && : >\(place)/alive
        fi
        \(OriginHistory.check)
        """)
    let (ending, _) = try history.origin(["--parallel", "2"])
    #expect(ending == .exit(0))
    #expect(FileTree.isFile("\(place)/alive"))
    let daemon = try #require(Int32(Self.text("\(place)/daemon").dropLast()))
    #expect(!FileTree.isDirectory("/proc/\(daemon)"))
  }

  @Test
  func `an interruption ends all that run at once, and the next call goes on from those that had ended`()
    throws
  {
    var history = try OriginHistory()
    let place = history.repository.surroundings.path
    let origin = try history.fill(
      good: 9, bad: 12,
      check: """
        for n in 1 2 3 4 5 6; do mkdir \(place)/$n 2>/dev/null && break; done
        if [ $n -eq 5 ]; then kill -INT $PPID; exec tail -f /dev/null; fi
        \(OriginHistory.check)
        """)
    let first = try history.origin(["--parallel", "3"])
    #expect(first.ending == .exit(130))
    #expect(first.report["running"]["outcome"].text == "interrupted")
    let kept = try #require(first.report["running"]["runs"].integer)
    #expect(kept >= 4)
    let second = try history.origin(["--parallel", "3"])
    #expect(second.ending == .exit(0))
    let running = second.report["running"]
    #expect(running["commit"]["commit"].text == origin)
    #expect(running["newRuns"].integer == (running["runs"].integer ?? 0) - kept)
  }

  @Test func `no more runs are made at once than are left`() throws {
    var history = try OriginHistory()
    try history.fill(good: 20, bad: 20)
    let running = try history.origin(["--parallel", "4", "--max-runs", "3"]).report["running"]
    #expect(running["outcome"].text == "undecided")
    #expect(running["newRuns"].integer == 3)
  }

  @Test func `a number of runs at once that makes no sense is refused`() throws {
    var history = try OriginHistory()
    try history.fill(good: 1, bad: 1)
    for number in ["0", "100000"] {
      #expect(try history.origin(["--parallel", number]).ending == .exit(2))
    }
  }

  @Test func `a set-up that ran out of time is tried again by the next call, one that failed is not`() throws
  {
    var history = try OriginHistory()
    let place = history.repository.surroundings.path
    let build = """
      cat step.txt >>\(place)/built
      case $(cat step.txt) in
      [0-3]) exit 3 ;;
      [45]) [ -e \(place)/ready ] || exec tail -f /dev/null ;;
      esac
      """
    try history.add("good\n", ["check.sh": OriginHistory.check, "build.sh": build])
    for _ in 1..<6 { try history.add("good\n") }
    let origin = try history.add("bad\n")
    for _ in 7..<12 { try history.add("bad\n") }
    try history.add("good again\n")
    let options = ["--setup", "sh build.sh", "--setup-timeout", "2s"]
    let first = try history.origin(options + ["--parallel", "2"])
    #expect(first.report["running"]["outcome"].text == "not-testable-before")
    let built = try Self.text("\(place)/built")
    try FileTree.write([], to: "\(place)/ready")
    let second = try history.origin(options)
    #expect(second.ending == .exit(0))
    #expect(second.report["running"]["commit"]["commit"].text == origin)
    let tried = built.split(separator: "\n").filter { Int($0).map { $0 < 4 } ?? false }
    let all = try Self.text("\(place)/built").split(separator: "\n").map(String.init)
    for step in Set(tried) { #expect(all.count { $0 == step } == tried.count { $0 == step }) }
  }
}
