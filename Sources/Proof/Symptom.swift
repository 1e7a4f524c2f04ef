public import Patterns

/// What the user says the symptom is.
public enum Symptom: Sendable {
  /// Nothing said: any failure that is recognisably no other failure.
  case anyFailure

  /// The run does not end within its time limit.
  case hang

  /// The run fails, and its output matches.
  case output(Pattern)

  /// The symptom from the text of the option: the word `hang`, or a regular expression.
  public init(_ text: String?) throws(PatternError) {
    switch text {
    case nil: self = .anyFailure
    case "hang"?: self = .hang
    case let source?: self = .output(try Pattern(source))
    }
  }

  /// What the user wrote, or nil.
  public var text: String? {
    switch self {
    case .anyFailure: nil
    case .hang: "hang"
    case .output(let pattern): pattern.source
    }
  }
}
