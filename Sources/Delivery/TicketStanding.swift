/// What stands of a record on a ticket, as its comments show.
public struct TicketStanding: Sendable, Equatable {
  /// The comments that are the record's, the newest first.
  public var comments: [StoredComment] = []

  /// The number of the newest comment of all, whoever wrote it; nil where there is none.
  public var newest: String?

  /// Reads the comments of a ticket.
  ///
  /// A comment is the record's where its mark says so, where the journal knows its number, or where the same account
  /// has written the same without a mark: a tracker may have dropped it.
  ///
  /// - Parameters:
  ///   - known: numbers of comments that the journal knows.
  ///   - last: the newest comment of an earlier reading: what is older was seen then, and is passed over.
  public init(
    of record: String, on ticket: String, in tracker: any Tracker, body: CommentMeaning, known: Set<String>,
    since last: String? = nil
  ) throws(TrackerError) {
    let destination = tracker.destination
    var found: [StoredComment] = []
    var newest: String?
    try tracker.eachComment(of: ticket) { comment in
      newest = newest ?? comment.id
      if comment.id == last { return .enough }
      let isOurs =
        comment.mark.map { $0.record == record }
        ?? (known.contains(comment.id)
          || comment.authorID == destination.accountID
            && body == CommentMeaning(comment.body, of: destination.kind))
      if isOurs { found.append(comment) }
      return .goOn
    }
    comments = found
    self.newest = newest
  }
}

/// What is to be done so that a ticket has a record once, as it is now.
public enum DeliveryNeed: Sendable, Equatable {
  /// It is not there.
  case post

  /// It is there, and not as it is to be.
  case replace(StoredComment, Reason)

  /// It is there.
  case nothing(StoredComment)

  /// Why a comment is replaced.
  public enum Reason: Sendable {
    /// It is of another revision.
    case otherRevision

    /// Others may read it than are to.
    case otherVisibility

    /// It was changed on the ticket.
    case changedThere
  }
}

extension TicketStanding {
  /// What is to be done for a comment that is to stand there.
  public func need(of comment: CommentDraft, kind: Destination.Kind) -> DeliveryNeed {
    let meaning = CommentMeaning(comment.body, of: kind)
    func isSame(_ stored: StoredComment) -> Bool { CommentMeaning(stored.body, of: kind) == meaning }
    if let there = comments.last(where: { isSame($0) && $0.visibility == comment.visibility }) {
      return .nothing(there)
    }
    // Of several, the oldest is the one that people have linked to.
    if let there = comments.last(where: isSame) { return .replace(there, .otherVisibility) }
    if let there = comments.last(where: { $0.mark?.digest == comment.mark.digest }) {
      return .replace(there, .changedThere)
    }
    return comments.last.map { .replace($0, .otherRevision) } ?? .post
  }

  /// The comments of the record beside one: there ought to be none.
  public func others(than id: String) -> [StoredComment] { comments.filter { $0.id != id } }
}

extension CommentMark {
  /// The mark of a rendering: its revision is the last one's where that was the same, else the next.
  ///
  /// - Parameters:
  ///   - comments: what stands on the ticket: another clone may have delivered.
  ///   - entries: the journal.
  public init(
    record: String, digest: String, after comments: [StoredComment], and entries: [DeliveryEntry]
  ) {
    let arrived = Set(entries.filter { $0.step == .sent || $0.step == .confirmed }.map(\.delivery))
    var marks = entries.filter { arrived.contains($0.delivery) }.compactMap(\.terms).map {
      CommentMark(record: $0.record, revision: $0.revision, digest: $0.digest)
    }
    marks += comments.compactMap(\.mark)
    let last = marks.filter { $0.record == record }.map(\.revision).max() ?? 0
    let isLast = marks.contains { $0.record == record && $0.revision == last && $0.digest == digest }
    self.init(record: record, revision: isLast ? last : last + 1, digest: digest)
  }
}
