import Archive
import Scratch
import Storage
import Subprocess
import Testing

/// Records in a directory of a test's own, and a cache beside them.
final class Shelf {
  let place: TemporaryDirectory
  var records: String { "\(place.path)/records" }
  var cache: String { "\(place.path)/cache" }

  /// Seconds since 1970, long after what a test writes.
  var now = 4_000_000_000

  init() throws {
    place = try TemporaryDirectory()
    try FileTree.makeDirectory(records)
  }

  func archive(cache: String?? = nil) -> Archive {
    Archive(of: records, cache: cache ?? self.cache, now: now)
  }

  /// Writes a record with a title and, by their headings, sections.
  func write(
    _ key: String, _ title: String, _ sections: KeyValuePairs<String, String>, to file: String? = nil
  ) throws {
    let body = sections.map { "## \($0)\n\n\($1)\n" }.joined(separator: "\n")
    try write(
      "---\nkey: \(key)\nfixed: 2026-07-09\n---\n\n# \(key): \(title)\n\n\(body)", to: file ?? "\(key).md")
  }

  func write(_ text: String, to file: String) throws {
    try FileTree.makeDirectory(Path.parent("\(records)/\(file)"))
    try FileTree.write(Array(text.utf8), to: "\(records)/\(file)")
  }

  /// Runs a line of the shell on some arguments.
  func shell(_ line: String, _ arguments: String...) throws {
    let capture = try Spawner().capture(
      Command(
        "sh", ["-ec", line, "sh"] + arguments, environment: ["PATH": ProcessVariables.path],
        workingDirectory: place.path))
    #expect(capture.outcome.ending == .exit(0))
  }

  /// The keys that a search gives, in its order.
  func keys(_ question: String, cache: String?? = nil) throws -> [String] {
    try archive(cache: cache).search(question, limit: 10).found.map(\.key)
  }

  /// Where the index is.
  func indexFile() throws -> String {
    let names = try FileTree.list("\(cache)/archive")
    return "\(cache)/archive/\(names.first { $0.hasSuffix(".db") } ?? "none")"
  }
}
