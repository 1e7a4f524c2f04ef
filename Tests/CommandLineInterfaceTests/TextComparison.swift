import FoundationEssentials
import Testing

/// Expects two texts to be equal, and shows the first lines that are not.
func expectEqualText(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let common = zip(actualLines, expectedLines).prefix { $0 == $1 }.count
  let difference =
    expectedLines.dropFirst(common).prefix(3).map { "- \($0)\n" }
    + actualLines.dropFirst(common).prefix(3).map { "+ \($0)\n" }
  Issue.record("Line \(common + 1) differs:\n\(difference.joined())", sourceLocation: sourceLocation)
}

/// Expects a text to equal a file of the folder `Golden`; with `RECORD=1` writes the file, and fails.
func expectGolden(
  _ actual: String, _ name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
  let path = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      try Data(actual.utf8).write(to: path)
      Issue.record("Recorded \(name).", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
    return
  }
  let expected = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  expectEqualText(actual, expected, sourceLocation: sourceLocation)
}
