/// A part of an attestation that not every text can be: when it was, and what a reader can open.
public enum AttestationPart: Sendable, Equatable {
  /// When.
  case on

  /// What a reader can open.
  case see

  /// The part that a field of a case holds: "repro.attested.on", "validation.0.see"; nil for any other field.
  public init?(ofField path: String) {
    switch CaseField.named(path)?.path {
    case "repro.attested.on", "validation.NEW.on": self = .on
    case "repro.attested.see", "validation.NEW.see": self = .see
    default: return nil
    }
  }
}

/// Why a text is no such part.
public enum AttestationFault: Error, Sendable, Equatable {
  /// It is no date.
  case notADate(field: String, value: String)

  /// It is a date that has not come.
  case notCome(field: String, value: String)

  /// It names nothing that can be opened.
  case nothingToOpen(field: String, value: String)

  /// What is wrong, in one sentence.
  public var message: String {
    switch self {
    case .notADate(let field, let value): "“\(field)” is no date: “\(value)”."
    case .notCome(let field, let value): "“\(field)” has not come yet: “\(value)”."
    case .nothingToOpen(let field, let value): "“\(field)” names nothing that a reader can open: “\(value)”."
    }
  }

  /// What is taken.
  public var remedy: String {
    switch self {
    case .notADate, .notCome: "A day that has come, as 2026-07-10, or with a time, as 2026-07-10T14:30."
    case .nothingToOpen:
      "A URL, a file of the repository by its path from the root, a ticket (RILL-142, #12) or a commit by its digits."
    }
  }

  /// The field.
  public var field: String {
    switch self {
    case .notADate(let field, _), .notCome(let field, _), .nothingToOpen(let field, _): field
    }
  }
}
