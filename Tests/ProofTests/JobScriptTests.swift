import Scratch
import Storage
import Subprocess
import Testing

@testable import Proof

@Suite struct JobScriptTests {
  /// What came of a script.
  private struct Seen {
    var lines: [JobOutput.Line] = []
    var printed: [UInt8] = []
  }

  private static func read(_ bytes: [UInt8], mark: String, by size: Int) throws -> Seen {
    var output = JobOutput(mark: mark)
    var seen = Seen()
    for start in stride(from: 0, to: bytes.count, by: size) {
      try output.feed(
        bytes[start..<min(start + size, bytes.count)], say: { seen.lines.append($0) },
        print: { seen.printed += $0 })
    }
    return seen
  }

  /// Runs a script by `sh`, in a directory that has what trees have.
  private static func run(
    _ command: String, timeLimit: Int = 60, shell: String = "sh", sees: Bool = true
  ) throws -> (Seen, Capture) {
    let place = try TemporaryDirectory()
    if sees { try FileTree.write([], to: "\(place.path)/.git") }
    let script = JobScript(
      command, shell: shell, tree: place.path, directory: place.path, timeLimit: timeLimit,
      variables: [("SAID", "it's \"$HOME\"")])
    let capture = try Spawner().capture(
      Command(
        "sh", ["-c", script.text], environment: ["PATH": ProcessVariables.path], workingDirectory: "/"))
    return (try read(capture.output, mark: script.mark, by: 1 << 20), capture)
  }

  @Test(arguments: [
    ("exit 0", 0), ("exit 7", 7), ("exit 124", 124), ("exit 255", 255), ("kill -SEGV $$", 139),
    ("false; true", 0),
  ])
  func `the last line says how the command ended`(_ command: String, _ status: Int32) throws {
    let (seen, capture) = try Self.run(command)
    #expect(seen.lines.last == .end(status: status))
    #expect(seen.lines.count == 2)
    #expect(capture.outcome.ending == .exit(0))
  }

  @Test func `both its outputs come as one, byte for byte, with its variables`() throws {
    let (seen, _) = try Self.run("printf 'a\\n\\nb'; printf \"$SAID\" >&2; pwd >/dev/null; cat")
    #expect(String(decoding: seen.printed, as: UTF8.self) == "a\n\nbit's \"$HOME\"")
  }

  @Test func `a command that takes too long is ended with all that it started`() throws {
    let (seen, _) = try Self.run("echo begun; (tail -f /dev/null &) ; exec tail -f /dev/null", timeLimit: 1)
    #expect(seen.lines.last == .timeout)
    #expect(seen.printed == Array("begun\n".utf8))
  }

  @Test func `what a command leaves behind does not hold it up`() throws {
    let (seen, _) = try Self.run("(setsid tail -f /dev/null &) ; tail -f /dev/null & exit 3")
    #expect(seen.lines.last == .end(status: 3))
  }

  @Test func `where the tree or the shell is not there nothing is run`() throws {
    let (unseen, _) = try Self.run("echo run", sees: false)
    guard case .unseen? = unseen.lines.first else { return #expect(Bool(false), "\(unseen.lines)") }
    let (missing, _) = try Self.run("echo run", shell: "/bin/no-such-shell")
    guard case .shellMissing? = missing.lines.first else { return #expect(Bool(false), "\(missing.lines)") }
    #expect(unseen.printed.isEmpty && missing.printed.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 7, 19, 64, 4096])
  func `in whatever pieces output comes, the command's is told from the launcher's`(_ size: Int) throws {
    let text =
      "queued\n\nMARK begin node7\nout\n\nMARK\n\nMARKED end 9\n\nMARK odd\n\nMAR\n\nMARK end 4\nreleased\n\nMARK x"
    let seen = try Self.read(Array(text.utf8), mark: "MARK", by: size)
    #expect(seen.lines == [.begin(node: "node7"), .end(status: 4)])
    #expect(String(decoding: seen.printed, as: UTF8.self) == "out\n\nMARK\n\nMARKED end 9\n\nMAR\n")
  }
}
