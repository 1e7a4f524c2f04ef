import Scratch
import Storage
import Subprocess
import Testing

/// The whole way from a hang to the record on its ticket, on the bundled example.
@Suite struct WalkTests {
  @Test func `the walk on the example gives the record of its story, and posts it once`() throws {
    let program = try PostmortemProgram()
    let place = try TemporaryDirectory()
    let repository = "\(place.path)/rill"
    let result = try Spawner().capture(
      Command(
        "sh", ["-e", "-c", "\"$EXAMPLE\"/unpack \"$PLACE\" && cd \"$PLACE\" && \"$EXAMPLE\"/walk 2>&1"],
        environment: program.environment.merging([
          "POSTMORTEM": program.path, "EXAMPLE": Self.example, "PLACE": repository,
        ]) { $1 }, workingDirectory: place.path), timeLimit: .seconds(300))
    let output = String(decoding: result.output, as: UTF8.self)
    try #require(result.outcome.ending == .exit(0), "\(output.suffix(4000))")
    let record = String(
      decoding: try FileTree.read("\(repository)/docs/postmortems/RILL-142.md"), as: UTF8.self)
    try expectGolden(Self.steady(record, repository: repository), "RILL-142.md")
    // What it shows of the record is the file.
    #expect(output.contains("$ postmortem show RILL-142\n\(record)"))
    #expect(output.contains("\n✓ Posted: http://127.0.0.1:"))
    let end = try #require(output.split(separator: "\n").last)
    #expect(end.hasPrefix("✓ It is there already; nothing was sent: http://127.0.0.1:"), "\(end)")
  }

  private static let tests = Path.parent(Path.parent(#filePath))
  private static let example = "\(Path.parent(tests))/Examples/rill"

  /// The record without what is another in every run: times, digests, the machine, where the repository is.
  private static func steady(_ record: String, repository: String) -> String {
    let text = record.replacing(repository, with: "REPOSITORY")
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = cut(String(line), after: "Report sha256:", upTo: nil, putting: "DIGEST")
      line = cut(line, after: ", measured ", upTo: ": ", putting: "TIME")
      line = cut(line, after: "made on one machine (", upTo: ") and say nothing", putting: "MACHINE")
      return line.hasPrefix("drafted: ") ? "drafted: TODAY" : line
    }.joined(separator: "\n")
  }

  private static func cut(
    _ line: String, after start: String, upTo end: String?, putting word: String
  ) -> String {
    guard let head = line.range(of: start) else { return line }
    let rest = line[head.upperBound...]
    guard let end else { return line[..<head.upperBound] + word }
    guard let tail = rest.range(of: end) else { return line }
    return line[..<head.upperBound] + word + rest[tail.lowerBound...]
  }

  /// Expects a text to equal a file of the folder `Golden`; with `RECORD=1` writes the file, and fails.
  private func expectGolden(_ actual: String, _ name: String) throws {
    let path = "\(Self.tests)/EndToEndTests/Golden/\(name)"
    guard !ProcessVariables.isRecording else {
      try FileTree.write(Array(actual.utf8), to: path, mode: 0o644)
      Issue.record("Recorded \(name).")
      return
    }
    let expected = FileTree.isFile(path) ? try FileTree.read(path) : []
    expectEqualText(actual, String(decoding: expected, as: UTF8.self))
  }
}

extension String {
  /// Where a text stands in it first.
  fileprivate func range(of text: String) -> Range<Index>? { self[...].range(of: text) }
}

extension Substring {
  /// Where a text stands in it first.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
