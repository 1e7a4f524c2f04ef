public import Casework
public import Record

/// Something in a record that can be looked up.
public struct Claim: Sendable, Equatable {
  /// What kind of thing.
  public enum Kind: String, Sendable, Encodable, CaseIterable {
    /// A name of the code.
    case identifier

    /// A file or directory.
    case path

    /// A line of a file.
    case line

    /// A commit.
    case commit

    /// A pull request or a ticket.
    case reference

    /// A release.
    case version

    /// A count, rate, duration or size.
    case number

    /// Output.
    case quotation
  }

  /// What it claims to be.
  public var kind: Kind

  /// As it is written.
  public var text: String

  /// Its bytes in the record.
  public var range: Range<Int>

  /// The section it stands in; nil above the first one and in unknown ones.
  public var section: SectionKind?
}

/// A claim with what was found of it.
public struct JudgedClaim: Sendable, Equatable {
  /// What is claimed.
  public var claim: Claim

  /// How it stands; nil where it is unverifiable: what would have to be looked at is not here.
  public var standing: Standing?

  /// Where it was found, or why it could not be looked up.
  public var source: String

  /// What was meant, where something there is nearly the same.
  public var suggestion: String?

  /// What stands for the standing in reports.
  public static func word(for standing: Standing?) -> String { standing?.rawValue ?? "unverifiable" }
}
