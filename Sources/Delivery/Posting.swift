import Network

/// A delivery under way, one step at a time.
///
/// What is written to the journal stands on the disk before the next step is taken; so wherever it is cut short, the
/// journal says that something may have arrived, and the next delivery looks before it sends.
public struct Posting {
  /// How far it is.
  public enum State: Sendable, Equatable {
    /// Nothing is written yet.
    case signed

    /// The journal says that it is about to be sent.
    case intended

    /// The tracker says that it stores it.
    case answered(id: String, link: String)

    /// The journal says so, too.
    case recorded(id: String, link: String)

    /// Whether it arrived is not known, after so many looks.
    case lost(reason: String, looks: Int)

    /// It is not stored.
    case rejected(TrackerError)

    /// It was seen to stand there.
    case seen(Sight)

    /// It is over.
    case ended(Outcome)
  }

  /// What was seen of it on the ticket.
  public struct Sight: Sendable, Equatable {
    /// The comment.
    public var comment: StoredComment

    /// Whether it was found, where no answer had said that it is there.
    public var isFound: Bool

    /// How it differs from what was signed, in words.
    public var differences: [String]

    /// Comments that hold the record once more.
    public var duplicates: [StoredComment]
  }

  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    /// It stands there, and the journal says so.
    case delivered(Sight)

    /// It is not stored.
    case rejected(TrackerError)

    /// The tracker says that it stores it, and it could not be read back.
    case unseen(id: String, link: String, reason: String)

    /// It was looked for and not found, or could not be looked for: it may still arrive.
    case unknown(reason: String)
  }

  /// How far it is.
  public private(set) var state = State.signed

  private let order: DeliveryOrder
  private let approval: Approval
  private let signed: String
  private let wrong: String?
  private let tracker: any Tracker
  private let journal: DeliveryJournal
  private let known: Set<String>

  /// What stood on the ticket when it was signed.
  private let before: TicketStanding
  private let now: @Sendable () -> String
  private let wait: @Sendable (Duration) -> Bool
  private var delivery = 0

  /// A delivery that is signed.
  ///
  /// - Parameters:
  ///   - approval: of exactly what is planned, and spent already.
  ///   - signed: when: ISO 8601, UTC.
  ///   - wrong: what was said to be wrong with earlier revisions.
  ///   - now: the time: ISO 8601, UTC.
  ///   - wait: waits; false where the user wishes to stop.
  public init(
    _ plan: DeliveryPlan, signed approval: Approval, at signed: String, wrong: String? = nil,
    to tracker: any Tracker, journal: DeliveryJournal, now: @escaping @Sendable () -> String,
    wait: @escaping @Sendable (Duration) -> Bool
  ) {
    precondition(approval.terms == plan.order.terms, "What is sent is what was signed.")
    order = plan.order
    self.approval = approval
    self.signed = signed
    self.wrong = wrong
    self.tracker = tracker
    self.journal = journal
    known = plan.known
    before = plan.standing
    self.now = now
    self.wait = wait
  }

  /// Takes all steps that are left.
  public mutating func run() throws -> Outcome {
    while true {
      if case .ended(let outcome) = state { return outcome }
      try advance()
    }
  }

  /// Takes the next step; none where it is over.
  ///
  /// - Throws: `FileError` of the journal: then the step is not taken.
  public mutating func advance() throws {
    switch state {
    case .signed:
      var entry = DeliveryEntry(.intent, at: now())
      entry.terms = order.terms
      entry.approval = .init(id: approval.id, by: approval.person, at: signed)
      entry.wrong = wrong
      delivery = try journal.append(entry).number
      state = .intended
    case .intended: state = send()
    case .answered(let id, let link):
      try write(.sent) {
        $0.comment = id
        $0.link = link
      }
      state = .recorded(id: id, link: link)
    case .recorded(let id, let link): state = readBack(id, link)
    case .lost(let reason, let looks): state = lookAgain(reason, looks)
    case .rejected(let error):
      try write(.refused) { $0.reason = "\(error.summary)" }
      state = .ended(.rejected(error))
    case .seen(let sight):
      try write(.confirmed) {
        $0.comment = sight.comment.id
        $0.link = sight.comment.link
        $0.found = sight.isFound ? true : nil
        $0.differences = sight.differences.isEmpty ? nil : sight.differences
      }
      state = .ended(.delivered(sight))
    case .ended: break
    }
  }

  private func write(_ step: DeliveryEntry.Step, _ fill: (inout DeliveryEntry) -> Void) throws {
    var entry = DeliveryEntry(step, of: delivery, at: now())
    fill(&entry)
    try journal.append(entry)
  }

  // MARK: Steps over the network

  private func send() -> State {
    do throws(TrackerError) {
      let stored =
        if let replaced = order.replaces {
          try tracker.replace(replaced, of: order.ticket, with: order.payload)
        } else {
          try tracker.post(order.payload, to: order.ticket)
        }
      return .answered(id: stored.id, link: stored.link)
    } catch {
      if case .doubtful(let reason) = error { return .lost(reason: reason, looks: 0) }
      return .rejected(error)
    }
  }

  private func readBack(_ id: String, _ link: String) -> State {
    do throws(TrackerError) {
      guard let comment = try tracker.comment(id, of: order.ticket) else {
        return .ended(.unknown(reason: "The tracker said that it stored comment \(id), which is not there."))
      }
      return .seen(try sight(of: comment, among: standing(), isFound: false))
    } catch {
      return .ended(.unseen(id: id, link: link, reason: error.summary))
    }
  }

  /// A request whose answer was lost may still be under way: it is looked for more than once.
  private static let pauses: [Duration] = [.zero, .milliseconds(500), .milliseconds(1500)]

  private func lookAgain(_ reason: String, _ looks: Int) -> State {
    guard looks < Self.pauses.count, looks == 0 || wait(Self.pauses[looks]) else {
      return .ended(.unknown(reason: reason))
    }
    do throws(TrackerError) {
      let standing = try standing()
      let meaning = CommentMeaning(order.comment.body, of: tracker.destination.kind)
      let there = standing.comments.last { comment in
        // What stood there before, and stands there unchanged, is not what was sent, though it may have its mark.
        !before.comments.contains(comment)
          && (comment.mark == order.comment.mark
            || comment.mark == nil && CommentMeaning(comment.body, of: tracker.destination.kind) == meaning)
      }
      guard let there else { return .lost(reason: reason, looks: looks + 1) }
      // A walk may show less of a comment than the comment itself.
      let whole = try tracker.comment(there.id, of: order.ticket) ?? there
      return .seen(sight(of: whole, among: standing, isFound: true))
    } catch {
      return .lost(reason: reason, looks: looks + 1)
    }
  }

  /// What stands there now.
  ///
  /// Of a comment that is replaced the place may be anywhere: then all are read.
  private func standing() throws(TrackerError) -> TicketStanding {
    try TicketStanding(
      of: order.comment.mark.record, on: order.ticket, in: tracker,
      body: CommentMeaning(order.comment.body, of: tracker.destination.kind), known: known,
      since: order.replaces == nil ? before.newest : nil)
  }

  private func sight(of comment: StoredComment, among standing: TicketStanding, isFound: Bool) -> Sight {
    Sight(
      comment: comment, isFound: isFound,
      differences: order.comment.differences(from: comment, kind: tracker.destination.kind),
      duplicates: standing.others(than: comment.id))
  }
}

extension CommentDraft {
  /// How what a tracker stores differs from what was signed, in words.
  public func differences(from stored: StoredComment, kind: Destination.Kind) -> [String] {
    var differences: [String] = []
    let meaning = CommentMeaning(body, of: kind)
    if let place = meaning.difference(from: CommentMeaning(stored.body, of: kind)) {
      differences.append(place)
    }
    if stored.visibility != visibility {
      differences.append("the visibility: \(visibility.word) signed, \(stored.visibility.word) stored")
    }
    if stored.mark != mark {
      let kept = stored.mark.map { "that of revision \($0.revision) of \($0.record)" } ?? "none"
      differences.append("the mark by which it is known again: \(kept) stored")
    }
    return differences
  }
}

extension TrackerError {
  /// What happened, in a sentence, for the journal.
  var summary: String {
    switch self {
    case .unreachable(let error): error.sentence
    case .noTracker(let words), .doubtful(let words): words
    case .refused(let status, let messages), .limited(let status, let messages):
      "\(status)\(messages.isEmpty ? "" : ": ")\(messages.joined(separator: " "))"
    }
  }
}
