public import Delivery

/// What came of posting a record.
public struct PostReport: Sendable, Encodable {
  /// What came of it, in a word.
  public enum Outcome: String, Sendable, Encodable {
    /// It stands on the ticket now.
    case posted

    /// It took the place of an earlier one.
    case replaced

    /// It stood there already: nothing was sent.
    case alreadyThere = "already-there"

    /// Nothing was to be sent, only shown.
    case dryRun = "dry-run"

    /// Which section is wrong is to be said first.
    case asksWhatIsWrong = "asks-what-is-wrong"

    /// The tracker says that it stores it; it could not be read back.
    case notReadBack = "not-read-back"

    /// It may have arrived or may still arrive.
    case unknown
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/post/1"

  /// The case.
  public var key: String

  /// What came of it.
  public var outcome: Outcome

  /// What was signed, or would be.
  public var terms: SignedTerms

  /// Who signed it; absent where nothing was sent.
  public var signedBy: String?

  /// Where people read it.
  public var link: String?

  /// The comment's number.
  public var comment: String?

  /// The method and the path of the request.
  public var request: String

  /// How many bytes its body has.
  public var bytes: Int

  /// How what stands there differs from what was signed.
  public var differences: [String] = []

  /// Comments that hold the record once more.
  public var duplicates: [String] = []

  /// What was found out of an earlier delivery that was cut short.
  public var settled = false

  /// Why it is not known whether it arrived.
  public var reason: String?

  /// What may be done next.
  public var next: String?

  /// The request's body.
  public var payload: [UInt8]

  /// Whether only that is wanted.
  public var showsPayload = false

  private enum CodingKeys: String, CodingKey {
    case schema, key, outcome, terms, signedBy, link, comment, request, bytes, differences, duplicates,
      settled
    case reason, next
  }

  init(_ outcome: Outcome, of key: String, _ plan: DeliveryPlan) {
    self.key = key
    self.outcome = outcome
    terms = plan.order.terms
    request = plan.order.request
    payload = plan.order.payload
    bytes = payload.count
    switch plan.need {
    case .nothing(let there), .replace(let there, _):
      link = there.link
      comment = there.id
      duplicates = plan.standing.others(than: there.id).map(\.link)
    case .post: break
    }
  }
}
