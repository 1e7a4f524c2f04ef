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
    return try open.add(.proof(summary), at: report.startedAt)
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
