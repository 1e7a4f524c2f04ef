/// What a ticket says, in words: all of it is somebody's, and taken as text.
public struct TicketStory: Sendable, Codable, Equatable {
  /// Its key now.
  public var key: String

  /// Where people read it.
  public var link: String

  /// The line that it goes by.
  public var summary: String

  /// What its reporter wrote; empty where there is nothing.
  public var description: String

  /// Who reported it.
  public var reporter: String

  /// Who is to do it; empty for nobody.
  public var assignee: String

  /// Its state.
  public var status: String

  /// The versions that it is fixed in.
  public var fixVersions: [String]

  /// Tickets that it is linked with.
  public var links: [Link]

  /// Its comments, the newest first.
  public var comments: [Remark]

  /// Whether there are more comments than those.
  public var moreComments: Bool

  /// Another ticket.
  public struct Link: Sendable, Codable, Equatable {
    /// How they are linked: "is caused by".
    public var relation: String

    /// Its key.
    public var key: String

    /// The line that it goes by.
    public var summary: String
  }

  /// A comment.
  public struct Remark: Sendable, Codable, Equatable {
    /// Who wrote it.
    public var author: String

    /// What it says.
    public var text: String

    /// Where people read it.
    public var link: String
  }
}
