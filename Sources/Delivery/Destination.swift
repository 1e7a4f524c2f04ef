/// Where comments go, and in whose name.
public struct Destination: Sendable, Equatable {
  /// The address of the site, as people see it: `https://rill.atlassian.net`.
  public var site: String

  /// What kind of Jira it is.
  public var kind: Kind

  /// The account that posts: its name.
  public var account: String

  /// What the tracker knows it by.
  public var accountID: String

  /// A destination from its parts.
  public init(site: String, kind: Kind, account: String, accountID: String) {
    self.site = site
    self.kind = kind
    self.account = account
    self.accountID = accountID
  }

  /// The two kinds of Jira: they differ in the version of the interface and in what a comment is written in.
  public enum Kind: String, Sendable, CaseIterable {
    /// REST v3, Atlassian Document Format.
    case cloud

    /// REST v2, wiki markup.
    case dataCenter = "data-center"
  }
}

/// A ticket as the tracker knows it.
public struct Ticket: Sendable, Equatable {
  /// Its key, as the tracker writes it now: a ticket that moved has another than was asked for.
  public var key: String

  /// The line that it goes by.
  public var summary: String

  /// Where people read it.
  public var link: String

  /// Whether customers read it too: a project of service management, where comments are internal or public.
  public var servesCustomers: Bool

  /// A ticket from its parts.
  public init(key: String, summary: String, link: String, servesCustomers: Bool) {
    self.key = key
    self.summary = summary
    self.link = link
    self.servesCustomers = servesCustomers
  }
}
