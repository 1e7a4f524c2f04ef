public import Casework

/// A question of the interview: one field of the case, and all that helps to answer it.
public struct InterviewQuestion: Sendable, Equatable {
  /// What the answer is for.
  public enum Purpose: Sendable {
    /// The gate is closed without it.
    case gate

    /// It can stand in for what only a command supplies.
    case standIn

    /// The record would have a hole without it.
    case record

    /// The record is better with it.
    case worth
  }

  /// What the answer is for.
  public var purpose: Purpose

  /// The field, as `set` names it.
  public var field: String

  /// What the field takes, and what a good answer holds.
  public var kind: CaseField

  /// What is missing without it, as the gate says it.
  public var missing: String?

  /// The value that stands there now.
  public var known: String?

  /// What the repository suggests.
  public var suggestion: String?

  /// The command that sets it without an interview.
  public var command: String

  /// The last answer, where it was refused.
  public var refused: Refused?

  /// An answer that was refused.
  public struct Refused: Sendable, Equatable {
    /// What was typed.
    public var text: String

    /// Why, as `set` and `gate` say it.
    public var reason: String
  }
}

/// What a person answers.
public enum InterviewAnswer: Sendable, Equatable {
  /// A value.
  case text(String)

  /// Not now.
  case skip

  /// To be written in the editor, beginning with what was refused or stands there.
  case inEditor

  /// Enough for now.
  case leave
}
