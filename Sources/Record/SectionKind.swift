/// A part of a record, in the order in which a record has them.
public enum SectionKind: Sendable, Hashable, CaseIterable {
  /// What broke and what fixed it, in one paragraph.
  case summary

  /// What was seen, verbatim.
  case symptom

  /// The mechanism from end to end.
  case rootCause

  /// The chain from the cause to what was seen.
  case whyItProducedTheSymptom

  /// What changed, and why that removes the cause.
  case fix

  /// The way to the cause, with what was rejected on it.
  case howItWasFound

  /// The gap it came through.
  case whyItSlippedThrough

  /// What shows that the fix works, and what was not tested.
  case validation

  /// What is still to be done, by whom, tracked where.
  case actionItems

  /// The index of what was measured and found; it ends a record.
  case evidence

  /// The words of its heading.
  public var heading: String {
    switch self {
    case .summary: "Summary"
    case .symptom: "Symptom"
    case .rootCause: "Root cause"
    case .whyItProducedTheSymptom: "Why it produced the symptom"
    case .fix: "Fix"
    case .howItWasFound: "How it was found"
    case .whyItSlippedThrough: "Why it slipped through"
    case .validation: "Validation"
    case .actionItems: "Action items"
    case .evidence: "Evidence"
    }
  }

  /// Whether every record has it.
  public var isMandatory: Bool {
    switch self {
    case .summary, .rootCause, .fix, .validation: true
    case .symptom, .whyItProducedTheSymptom, .howItWasFound, .whyItSlippedThrough: false
    case .actionItems, .evidence: false
    }
  }
}

extension SectionKind: Comparable {
  /// Its place in a record, counted from 0.
  public var order: Int {
    switch self {
    case .summary: 0
    case .symptom: 1
    case .rootCause: 2
    case .whyItProducedTheSymptom: 3
    case .fix: 4
    case .howItWasFound: 5
    case .whyItSlippedThrough: 6
    case .validation: 7
    case .actionItems: 8
    case .evidence: 9
    }
  }

  /// Whether `left` stands before `right` in a record.
  public static func < (left: Self, right: Self) -> Bool {
    left.order < right.order
  }
}
