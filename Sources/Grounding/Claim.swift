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

    /// A day.
    case date

    /// A person that the repository or the case knows.
    case person

    /// An address of the web.
    case address

    /// The commit in the front matter where the bug began, or which exposed it: it comes before the fix.
    case order

    /// How many facts of each standing are behind the record, as its evidence part says.
    case evidence
  }

  /// What it claims to be.
  public var kind: Kind

  /// As it is written.
  public var text: String

  /// Its bytes in the record.
  public var range: Range<Int>

  /// The section it stands in; nil above the first one and in unknown ones.
  public var section: SectionKind?

  /// The commit that a day is said to be of; nil where that is not plain.
  public var about: String?

  /// The words behind a figure: what it counts.
  public var counted: [String] = []

  /// Whether it tells something only where it is nearly what is there: that a word of three letters, or `queue.cc` for a
  /// member of a value, stands somewhere says nothing.
  var isTentative: Bool {
    switch kind {
    case .identifier: text.utf8.count == 3 && !CodeClaims.isDistinct(Array(text.utf8))
    case .path: PathClaim.isNearly(Array(text.utf8))
    default: false
    }
  }
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

  /// Why it will not be found later on, though it is now.
  public var doubt: Doubt?

  /// Whether it tells nothing: it may be no claim at all, and is not nearly something that is there.
  public var isIdle: Bool { claim.isTentative && standing != .unsupported }

  /// What a reader has to fear of what was found.
  public enum Doubt: Sendable, Equatable {
    /// No tag and no branch that stays holds the commit, while the main branch holds the fix.
    case besideMain(branches: [String])
  }

  /// What stands for the standing in reports.
  public static func word(for standing: Standing?) -> String { standing?.rawValue ?? "unverifiable" }
}
