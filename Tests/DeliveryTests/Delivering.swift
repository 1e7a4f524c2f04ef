import Delivery
import Scratch

/// What a person does who delivers a record: looks, signs, and has it sent; again, where that was cut short.
struct Delivering {
  let tracker: MemoryTracker
  let directory: TemporaryDirectory
  let journal: DeliveryJournal
  let store: ApprovalStore

  init(_ tracker: MemoryTracker = MemoryTracker()) throws {
    self.tracker = tracker
    directory = try TemporaryDirectory()
    journal = DeliveryJournal(in: directory.path)
    store = try ApprovalStore(in: "\(directory.path)/state")
  }

  static let now = 1_800_000_000
  static let moment = "2027-01-15T08:00:00Z"

  func plan(_ body: String = "It carries.", _ visibility: Visibility? = nil) throws -> DeliveryPlan {
    let bytes = Array(body.utf8)
    return try DeliveryPlan(
      record: "RILL-1", body: bytes, visibility: visibility, ticket: "RILL-1", in: tracker,
      after: journal.read().entries)
  }

  /// A posting that is signed and not begun.
  func posting(_ plan: DeliveryPlan) throws -> Posting {
    let approval = try store.sign(plan.order.terms, by: "Ada", at: Self.now)
    try store.spend(approval, at: Self.now)
    return Posting(
      plan, signed: approval, at: Self.moment, to: tracker, journal: journal, now: { Self.moment },
      wait: { _ in true })
  }

  /// One call of the tool, to its end or, as a crash would have it, only so many steps.
  @discardableResult
  func call(_ body: String = "It carries.", _ visibility: Visibility? = nil, steps: Int = .max) throws
    -> Ending
  {
    let plan = try plan(body, visibility)
    if case .nothing(let there) = plan.need {
      _ = try plan.settle(journal, now: Self.moment)
      return .there(there.id)
    }
    var posting = try posting(plan)
    for _ in 0..<steps {
      if case .ended(let outcome) = posting.state { return .ended(outcome) }
      try posting.advance()
    }
    return .crashed(posting.state)
  }

  /// How a call ended.
  enum Ending: Equatable {
    case there(String)
    case ended(Posting.Outcome)
    case crashed(Posting.State)

    /// Whether the caller was told that the record stands there.
    var isDelivered: Bool {
      switch self {
      case .there, .ended(.delivered): true
      default: false
      }
    }

    var sight: Posting.Sight? {
      guard case .ended(.delivered(let sight)) = self else { return nil }
      return sight
    }
  }
}
