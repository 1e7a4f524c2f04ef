import Casework
import Record

/// What a record has to pass at the moment in which it goes out.
///
/// It has passed the gate when it was drafted; since then the case and the record may have been changed.
struct RecordPassage {
  /// What is in the way, in sentences with what to do.
  var obstacles: [RecordObstacle] = []

  /// Holds a record against the gate of its case, and against what every record is to be.
  init(_ record: RecordDocument, gate: GateReport) {
    for input in gate.inputs where input.standing == nil {
      obstacles.append(
        RecordObstacle(
          rule: "gate", message: input.missing ?? "The \(input.name.rawValue) is missing.",
          remedy: input.remedy ?? "postmortem gate \(gate.key)"))
    }
    obstacles += gate.refusals.map {
      RecordObstacle(rule: "gate", message: $0.message, remedy: $0.remedy)
    }
    obstacles += Self.errors(in: record)
  }

  /// The errors that a review of the record finds.
  private static func errors(in record: RecordDocument) -> [RecordObstacle] {
    let missing = record.missingSections.map { kind in
      RecordObstacle(
        rule: "mandatory-section",
        message: "The record has no section “\(kind.heading)”, which every record has.",
        remedy: "Write it; postmortem draft writes it from the facts of the case.")
    }
    let empty = record.sections.filter { $0.kind?.isMandatory == true && $0.nodes.isEmpty }
    return missing
      + empty.map { section in
        RecordObstacle(
          rule: "mandatory-section", message: "The section “\(section.heading)” of the record is empty.",
          remedy: "Write it; postmortem draft writes it from the facts of the case.")
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
