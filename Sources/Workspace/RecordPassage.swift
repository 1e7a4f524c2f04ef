import Casework
import Grounding
import Markdown
import Record
import Review

/// What a record has to pass at the moment in which it goes out.
///
/// It has passed the gate when it was drafted; since then the case and the record may have been changed.
struct RecordPassage {
  /// What is in the way, in sentences with what to do.
  var obstacles: [RecordObstacle] = []

  /// Holds a record against the gate of its case, and against the rules of the review.
  ///
  /// - Parameters:
  ///   - path: the record's, from the root of the working tree.
  ///   - claims: how what it names stands.
  init(
    _ record: RecordDocument, at path: String, gate: GateReport, review: RecordReview,
    claims: [JudgedClaim]
  ) {
    for input in gate.inputs where input.standing == nil {
      obstacles.append(
        RecordObstacle(
          rule: "gate", message: input.missing ?? "The \(input.name.rawValue) is missing.",
          remedy: input.remedy ?? "postmortem gate \(gate.key)"))
    }
    obstacles += gate.refusals.map {
      RecordObstacle(rule: "gate", message: $0.message, remedy: $0.remedy)
    }
    let lines = LineIndex(record.text)
    let findings = review.findings(in: record, at: path, claims: claims)
    obstacles += findings.filter { $0.severity == .error && $0.allowance == nil }.map { finding in
      RecordObstacle(
        rule: finding.rule,
        message: "\(path):\(lines.lineNumber(of: finding.range.lowerBound)): \(finding.message)",
        remedy: "postmortem explain \(finding.rule)")
    }
  }
}

/// Why a record may not go out.
public struct RecordObstacle: Sendable, Encodable, Equatable {
  /// What it does not pass: "gate", or the rule of the review.
  public var rule: String

  /// What is wrong.
  public var message: String

  /// What to do.
  public var remedy: String
}

/// A record may not go out.
struct RecordRefused: Error {
  var key: String
  var obstacles: [RecordObstacle]
}
