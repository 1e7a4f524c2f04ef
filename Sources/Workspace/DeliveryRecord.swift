public import Delivery

/// One delivery, as the journal tells it.
public struct DeliveryRecord: Sendable, Encodable, Equatable {
  /// What became of it.
  public enum Outcome: String, Sendable, Encodable {
    /// It was seen to stand there.
    case confirmed

    /// The tracker said that it stores it; nobody has seen it since.
    case sent

    /// It was refused.
    case refused

    /// It was cut short: it may have arrived.
    case unfinished
  }

  /// The number of its first line in the journal.
  public var number: Int

  /// When it was begun: ISO 8601, UTC.
  public var at: String

  /// What became of it.
  public var outcome: Outcome

  /// What was signed.
  public var terms: SignedTerms

  /// Who signed.
  public var signedBy: String

  /// When: ISO 8601, UTC.
  public var signedAt: String

  /// What was said to be wrong with earlier revisions.
  public var wrong: String?

  /// The comment's number.
  public var comment: String?

  /// Where people read it.
  public var link: String?

  /// How what was stored differed from what was signed.
  public var differences: [String] = []

  /// Why it was refused.
  public var reason: String?

  /// Whether nothing later took its place.
  public var isCurrent = false

  /// Whether the record is still what was posted; absent for what a later delivery replaced.
  public var matchesRecord: Bool?

  /// How the comment differs from the record now; absent where the tracker was not asked.
  public var standing: [String]?
}

extension [DeliveryEntry] {
  /// The deliveries that the lines of a journal tell of.
  var deliveries: [DeliveryRecord] {
    var records: [DeliveryRecord] = []
    for entry in self {
      if entry.step == .intent, let terms = entry.terms {
        records.append(
          DeliveryRecord(
            number: entry.number, at: entry.at, outcome: .unfinished, terms: terms,
            signedBy: entry.approval?.by ?? "", signedAt: entry.approval?.at ?? "", wrong: entry.wrong))
      }
      guard let place = records.firstIndex(where: { $0.number == entry.delivery }) else { continue }
      switch entry.step {
      case .intent: continue
      case .sent: records[place].outcome = .sent
      case .confirmed: records[place].outcome = .confirmed
      case .refused: records[place].outcome = .refused
      }
      records[place].comment = entry.comment ?? records[place].comment
      records[place].link = entry.link ?? records[place].link
      records[place].differences = entry.differences ?? records[place].differences
      records[place].reason = entry.reason ?? records[place].reason
    }
    var last: [String: Int] = [:]
    for (place, record) in records.enumerated() where record.outcome == .confirmed || record.outcome == .sent
    {
      last["\(record.terms.site) \(record.terms.ticket)"] = place
    }
    for place in last.values { records[place].isCurrent = true }
    return records
  }
}
