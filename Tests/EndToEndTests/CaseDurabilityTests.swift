import Scratch
import Storage
import Subprocess
import Testing

@Suite struct CaseDurabilityTests {
  #if os(Linux)
    @Test func `kill -9 at any moment of set leaves a case that opens, with nothing lost that was confirmed`()
      throws
    {
      let bench = try Bench()
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      // Moments over the whole life of a call, from before its first line to after its last.
      let endings = try bench.script(
        """
        n=0
        while [ $n -lt 30 ]; do
          timeout -s KILL 0.$(printf %03d $((n * 10 + 1))) "$P" set RILL-1 actions.new.what=a$n >/dev/null 2>&1
          echo "$? a$n"
          n=$((n + 1))
        done
        """
      ).split(separator: "\n")
      #expect(endings.count == 30)
      let confirmed = endings.filter { $0.hasPrefix("0 ") }.map { $0.dropFirst(2) }
      let gate = try bench.call("gate", "RILL-1", "--json")
      #expect(gate.ending == .exit(3))
      #expect(try gate.json()["inputs"][2]["standing"].text == "found")
      let text = try bench.caseText()
      #expect(confirmed.allSatisfy { text.contains("\n  - what: \($0)\n") })
      let attested = try bench.evidence().compactMap { $0["fact"]["attested"]["value"].text }
      #expect(confirmed.allSatisfy { attested.contains(String($0)) })
      try bench.prepare("set", "RILL-1", "actions.new.what=last")
    }

    @Test func `kill -9 at any moment of new leaves no case, or one that opens`() throws {
      let bench = try Bench()
      let endings = try bench.script(
        """
        n=0
        while [ $n -lt 30 ]; do
          timeout -s KILL 0.$(printf %03d $((n * 10 + 1))) "$P" new R-$n --fix HEAD >/dev/null 2>&1
          echo "$? R-$n"
          n=$((n + 1))
        done
        """
      ).split(separator: "\n")
      for ending in endings {
        let key = String(ending.drop { $0 != " " }.dropFirst())
        let gate = try bench.call("gate", key)
        #expect(
          gate.ending == .exit(3) || gate.error.contains("There is no case “\(key)” here."), "\(ending)")
        #expect(!ending.hasPrefix("0 ") || gate.ending == .exit(3), "\(ending)")
      }
    }

    @Test func `what a killed call leaves beside the file is gone after the next one`() throws {
      let bench = try Bench()
      try bench.prepare("new", "RILL-1")
      // As a process that was killed between writing and renaming leaves it.
      try FileTree.write([1], to: "\(bench.place())/case.yaml.999999.tmp")
      try bench.prepare("set", "RILL-1", "title=x")
      withKnownIssue("D29") { () throws in
        #expect(try FileTree.list(bench.place()).filter { $0.hasSuffix(".tmp") } == [])
      }
    }

    /// Runs a script where the repository takes no writing, and gives its output and then its status.
    private func readOnly(_ bench: Bench, _ script: String) throws -> String {
      let mount =
        "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && cd \"$1\" && \(script); echo $?"
      let command = Command(
        "unshare", ["--mount", "sh", "-c", mount, "sh", bench.repository.path],
        environment: bench.program.environment.merging(["P": bench.program.path]) { $1 },
        workingDirectory: "/")
      return String(decoding: try Spawner().capture(command).output, as: UTF8.self)
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `in a read-only tree writing is refused with the reason, and the case is as it was`() throws {
      let bench = try Bench()
      try bench.prepare("new", "RILL-1", "--fix", "HEAD")
      let before = try bench.repository.digest()
      for call in ["set RILL-1 title=x", "new RILL-2", "new RILL-3 --fix HEAD"] {
        let output = try readOnly(bench, "\"$P\" \(call) --json")
        #expect(output.hasSuffix("\n4\n"), "\(output)")
        #expect(output.contains("\"no-permission\""), "\(output)")
        #expect(output.contains(".postmortem"), "\(output)")
        withKnownIssue("D30") {
          #expect(!output.contains("--cache"))
        }
      }
      expectEqualText(try bench.repository.digest(), before)
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `in a read-only tree the gate can be looked at`() throws {
      let bench = try Bench()
      try bench.prepare("new", "RILL-1", "--fix", "HEAD")
      let output = try readOnly(bench, "\"$P\" gate RILL-1")
      withKnownIssue("D31") {
        #expect(output.hasSuffix("\n3\n"), "\(output)")
        #expect(output.contains("✓ fix"))
      }
    }

    @Test(.enabled(if: RefusalTests.canMount, "file systems cannot be mounted here"))
    func `in a read-only tree a proof of a case is shown, though it cannot be kept`() throws {
      let bench = try Bench()
      try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
      let output = try readOnly(bench, "\"$P\" prove --case RILL-1")
      withKnownIssue("D32") {
        #expect(output.hasPrefix("PROVED\n"), "\(output)")
      }
      #expect(try readOnly(bench, "\"$P\" prove HEAD --repro 'sh run.sh'").hasPrefix("PROVED\n"))
    }
  #endif
}
