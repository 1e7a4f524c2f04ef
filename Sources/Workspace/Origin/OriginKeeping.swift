import Casework
import Digest
import Origin
import Storage

/// Takes what history and running say of an origin into the evidence of a case.
enum OriginKeeping {
  /// Keeps the whole report beside the evidence, and its summary in it.
  static func keep(_ report: OriginReport, in open: OpenCase) throws -> Evidence {
    let bytes = try JSONText.encodePretty(report)
    let origin = report.origin
    let candidate = report.candidates.first { $0.commit == origin }
    let summary = OriginSummary(
      verdict: report.verdict.rawValue, sentence: report.sentence, fix: report.fix.after.commit,
      commit: origin?.commit, subject: origin?.subject, probability: candidate?.probability,
      reasons: report.verdict == .named
        ? report.named.prefix(1).map { "is named in the line “\($0.line)”" } : candidate?.reasons ?? [],
      slipped: report.slipped.map { .init(sentence: $0.sentence, suggests: $0.suggests) },
      digest: SHA256.hexadecimal(of: bytes),
      running: report.running.map {
        .init(
          outcome: $0.outcome.rawValue, sentence: $0.sentence, repro: $0.repro, runs: $0.runs,
          latentSince: $0.latentSince?.commit, latentSubject: $0.latentSince?.subject)
      })
    try open.keep(bytes, named: summary.reportName)
    return try open.add(.origin(summary), at: CaseDesk.now())
  }
}
