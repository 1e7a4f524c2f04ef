import Digest

/// What is to be sent where, to the byte: it is this that a person signs.
public struct DeliveryOrder: Sendable, Equatable {
  /// Where it goes, and in whose name.
  public var destination: Destination

  /// The ticket's key, as the tracker writes it.
  public var ticket: String

  /// The comment.
  public var comment: CommentDraft

  /// The body of the request.
  public var payload: [UInt8]

  /// The number of the comment in whose place it goes; nil for a new one.
  public var replaces: String?

  /// An order from its parts.
  public init(
    destination: Destination, ticket: String, comment: CommentDraft, payload: [UInt8], replaces: String? = nil
  ) {
    self.destination = destination
    self.ticket = ticket
    self.comment = comment
    self.payload = payload
    self.replaces = replaces
  }

  /// All that a signature binds.
  public var terms: SignedTerms {
    SignedTerms(
      payload: SHA256.hexadecimal(of: payload), site: destination.site, kind: destination.kind.rawValue,
      account: destination.account, accountID: destination.accountID, ticket: ticket, replaces: replaces,
      visibility: comment.visibility.word, record: comment.mark.record, revision: comment.mark.revision,
      digest: comment.mark.digest)
  }

  /// The method and the path of the request.
  ///
  /// Source: the REST interfaces of Jira Cloud (version 3) and of Jira Data Center (version 2).
  public var request: String {
    let version = destination.kind == .cloud ? 3 : 2
    let path = "/rest/api/\(version)/issue/\(ticket)/comment"
    return replaces.map { "PUT \(path)/\($0)" } ?? "POST \(path)"
  }
}

/// What a signature is for: a change of any of it is another thing, and is not signed.
public struct SignedTerms: Sendable, Codable, Equatable {
  /// The SHA-256 of the request's body.
  public var payload: String

  /// The address of the site.
  public var site: String

  /// Of which kind it is.
  public var kind: String

  /// The name of the account that posts.
  public var account: String

  /// What the tracker knows the account by.
  public var accountID: String

  /// The ticket's key.
  public var ticket: String

  /// The number of the comment that it takes the place of; absent for a new one.
  public var replaces: String?

  /// Who may read it, in a word.
  public var visibility: String

  /// The record's key.
  public var record: String

  /// Its revision.
  public var revision: Int

  /// The SHA-256 of its rendering.
  public var digest: String

  /// The names of what differs, in the words of people.
  public func differences(from other: SignedTerms) -> [String] {
    let parts: [(name: String, isSame: Bool)] = [
      ("the site", site == other.site && kind == other.kind),
      ("the account", accountID == other.accountID && account == other.account),
      ("the ticket", ticket == other.ticket), ("the record", record == other.record),
      ("the comment that it replaces", replaces == other.replaces),
      ("the visibility", visibility == other.visibility), ("the text", digest == other.digest),
      ("the revision", revision == other.revision), ("the payload", payload == other.payload),
    ]
    return parts.filter { !$0.isSame }.map(\.name)
  }
}
