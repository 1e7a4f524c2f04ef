import Scratch
import Storage
import Subprocess
import Testing

/// Whatever ends a call, the case opens, nothing that was confirmed is lost, and no value stands without evidence.
@Suite struct CaseDurabilityTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
  }

  private var record: String { "\(bench.repository.path)/docs/postmortems/RILL-1.md" }

  /// Files that nobody is writing any more.
  private func left() throws -> [String] {
    try ["", "/logs"].flatMap { try FileTree.list(bench.place() + $0) }
      .filter { $0.hasSuffix(".tmp") || $0.hasSuffix(".growing") }
  }

  /// Expects that each action that stands in the case was attested, and is one of those that were tried.
  private func expectAttestedActions(
    _ confirmed: [Substring], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let standing = try bench.caseText().split(separator: "\n").filter { $0.hasPrefix("  - what: ") }
      .map { $0.dropFirst("  - what: ".count) }
    let evidence = try bench.evidence()
    let attested = Set(evidence.compactMap { $0["fact"]["attested"]["value"].text })
    #expect(standing.allSatisfy { attested.contains(String($0)) }, sourceLocation: sourceLocation)
    #expect(Set(confirmed).subtracting(standing) == [], sourceLocation: sourceLocation)
    #expect(Set(standing).count == standing.count, sourceLocation: sourceLocation)
    #expect(
      evidence.map { $0["number"].integer } == Array(1...evidence.count), sourceLocation: sourceLocation)
    #expect(try bench.call("gate", "RILL-1").ending == .exit(3), sourceLocation: sourceLocation)
  }

  #if os(Linux)
    /// Makes a call again and again, killed at its first change of a file, at its second, and so on until it ends.
    ///
    /// - Parameters:
    ///   - call: a line of the shell, in which `$n` is the number of the call.
    ///   - variables: what else the library is told.
    ///   - before: what is run before each call.
    ///   - after: what is run after it.
    /// - Returns: the status of each call, and its number.
    private func sweep(
      _ call: String, adding variables: String = "", before: String = ":", after: String = ":"
    ) throws
      -> [Substring]
    {
      let faults = try FaultPoints()
      return try bench.script(
        """
        n=0
        while [ $n -lt 300 ]; do
          \(before)
          error=$(LD_PRELOAD='\(faults.library)' FAULT_AT=$n \(variables) \(call) 2>&1 >/dev/null)
          s=$?
          echo "$s $n" $error
          \(after)
          [ $s -ne 0 ] || break
          n=$((n + 1))
        done 2>/dev/null
        """
      ).split(separator: "\n")
    }

    // MARK: A crash between any two changes

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `set, killed before any one of its changes`() throws {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      let endings = try sweep("\"$P\" set RILL-1 actions.new.what=a$n actions.new.owner=o$n")
      #expect(endings.count > 8)
      #expect(endings.dropLast().allSatisfy { $0.hasPrefix("137 ") })
      try expectAttestedActions(["a\(endings.count - 1)"])
      #expect(try left() == [])
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func
      `edit, killed before any one of its changes, leaves the case whole and the text with whoever goes on`()
      throws
    {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      let endings = try sweep("EDITOR=\"sed -i -e 's/^owner:.*/owner: o$n/'\" \"$P\" edit RILL-1")
      #expect(endings.count > 12)
      #expect(endings.dropLast().allSatisfy { $0.hasPrefix("137 ") })
      #expect(try bench.caseText().contains("\nowner: o\(endings.count - 1)\n"))
      let attested = try bench.evidence().map { $0["fact"]["attested"] }.filter {
        $0["field"].text == "owner"
      }
      #expect(attested.last?["value"].text == "o\(endings.count - 1)")
      #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
      #expect(try left() == [])
      #expect(try FileTree.list(bench.place()).filter { $0.hasPrefix("case.edit") } == ["case.edit.lock"])
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `new, killed before any one of its changes, is there whole or is made whole by the next call`()
      throws
    {
      let call = "R-$n --fix HEAD --repro 'sh run.sh'"
      let endings = try sweep(
        "\"$P\" new \(call)", after: "\"$P\" new \(call) >/dev/null 2>&1; echo \"again $? $n\"")
      let killed = endings.filter { $0.hasPrefix("137 ") }
      let again = endings.filter { $0.hasPrefix("again ") }.map { $0.split(separator: " ") }
      #expect(killed.count > 12)
      #expect(again.count == killed.count + 1)
      #expect(Set(again.map { $0[1] }) == ["0", "6"])
      let whole = try #require(again.last?[2])
      let facts = try bench.evidence("R-\(whole)").map { $0["fact"] }
      for key in again.map({ "R-\($0[2])" }) {
        #expect(
          try bench.caseText(key).replacing(key, with: "R-\(whole)") == bench.caseText("R-\(whole)"), "\(key)"
        )
        #expect(try bench.evidence(key).map { $0["fact"] } == facts, "\(key)")
      }
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `try, killed before any one of its changes, leaves the ledger whole and nothing beside it`() throws {
      try bench.prepare("new", "RILL-1")
      try bench.repository.write("other\n", to: "run.sh")
      let endings = try sweep("\"$P\" try RILL-1 --changed a$n -- head -c 300000 /dev/zero")
      #expect(endings.count > 12)
      #expect(endings.dropLast().allSatisfy { $0.hasPrefix("137 ") })
      let ledger = try bench.call("ledger", "RILL-1", "--json").json()
      let entries = ledger["entries"].elements
      #expect(entries.last?["experiment"]["changed"].text == "a\(endings.count - 1)")
      #expect(entries.map { $0["number"].integer } == Array(1...entries.count))
      #expect(ledger["unreadableLines"].integer == 0)
      for file in entries.compactMap({ $0["experiment"]["output"]["file"].text }) {
        #expect(FileTree.size("\(bench.place())/\(file)") == 300_000)
      }
      #expect(try left() == [])
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `draft, killed before any one of its changes, leaves the whole record or none`() throws {
      try bench.prepareRecord()
      let whole = try FileTree.read(record)
      let sizes = "wc -c <docs/postmortems/RILL-1.md || echo none; rm -f docs/postmortems/RILL-1.md"
      let endings = try sweep("\"$P\" draft RILL-1 --wrong 'Fix: it is old'", after: sizes)
      #expect(endings.count { $0.hasPrefix("137 ") } > 8)
      #expect(
        endings.allSatisfy {
          $0.hasPrefix("137 ") || $0.hasPrefix("0 ") || $0 == "none" || $0 == "\(whole.count)"
        },
        "\(endings)")
      try bench.prepare("draft", "RILL-1", "--wrong", "Fix: it is old")
      #expect(try FileTree.read(record) == whole)
      #expect(try left() == [])
      #expect(try FileTree.list(Path.parent(record)) == ["RILL-1.md"])
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `what a killed draft has written is not taken for a person's by the next one`() throws {
      try bench.prepareRecord()
      let endings = try sweep(
        "\"$P\" draft RILL-1 --wrong 'Fix: it is old'",
        before: "\"$P\" set RILL-1 fix.summary=\"It carries $n.\" >/dev/null",
        after: """
          "$P" set RILL-1 fix.summary="It carries again $n." >/dev/null
          "$P" draft RILL-1 --wrong 'Fix: it is old' >/dev/null
          grep -c "It carries again $n[.]" docs/postmortems/RILL-1.md
          """)
      #expect(endings.count { $0.hasPrefix("137 ") } > 12)
      #expect(endings.allSatisfy { $0.hasPrefix("137 ") || $0.hasPrefix("0 ") || $0 == "1" }, "\(endings)")
    }

    // MARK: A crash at any time

    /// An operation, and how its calls are told apart.
    enum Killed: String, CaseIterable {
      case new = "new R-$n --fix HEAD"
      case set = "set RILL-1 actions.new.what=a$n actions.new.owner=o actions.new.tracked=t"
      case `try` = "try RILL-1 --changed a$n -- head -c 1500000 /dev/zero"
      case draft = "draft RILL-1 --wrong 'Fix: it is old'"
    }

    @Test(arguments: Killed.allCases)
    func `kill -9 at random moments leaves a case that opens, with nothing lost that was confirmed`(
      operation: Killed
    ) throws {
      try bench.prepareRecord()
      let clock = ContinuousClock()
      let life = try clock.measure {
        _ = try bench.script("n=life; \"$P\" \(operation.rawValue) >/dev/null")
      }
      var moments = RandomMoments()
      let endings = try bench.script(
        """
        n=0
        for moment in \(moments.draw(over: life).joined(separator: " ")); do
          timeout -s KILL $moment "$P" \(operation.rawValue) >/dev/null 2>&1
          echo "$? $n"
          n=$((n + 1))
        done
        """
      ).split(separator: "\n")
      let confirmed = endings.filter { $0.hasPrefix("0 ") }.map { $0.dropFirst(2) }
      #expect(endings.allSatisfy { $0.hasPrefix("0 ") || $0.hasPrefix("137 ") }, "\(endings)")
      #expect(endings.contains { $0.hasPrefix("137 ") }, "none was killed")
      #expect(try bench.call("gate", "RILL-1").ending == .exit(0))
      for number in confirmed where operation == .new {
        #expect(try bench.call("gate", "R-\(number)").ending == .exit(3))
      }
      let text = try bench.caseText()
      let values = Set(try bench.evidence().compactMap { $0["fact"]["attested"]["value"].text })
      for number in confirmed where operation == .set {
        #expect(text.contains("\n  - what: a\(number)\n") && values.contains("a\(number)"))
      }
      let tried = try bench.call("ledger", "RILL-1", "--json").json()["entries"].elements
        .compactMap { $0["experiment"]["changed"].text }
      for number in confirmed where operation == .try { #expect(tried.contains("a\(number)")) }
      #expect(try bench.call("draft", "RILL-1", "--wrong", "Fix: it is old").ending == .exit(0))
      #expect(try bench.call("set", "RILL-1", "title=last").ending == .exit(0))
      #expect(try left() == [])
    }

    // MARK: Several at once

    @Test func `twenty processes that write to one ledger lose no line`() throws {
      try bench.prepare("new", "RILL-1")
      let statuses = try bench.script(
        """
        for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          { "$P" note RILL-1 "a$n" >/dev/null; echo $?; } &
        done
        wait
        """)
      #expect(statuses == String(repeating: "0\n", count: 20))
      let entries = try bench.call("ledger", "RILL-1", "--json").json()["entries"].elements
      #expect(entries.map { $0["number"].integer } == Array(1...20))
      #expect(Set(entries.compactMap { $0["note"].text }) == Set((1...20).map { "a\($0)" }))
    }

    @Test func `twenty processes that change one case lose no value`() throws {
      try bench.prepare("new", "RILL-1")
      let statuses = try bench.script(
        """
        for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          { "$P" set RILL-1 actions.new.what=a$n >/dev/null; echo $?; } &
        done
        wait
        """)
      #expect(statuses == String(repeating: "0\n", count: 20))
      try expectAttestedActions((1...20).map { "a\($0)" })
    }

    // MARK: A full disk

    @Test(
      .enabled(if: FaultPoints.canBeMade, "there is no C compiler"), arguments: ["new R-$n", "set RILL-1"])
    func `a disk that is full from any change on is told, and what was there is as it was`(call: String)
      throws
    {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD")
      // The number of ENOSPC on Linux.
      let endings = try sweep(
        "\"$P\" \(call == "set RILL-1" ? "\(call) actions.new.what=a$n" : call)", adding: "FAULT_ERRNO=28")
      #expect(endings.count > 6)
      for ending in endings.dropLast() {
        #expect(ending.hasPrefix("1 "), "\(ending)")
        #expect(ending.contains(": No space left on device. "), "\(ending)")
        #expect(ending.contains(".postmortem"), "\(ending)")
        #expect(ending.contains("Free some space there") && !ending.contains("--cache"), "\(ending)")
      }
      try expectAttestedActions(call == "set RILL-1" ? ["a\(endings.count - 1)"] : [])
      #expect(try left() == [])
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `a case on a file system that is full`() throws {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      let script = """
        cp -R .postmortem ../kept && mount -t tmpfs -o size=64k none .postmortem && cp -R ../kept/. .postmortem
        cat /dev/zero >.postmortem/full 2>/dev/null
        for call in "set RILL-1 title=x" "new RILL-2" "note RILL-1 $(head -c 9000 /dev/zero | tr '\\0' a)"; do
          "$P" $call 2>&1 | cut -c 1-300
        done
        rm .postmortem/full
        "$P" gate RILL-1 | head -1
        "$P" set RILL-1 title=x | grep -c ^set
        cmp .postmortem/cases/RILL-1/case.yaml ../kept/cases/RILL-1/case.yaml | wc -l
        """
      let output = try inOwnNamespace(script)
      #expect(
        output.split(separator: "\n").count { $0.contains("No space left on device") } == 3, "\(output)")
      #expect(!output.contains("--cache"))
      #expect(output.hasSuffix("Closed: the gate of RILL-1\n1\n1\n"), "\(output)")
    }

    @Test func `a limit on the size of files is told, and what was there is as it was`() throws {
      try bench.prepare("new", "RILL-1")
      let before = try directoryDigest(bench.place())
      // In blocks of 512 bytes: `case.yaml` is larger.
      let output = try bench.script("ulimit -f 1; \"$P\" set RILL-1 title=x 2>&1; echo $?")
      #expect(output.contains("case.yaml”: File too large."), "\(output)")
      #expect(output.contains("Raise the limit: ulimit -f unlimited."))
      #expect(output.hasSuffix("\n1\n"))
      expectEqualText(try directoryDigest(bench.place()), before)
    }

    // MARK: A read-only tree

    /// Runs a script as one that may mount, in a view of the file systems of its own.
    private func inOwnNamespace(_ script: String) throws -> String {
      let command = Command(
        "unshare", ["--mount", "sh", "-c", "cd \"$1\"; \(script)", "sh", bench.repository.path],
        environment: bench.program.environment.merging(["P": bench.program.path]) { $1 },
        workingDirectory: "/")
      return String(decoding: try Spawner().capture(command).output, as: UTF8.self)
    }

    /// Runs a call where the repository takes no writing, and gives its output and then its status.
    private func readOnly(_ call: String) throws -> String {
      try inOwnNamespace(
        "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && cd \"$1\" && \"$P\" \(call); echo $?"
      )
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `in a read-only tree writing is refused with the reason, and the case is as it was`() throws {
      try bench.openGate()
      let before = try bench.repository.digest()
      for call in [
        "set RILL-1 title=x", "new RILL-2", "new RILL-3 --fix HEAD", "note RILL-1 x", "draft RILL-1",
      ] {
        let output = try readOnly("\(call) --json")
        #expect(output.hasSuffix("\n4\n"), "\(output)")
        #expect(output.contains("\"no-permission\""), "\(output)")
        #expect(output.contains(".postmortem"), "\(output)")
        #expect(output.contains("Read-only file system."), "\(output)")
        #expect(output.contains("live in the working tree") && !output.contains("--cache"))
      }
      expectEqualText(try bench.repository.digest(), before)
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `a read-only tree is read: gate, ledger and record`() throws {
      try bench.openGate()
      try bench.prepare("note", "RILL-1", "a note")
      try bench.prepare("draft", "RILL-1")
      let gate = try readOnly("gate RILL-1")
      #expect(gate.hasSuffix("\n0\n") && gate.contains("✓ fix"), "\(gate)")
      #expect(try readOnly("ledger RILL-1").contains("a note"))
      #expect(try readOnly("show RILL-1").contains("## Root cause"))
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `in a read-only tree a proof of a case is shown, though it cannot be kept`() throws {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      let output = try readOnly("prove --case RILL-1")
      #expect(output.hasPrefix("PROVED\n"), "\(output)")
      #expect(output.contains("It could not be kept in the case RILL-1: "), "\(output)")
      #expect(try readOnly("prove HEAD --repro 'sh run.sh'").hasPrefix("PROVED\n"))
    }

    @Test func `a case that is open elsewhere is read without waiting`() throws {
      try bench.prepare("new", "RILL-1", "--fix", "HEAD")
      let lock = try #require(try FileLock.take("\(bench.place())/.lock"))
      #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
      #expect(try bench.call("ledger", "RILL-1").ending == .exit(0))
      withExtendedLifetime(lock) {}
    }
    /// A call, and the file that a person edits meanwhile.
    struct EditedCall: CustomTestStringConvertible {
      var call: String
      var file: String

      var testDescription: String { call }

      static let all = [
        EditedCall(call: "set RILL-1 fix.summary=a$n", file: ".postmortem/cases/RILL-1/case.yaml"),
        EditedCall(call: "draft RILL-1 --wrong 'Fix: it is old'", file: "docs/postmortems/RILL-1.md"),
      ]
    }

    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"), arguments: EditedCall.all)
    func `what an editor saves while a command runs is not written over, up to the renaming itself`(
      edited: EditedCall
    ) throws {
      try bench.prepareRecord()
      let faults = try FaultPoints()
      let endings = try bench.script(
        """
        for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do
          "$P" set RILL-1 "fix.summary=It carries $n." >/dev/null
          export FAULT_RUN="echo '# by hand $n.' >>\(edited.file)"
          LD_PRELOAD='\(faults.library)' FAULT_AT=$n "$P" \(edited.call) >/dev/null 2>&1
          echo "$? $(grep -c "# by hand $n[.]" \(edited.file))"
        done
        """
      ).split(separator: "\n")
      // Before it was read, while it was changed, and after the last change of a file, when nobody edits it here.
      let told = endings.count { $0 == "6 1" }
      let never = endings.reversed().prefix { $0 == "0 0" }.count
      #expect(told > 3 && never > 0, "\(endings)")
      #expect(endings.dropLast(never).count { $0.hasSuffix(" 0") } <= 1, "\(endings)")
    }
  #endif

  // MARK: A person beside the tool

  @Test func `what a killed call leaves beside the file is gone after the next one`() throws {
    try bench.prepare("new", "RILL-1")
    // As a process that was killed between writing and renaming leaves it.
    try FileTree.write([1], to: "\(bench.place())/case.yaml.999999.tmp")
    try bench.prepare("set", "RILL-1", "title=x")
    #expect(try left() == [])
  }

  @Test func `what is not to be committed is ignored by git`() throws {
    try bench.prepare("new", "RILL-1")
    for name in ["case.yaml.999999.tmp", "logs/feed.growing"] {
      try FileTree.write([1], to: "\(bench.place())/\(name)")
    }
    let untracked = try bench.repository.git("status", "--porcelain", "--untracked-files=all")
    #expect(untracked == "?? .postmortem/.gitignore\n?? .postmortem/cases/RILL-1/case.yaml")
  }
}
