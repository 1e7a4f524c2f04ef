/// A comment as it is to be posted.
public struct CommentDraft: Sendable, Equatable {
  /// The record's rendering: the JSON of a document for Jira Cloud, wiki markup for Data Center.
  public var body: [UInt8]

  /// Who may read it.
  public var visibility: Visibility

  /// What says whose it is.
  public var mark: CommentMark

  /// A comment from its parts.
  public init(body: [UInt8], visibility: Visibility, mark: CommentMark) {
    self.body = body
    self.visibility = visibility
    self.mark = mark
  }
}

/// Who may read a comment.
public enum Visibility: Sendable, Equatable {
  /// Whoever may read the ticket: in a project of service management, its customers too.
  case everyone

  /// The team of a project of service management, not its customers.
  case `internal`

  /// Who has a role in the project.
  case role(String)

  /// Who belongs to a group.
  case group(String)
}

/// What a comment carries beside its text (an entity property of Jira), so that it is known again: which record it is,
/// and which revision of it.
public struct CommentMark: Sendable, Equatable {
  /// The record's key.
  public var record: String

  /// The record's revision, counted from 1.
  public var revision: Int

  /// The SHA-256 of the body, in hexadecimal digits.
  public var digest: String

  /// A mark from its parts.
  public init(record: String, revision: Int, digest: String) {
    self.record = record
    self.revision = revision
    self.digest = digest
  }
}

/// A comment as the tracker keeps it.
public struct StoredComment: Sendable, Equatable {
  /// Its number.
  public var id: String

  /// Where people read it.
  public var link: String

  /// Who wrote it: the name.
  public var author: String

  /// What the tracker knows them by.
  public var authorID: String

  /// When it was last changed, as the tracker wrote it (ISO 8601).
  public var updated: String

  /// The body as the tracker gave it: JSON of a document, or wiki markup.
  public var body: [UInt8]

  /// Who may read it.
  public var visibility: Visibility

  /// What says whose it is; nil on a comment that is none of ours.
  public var mark: CommentMark?

  /// A comment from its parts.
  public init(
    id: String, link: String, author: String, authorID: String, updated: String, body: [UInt8],
    visibility: Visibility, mark: CommentMark?
  ) {
    self.id = id
    self.link = link
    self.author = author
    self.authorID = authorID
    self.updated = updated
    self.body = body
    self.visibility = visibility
    self.mark = mark
  }
}
