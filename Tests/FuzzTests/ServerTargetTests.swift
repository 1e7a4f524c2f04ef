import FuzzTargets
import Subprocess
import Testing

/// A server that is run within a process ends what it has started, and nothing else there.
@Suite struct ServerTargetTests {
  @Test(arguments: ["agent", "editor"])
  func `a program that something else of the process runs goes on`(name: String) throws {
    let target = try #require(FuzzTargets.all.first { $0.name == name })
    let command = Command(
      "sh", ["-c", "echo; cat >/dev/null"], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: "/")
    // More than a pipe holds: the program cannot end while the server runs, for whoever feeds it is at that.
    let input = [UInt8](repeating: 65, count: 1_000_000)
    let outcome = try Spawner().run(command, input: input) { _, _ in target.read([]) }
    #expect(outcome.ending == .exit(0))
  }
}
