import Casework
import Storage

/// What a proof starts with, kept so that the same call can go on where an earlier one stopped.
struct ProofHeader: Codable, Sendable {
  /// The seed of the coin.
  var seed: UInt64

  /// When the proof was started: ISO 8601, UTC.
  var startedAt: String
}

/// The runs of one proof, on the disk as they come.
struct ProofJournal {
  let directory: String
  let header: ProofHeader
  let runs: EvidenceJournal<RunRecord>

  /// A finished proof of the same in which a run after the fix showed the symptom: when, and how often.
  let earlierFailure: String?

  private let lock: FileLock

  /// The journal of the proof with this key: the last one if it is unfinished, else a new one beside it.
  ///
  /// - Throws: `ProofError.alreadyUnderWay` where another process is at it.
  init(key: String, in cache: ProofCache, startsAnew: Bool, header: ProofHeader) throws {
    let root = "\(cache.directory)/proofs/\(key)"
    try FileTree.makeDirectory(root)
    guard let lock = try FileLock.take("\(root)/lock") else {
      throw ProofError.alreadyUnderWay(directory: root)
    }
    self.lock = lock
    let attempts = try FileTree.list(root).compactMap { Int($0) }.sorted()
    earlierFailure = Self.earlierFailure(in: attempts.map { "\(root)/\($0)" })
    if let last = attempts.last, !startsAnew, Self.isUnfinished("\(root)/\(last)"),
      let kept = try? JSONText.decode(ProofHeader.self, from: FileTree.read("\(root)/\(last)/header.json"))
    {
      directory = "\(root)/\(last)"
      self.header = kept
    } else {
      directory = "\(root)/\((attempts.last ?? 0) + 1)"
      self.header = header
      try FileTree.makeDirectory(directory)
      try FileTree.write(JSONText.encode(header), to: "\(directory)/header.json")
    }
    runs = try EvidenceJournal(in: directory)
    OpenFile.removeAbandoned(in: runs.logDirectory)
  }

  /// Keeps the report beside the runs that it is made from.
  func keep(_ report: ProofReport) throws {
    try FileTree.write(JSONText.encodePretty(report), to: "\(directory)/report.json")
  }

  /// The runs of the last proof with this key, finished or not; none where there is no proof.
  static func runs(key: String, in cache: ProofCache) throws -> [RunRecord] {
    let root = "\(cache.directory)/proofs/\(key)"
    guard FileTree.isDirectory(root), let last = try FileTree.list(root).compactMap({ Int($0) }).max() else {
      return []
    }
    return try EvidenceJournal<RunRecord>(in: "\(root)/\(last)").facts()
  }

  private static func report(in directory: String) -> ProofReport? {
    try? JSONText.decode(ProofReport.self, from: FileTree.read("\(directory)/report.json"))
  }

  /// Whether more runs can serve: without a report the process died, and two verdicts ask for more.
  private static func isUnfinished(_ directory: String) -> Bool {
    guard let report = report(in: directory) else { return true }
    return report.verdict == .interrupted || report.verdict == .rateTooLow
  }

  private static func earlierFailure(in directories: [String]) -> String? {
    for report in directories.reversed().compactMap(report(in:)) where report.after.failures > 0 {
      return
        "An earlier proof of the same, of \(report.startedAt), saw the symptom in \(report.after.failures) of "
        + "\(report.after.runs) runs after the fix."
    }
    return nil
  }
}
