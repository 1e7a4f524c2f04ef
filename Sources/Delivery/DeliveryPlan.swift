import Digest

/// What is to be done to bring a record onto a ticket, as the ticket and the journal are now.
public struct DeliveryPlan: Sendable {
  /// The ticket.
  public let ticket: Ticket

  /// What stands of the record there.
  public let standing: TicketStanding

  /// What is to be done.
  public let need: DeliveryNeed

  /// What would be sent; it is made even where nothing is to be done.
  public let order: DeliveryOrder

  /// The journal as it was read.
  public let entries: [DeliveryEntry]

  /// The numbers of comments on the ticket that the journal knows.
  public let known: Set<String>

  /// Reads the ticket and its comments; nothing is sent or written.
  ///
  /// - Parameters:
  ///   - record: the record's key.
  ///   - body: its rendering.
  ///   - visibility: who is to read it; nil for whoever reads it there already, else for the team where customers read
  ///     the ticket, else for everyone.
  ///   - key: the ticket's key.
  ///   - entries: the journal.
  /// - Throws: `DeliveryError.notInternal`, `TrackerError`.
  public init(
    record: String, body: [UInt8], visibility: Visibility?, ticket key: String, in tracker: any Tracker,
    after entries: [DeliveryEntry]
  ) throws {
    let destination = tracker.destination
    let ticket = try tracker.ticket(key)
    if visibility == .internal, !ticket.servesCustomers { throw DeliveryError.notInternal(ticket.key) }
    known = entries.comments(on: ticket.key, of: destination.site)
    let meaning = CommentMeaning(body, of: destination.kind)
    standing = try TicketStanding(
      of: record, on: ticket.key, in: tracker, body: meaning, known: known)
    // Nobody said who is to read it: where it stands already, whoever was chosen then. Another text is no less private
    // than the one before, and customers read it only where that is said of this one.
    let same = standing.comments.last { CommentMeaning($0.body, of: destination.kind) == meaning }?.visibility
    let before = standing.comments.last?.visibility
    let chosen = same ?? (ticket.servesCustomers && before == .everyone ? nil : before)
    let comment = CommentDraft(
      body: body, visibility: visibility ?? chosen ?? (ticket.servesCustomers ? .internal : .everyone),
      mark: CommentMark(
        record: record, digest: SHA256.hexadecimal(of: body), after: standing.comments, and: entries))
    need = standing.need(of: comment, kind: destination.kind)
    var replaced: StoredComment?
    if case .replace(let there, _) = need { replaced = there }
    order = DeliveryOrder(
      destination: destination, ticket: ticket.key, comment: comment,
      payload: tracker.payload(of: comment, inPlaceOf: replaced), replaces: replaced?.id)
    self.ticket = ticket
    self.entries = entries
  }

  /// Where nothing is to be done: writes into the journal what an earlier delivery could not any more.
  ///
  /// - Parameter now: the time: ISO 8601, UTC.
  /// - Returns: whether there was something.
  public func settle(_ journal: DeliveryJournal, now: String) throws -> Bool {
    guard case .nothing(let there) = need else { return false }
    // What was confirmed of the comment came from an earlier intent: those before it have left nothing there.
    let told = entries.last { $0.step == .confirmed && $0.comment == there.id }?.number ?? 0
    let open = entries.unfinished.last { intent in
      guard intent.number > told, let terms = intent.terms else { return false }
      return terms.site == order.destination.site && terms.ticket == order.ticket
        && terms.digest == order.comment.mark.digest && terms.visibility == there.visibility.word
    }
    guard let open else { return false }
    var entry = DeliveryEntry(.confirmed, of: open.number, at: now)
    entry.comment = there.id
    entry.link = there.link
    entry.found = true
    try journal.append(entry)
    return true
  }
}

/// Why a record cannot be delivered as it was asked for.
public enum DeliveryError: Error, Sendable, Equatable {
  /// No customer reads the ticket, so that no comment is internal there.
  case notInternal(String)
}

extension [DeliveryEntry] {
  /// The intents of which the journal does not say what came of them.
  public var unfinished: [DeliveryEntry] {
    let ended = Set(filter { $0.step == .confirmed || $0.step == .refused }.map(\.delivery))
    return filter { $0.step == .intent && !ended.contains($0.number) }
  }

  /// The numbers of the comments that were delivered to a ticket.
  func comments(on ticket: String, of site: String) -> Set<String> {
    let there = Set(
      filter { $0.step == .intent && $0.terms?.ticket == ticket && $0.terms?.site == site }.map(\.number))
    return Set(filter { there.contains($0.delivery) }.compactMap(\.comment))
  }
}
