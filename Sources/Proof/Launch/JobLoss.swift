import Storage

/// A job that was lost: preempted, out of its scheduler's time, or its machine out of reach.
///
/// It is neither a pass nor a failure.
struct JobLoss: Error, Sendable, Codable, Equatable {
  /// What became of it, in whole words that stand behind "its job".
  var words: String

  /// The last lines of what the launcher printed.
  var excerpt: [String]

  /// The machine, where the command had begun.
  var node: String?

  /// The path of the tree.
  var tree: String

  /// When it was noticed: ISO 8601, UTC.
  var at: String

  private static func lines(in directory: String) -> AppendedLines {
    AppendedLines("\(directory)/lost.jsonl")
  }

  /// Keeps it beside the runs.
  func keep(in directory: String) throws {
    try Self.lines(in: directory).append(JSONText.encode(self))
  }

  /// What a reader should know of the jobs that were lost beside these runs; nil where none was.
  static func remark(in directory: String) throws -> String? {
    let losses = try lines(in: directory).read().compactMap {
      try? JSONText.decode(Self.self, from: Array($0))
    }
    guard let last = losses.last else { return nil }
    let counts =
      losses.count == 1 ? "1 job was lost, and counts" : "\(losses.count) jobs were lost, and count"
    return "\(counts) as neither pass nor failure; the last one \(last.words) (\(directory)/lost.jsonl)."
  }
}
