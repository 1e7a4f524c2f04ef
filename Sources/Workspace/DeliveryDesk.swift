import Casework
import Delivery
import Masking
import Record
import Rendering
import Storage

/// A record on its way out: what it has to pass, what would be sent, and the lock that keeps two from sending at once.
struct DeliveryDesk {
  let desk: CaseDesk
  let facts: Case
  let journal: DeliveryJournal
  let tracker: any Tracker
  let plan: DeliveryPlan
  let sheet: SignOffSheet

  /// The state of the user, where approvals wait.
  let approvals: ApprovalStore

  /// What was said to be wrong with earlier revisions.
  let wrong: String?

  /// Looks at the ticket and the journal anew: what has to be done may have changed since `plan` was made.
  let look: () throws -> DeliveryPlan

  private let lock: FileLock?

  /// Reads case, record and ticket; nothing is sent.
  ///
  /// - Parameters:
  ///   - masker: masks what is said to be wrong, which is kept.
  ///   - sends: whether something may be sent, so that no other process may meanwhile.
  /// - Throws: `RecordRefused` where the record does not pass; `DeliveryUnderWay`; errors of the rooms below.
  init(
    of key: String, wish: DeliveryWish, masking masker: Masker, sends: Bool, in workspace: Workspace
  ) throws {
    let audience = try wish.audience()
    let wrong = try wish.wrong.map(WrongSection.init)
    desk = try CaseDesk(in: workspace)
    let contents = try desk.store.read(key)
    facts = try contents.file.facts()
    let directory = try desk.store.directory(of: key)
    let path = try desk.record(of: key)
    let text = try FileTree.read(path)
    let place = Path.relative(path, to: desk.root) ?? path
    let record = RecordDocument(text)
    let passage = RecordPassage(
      record, at: place, gate: try desk.gate(of: contents),
      review: try ProjectFiles(root: desk.root).review(),
      claims: try RecordGrounding(desk).claims(in: record))
    guard passage.obstacles.isEmpty else { throw RecordRefused(key: key, obstacles: passage.obstacles) }
    let ticket = try wish.ticketKey(of: facts)
    approvals = try StateDirectory.approvals(home: workspace.home, outside: desk.root)
    lock = sends ? try Self.lock(directory, of: key, in: desk.store) : nil
    journal = DeliveryJournal(in: directory)
    tracker = try workspace.tracker(of: desk)
    let rendering = try Rendered(
      text, at: place, for: tracker.destination.kind, of: desk)
    look = { [tracker, journal] in
      try workspace.asking {
        try DeliveryPlan(
          record: key, body: rendering.bytes, visibility: audience, ticket: ticket, in: tracker,
          after: journal.read().entries)
      }
    }
    plan = try look()
    self.wrong = wrong.map { "\($0.section.heading): \(masker.mask($0.why).text)" }
    sheet = SignOffSheet(plan, rendering)
  }

  private static func lock(_ directory: String, of key: String, in store: CaseStore) throws -> FileLock {
    try store.keepOutOfGit()
    guard let lock = try FileLock.take("\(directory)/delivery.lock") else { throw DeliveryUnderWay(key: key) }
    return lock
  }

  /// Whether it is to be said first which section is wrong.
  var asksWhatIsWrong: Bool {
    if case .replace(_, .otherRevision) = plan.need {
      return plan.order.comment.mark.revision >= DraftMemory.revisionThatAsks && wrong == nil
    }
    return false
  }

  /// A record as its destination takes it.
  struct Rendered {
    let bytes: [UInt8]
    let drawing: SignOffSheet.Drawing
    let excesses: [String]

    init(
      _ text: [UInt8], at path: String, for kind: Destination.Kind, of desk: CaseDesk
    ) throws {
      var options = try RenderingOptions(of: desk)
      options.whole = path
      switch kind {
      case .cloud:
        let preview = try ADFPreview(text, options: options)
        bytes = preview.bytes
        drawing = .document(preview.document)
        excesses = preview.excesses
      case .dataCenter:
        options.fits = true
        let rendering = try RenderTarget.jira.render(text, options: options)
        bytes = rendering.bytes
        drawing = .markup(String(decoding: rendering.bytes, as: UTF8.self))
        excesses = rendering.excesses
      }
    }
  }
}

/// What is on a ticket changed while a person read what they were to sign.
struct TicketChanged: Error {
  var ticket: String
}

/// Another process is delivering the same case.
struct DeliveryUnderWay: Error {
  var key: String
}

extension SignOffSheet {
  init(_ plan: DeliveryPlan, _ rendering: DeliveryDesk.Rendered) {
    let order = plan.order
    let mark = order.comment.mark
    var facts: [(name: String, text: String)] = [
      ("site", "\(order.destination.site) (\(order.destination.kind.title))"),
      ("ticket", "\(plan.ticket.key): \(plan.ticket.summary)"), ("", plan.ticket.link),
      ("posted by", order.destination.account),
      ("visible to", order.comment.visibility.words(onTicketFor: plan.ticket.servesCustomers)),
    ]
    switch plan.need {
    case .replace(let there, let reason):
      facts.append(("replaces", Self.words(for: there, reason, visibleTo: order.comment.visibility)))
      facts.append(("", there.link))
    case .post, .nothing: facts.append(("makes", "a new comment"))
    }
    facts.append(("revision", "\(mark.revision) of \(mark.record)"))
    self.init(
      drawing: rendering.drawing, facts: facts, warnings: rendering.excesses + Self.duplicates(plan),
      terms: order.terms)
  }

  private static func words(
    for there: StoredComment, _ reason: DeliveryNeed.Reason, visibleTo visibility: Visibility
  ) -> String {
    let what =
      switch reason {
      case .otherRevision: there.mark.map { "revision \($0.revision)" } ?? "an earlier text"
      case .otherVisibility: "the same text"
      case .changedThere: "this revision, which was changed on the ticket"
      }
    let readers = there.visibility == visibility ? "" : ", visible to \(there.visibility.word)"
    return "comment \(there.id): \(what)\(readers), by \(there.author)"
      + (there.updated.isEmpty ? "" : ", \(there.updated.prefix(10))")
  }

  /// What a ticket that holds a record several times is said of.
  static func duplicates(_ plan: DeliveryPlan) -> [String] {
    var kept = ""
    switch plan.need {
    case .nothing(let there), .replace(let there, _): kept = there.id
    case .post: break
    }
    return plan.standing.others(than: kept).map { "The ticket holds the record once more: \($0.link)" }
  }
}

extension Visibility {
  /// Who may read it, in words.
  func words(onTicketFor customers: Bool) -> String {
    switch self {
    case .everyone: customers ? "everyone, CUSTOMERS INCLUDED" : "everyone who may read the ticket"
    case .internal: "the team only, no customers (internal)"
    case .role(let name): "those in the role “\(name)”"
    case .group(let name): "the members of the group “\(name)”"
    }
  }
}
