import Casework
public import Declaration
import Delivery
import Record
import Repository

/// Where a record is to go, and to whom.
public struct DeliveryWish: ParsableArguments {
  /// The ticket.
  @Option(
    help: ArgumentHelp("The ticket; the one that the case names unless given.", valueName: "ticket"))
  public var ticket: String?

  /// Who may read the comment.
  @Option(
    help: ArgumentHelp(
      "Who may read it: internal, everyone, role:NAME or group:NAME.",
      discussion: """
        Where customers read the ticket, which is so in projects of service management, the comment is internal unless \
        you say everyone in so many words. Elsewhere everyone who may read the ticket reads it, unless you name a role \
        or a group. What you choose is part of what is signed.
        """, valueName: "who"))
  public var visibility: String?

  /// What is wrong with the last revisions.
  @Option(
    help: ArgumentHelp(
      "From the third revision on: which section is wrong, and why.", valueName: "section: why"))
  public var wrong: String?

  /// The fields as declared.
  public init() {}

  /// Who may read it; nil where nobody said.
  ///
  /// - Throws: `UsageError.notAVisibility`.
  func audience() throws(UsageError) -> Visibility? {
    guard let visibility else { return nil }
    guard let known = Visibility(word: visibility) else { throw .notAVisibility(visibility) }
    return known
  }

  /// The key of the ticket that a record belongs on.
  ///
  /// - Throws: `NoTicket` where nobody says which.
  func ticketKey(of facts: Case) throws -> String {
    if let ticket {
      guard let key = Self.key(in: ticket) else { throw UsageError.notATicket(ticket) }
      return key
    }
    guard let key = Self.key(in: facts.ticket) ?? Self.key(in: facts.key) else {
      throw NoTicket(key: facts.key)
    }
    return key
  }

  /// The key that a text is, or that an address ends in: "https://rill.atlassian.net/browse/RILL-142?focused=1".
  private static func key(in text: String) -> String? {
    let bare = text.prefix { $0 != "?" && $0 != "#" }
    return bare.split(separator: "/").last.flatMap { TicketKey($0) }?.description
  }
}

/// Nobody says on which ticket a record belongs.
struct NoTicket: Error {
  var key: String
}

/// An answer to the question which section is wrong: "Root cause: it names the wrong queue".
struct WrongSection {
  let section: SectionKind
  let why: String

  /// - Throws: `UsageError.noSectionNamed`.
  init(_ text: String) throws(UsageError) {
    guard let colon = text.firstIndex(of: ":"), let kind = SectionKind(heading: String(text[..<colon])) else {
      throw .noSectionNamed(text)
    }
    let why = text[text.index(after: colon)...].drop(while: \.isWhitespace)
    guard !why.isEmpty else { throw .noSectionNamed(text) }
    section = kind
    self.why = String(why)
  }
}
