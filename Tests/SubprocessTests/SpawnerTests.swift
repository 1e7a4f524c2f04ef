import Subprocess
import Testing

@Suite struct SpawnerTests {
  let spawner = Spawner()

  func shell(_ script: String, in directory: String = "/") -> Command {
    Command("sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: directory)
  }

  /// Whether a process comes to its end: gone, or ended and waiting for its new parent.
  ///
  /// A signal takes its time to arrive, so this waits; the limit only ends a test that fails.
  func ends(_ pid: Substring) throws -> Bool {
    let script = "while kill -0 \(pid) 2>/dev/null && ! grep -q '^State:.*Z' /proc/\(pid)/status; do :; done"
    return try spawner.capture(shell(script), timeLimit: .seconds(20)).outcome.ending.isSuccess
  }

  @Test func `an exit status is a result`() throws {
    let outcome = try spawner.capture(shell("exit 3")).outcome
    #expect(outcome.ending == .exit(3))
    #expect(outcome.cutoff == nil)
  }

  @Test func `a signal is a result`() throws {
    #expect(try spawner.capture(shell("kill -SEGV $$")).outcome.ending == .signal(11))
  }

  @Test func `both outputs are kept apart, whatever their size`() throws {
    let capture = try spawner.capture(
      shell("head -c 300000 /dev/zero; head -c 400000 /dev/zero >&2; echo end"))
    #expect(capture.output.count == 300_004)
    #expect(capture.error.count == 400_000)
  }

  @Test func `merged outputs keep the order of writing`() throws {
    var text: [UInt8] = []
    _ = try spawner.run(shell("echo a; echo b >&2; echo c"), mergingOutputs: true) { _, bytes in text += bytes
    }
    #expect(String(decoding: text, as: UTF8.self) == "a\nb\nc\n")
  }

  @Test func `input reaches the program, more than a pipe holds`() throws {
    let input = [UInt8](repeating: 65, count: 1_000_000)
    #expect(try spawner.capture(shell("cat"), input: input).output.count == 1_000_000)
  }

  @Test func `a program that reads no input is no error`() throws {
    let input = [UInt8](repeating: 65, count: 1_000_000)
    #expect(try spawner.capture(shell("exec true"), input: input).outcome.ending == .exit(0))
  }

  @Test func `without input standard input is empty`() throws {
    #expect(try spawner.capture(shell("wc -c")).output == Array("0\n".utf8))
  }

  @Test func `a time limit ends the program and its children`() throws {
    let capture = try spawner.capture(shell("sleep 60 & echo $!; sleep 60"), timeLimit: .milliseconds(200))
    #expect(capture.outcome.cutoff == .timeLimit)
    #expect(capture.outcome.duration < .seconds(20))
    let child = String(decoding: capture.output, as: UTF8.self).split(separator: "\n")[0]
    #expect(try ends(child))
  }

  @Test func `a child left in the background holds nobody up and is ended`() throws {
    let capture = try spawner.capture(shell("sleep 60 & echo $!; exit 0"))
    #expect(capture.outcome.ending == .exit(0))
    #expect(capture.outcome.duration < .seconds(20))
    let child = String(decoding: capture.output, as: UTF8.self).split(separator: "\n")[0]
    #expect(try ends(child))
  }

  @Test func `a missing program and a missing directory are told apart`() {
    #expect(throws: SubprocessError.programNotFound("no-such-program")) {
      try spawner.capture(
        Command("no-such-program", [], environment: ["PATH": "/usr/bin"], workingDirectory: "/"))
    }
    #expect(throws: SubprocessError.workingDirectoryMissing("/no/such/directory")) {
      try spawner.capture(shell("true", in: "/no/such/directory"))
    }
  }

  @Test func `captured output is capped, and the program is not disturbed by it`() throws {
    let capture = try spawner.capture(shell("head -c 300000 /dev/zero; exit 4"), limit: 1000)
    #expect(capture.output.count == 1000)
    #expect(capture.isCut)
    #expect(capture.outcome.ending == .exit(4))
  }

  @Test func `none of our descriptors is open in the program`() throws {
    let capture = try spawner.capture(shell("ls /dev/fd/ | wc -l"))
    // 0, 1, 2, and the one by which ls reads the folder.
    #expect(capture.output == Array("4\n".utf8))
  }

  @Test func `an interrupt ends the program`() throws {
    let pipe = try InterruptPipe()
    pipe.interrupt()
    let outcome = try Spawner(interrupt: .reading(descriptor: pipe.readingEnd)).capture(shell("sleep 60"))
      .outcome
    #expect(outcome.cutoff == .interrupt)
  }

  @Test func `an error of the receiver ends the program and comes out`() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try spawner.run(shell("echo x; sleep 60")) { _, _ in throw Full() }
    }
  }
}
