import Proof
import Repository

/// For which fixes a record is offered, and for which it is not.
public struct OfferReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/offer/1"

  /// The fixes that were looked at, the oldest first.
  public var fixes: [Verdict] = []

  /// A fix, and whether a record is offered for it.
  public struct Verdict: Sendable, Encodable {
    /// Its commits, the oldest first.
    public var commits: [String]

    /// The first line of the first one's message.
    public var subject: String

    /// The ticket that the message names.
    public var ticket: String?

    /// Why it is offered, or not.
    public var reason: Reason

    /// What the commits brought; of a merge also what it merged.
    var brought: [ObjectID] = []

    /// The command that begins a record.
    public var command: String {
      let fixes = commits.map { "--fix \($0.prefix(10))" }.joined(separator: " ")
      return "postmortem new \(ticket.map(ShellWord.quoted) ?? "KEY") \(fixes)"
    }

    private enum CodingKeys: String, CodingKey {
      case commits, subject, ticket, reason, command
    }

    /// Writes the fields, and the command where a record is offered.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(commits, forKey: .commits)
      try container.encode(subject, forKey: .subject)
      try container.encodeIfPresent(ticket, forKey: .ticket)
      try container.encode(reason, forKey: .reason)
      if reason == .offer { try container.encode(command, forKey: .command) }
    }
  }

  /// Why a record is offered, or not.
  public enum Reason: String, Sendable, Encodable {
    /// It has landed, and nothing is recorded: this is the offer.
    case offer

    /// A case or a record has it.
    case recorded

    /// It was offered before.
    case offeredBefore = "offered-before"

    /// It is in neither the main branch nor one for releases.
    case notMerged = "not-merged"

    /// Its change is so small that the pull request's description is the record.
    case trivial
  }

  /// Those for which a record is offered.
  public var offers: [Verdict] { fixes.filter { $0.reason == .offer } }
}
