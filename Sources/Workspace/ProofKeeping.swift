import Storage
import Casework
import Digest
import Proof

/// Takes a proof into the evidence of a case.
enum ProofKeeping {
  /// Keeps the whole report beside the evidence, and its summary in it.
  static func keep(_ report: ProofReport, in open: OpenCase) throws -> Evidence {
    let bytes = try JSONText.encodePretty(report)
    let digest = SHA256.hexadecimal(of: bytes)
    let summary = ProofSummary(
      verdict: report.verdict.rawValue, sentence: report.sentence, fix: report.after.commit,
      isUncommitted: report.fix.isUncommitted, repro: report.repro.command, setup: report.repro.setup,
      symptom: report.symptom.pinned, before: count(report.before), after: count(report.after),
      excerpt: report.symptom.appearances.first?.excerpt ?? [], byHand: report.byHand, digest: digest,
      carried: report.before.carried.map(\.path),
      machine: machine(report.environment))
    try open.keep(bytes, named: summary.reportName)
    for (name, output) in outputs(of: report, digest: digest) { try open.keep(output, named: name) }
    return try open.add(.proof(summary), at: report.startedAt)
  }

  /// What the deciding run of each side printed: the first failure before the fix, and the first pass after it.
  ///
  /// A record quotes it and counts by it, also where the cache of the proof is gone. Secrets are masked in it already.
  private static func outputs(of report: ProofReport, digest: String) -> [(name: String, bytes: [UInt8])] {
    // Without the cache nothing is lost but this.
    let runs = (try? EvidenceJournal<RunRecord>(reading: report.evidenceDirectory).facts()) ?? []
    let deciding: [(String, RunRecord?)] = [
      ("before", runs.first { $0.side == .before && $0.result == .symptom }),
      ("after", runs.first { $0.side == .after && $0.result == .pass }),
    ]
    return deciding.compactMap { side, run in
      guard let run, run.outputSize > 0,
        let log = try? FileTree.read("\(report.evidenceDirectory)/logs/\(run.outputDigest).log")
      else { return nil }
      return ("run-\(digest.prefix(12))-\(side).log", bounded(log))
    }
  }

  /// So many bytes are kept of what a run printed, at its beginning and at its end.
  private static let kept = 16 << 10

  private static func bounded(_ log: [UInt8]) -> [UInt8] {
    guard log.count > 2 * kept else { return log }
    let head = log.prefix(kept)
    let tail = log.suffix(kept)
    let wholeLines = head[...(head.lastIndex(of: 0x0A) ?? head.endIndex - 1)]
    let rest = tail[(tail.firstIndex(of: 0x0A).map { $0 + 1 } ?? tail.startIndex)...]
    return wholeLines + Array("… \(log.count - wholeLines.count - rest.count) bytes …\n".utf8) + rest
  }

  /// The one machine that the runs were made on; nil where there were several.
  private static func machine(_ environment: EnvironmentRecord) -> String? {
    guard let nodes = environment.nodes else {
      return "\(environment.system), \(environment.kernel), \(environment.processorCount) processors"
    }
    return nodes.count == 1 ? nodes[0] : nil
  }

  private static func count(_ side: ProofReport.SideReport) -> ProofSummary.Count {
    ProofSummary.Count(
      failures: side.failures, runs: side.failures + side.passes, low: side.wilson[0], high: side.wilson[1])
  }
}
