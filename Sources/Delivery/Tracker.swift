/// What a delivery asks of the place that a record goes to: Jira, or what stands in for it in a test.
///
/// A call does one thing once. What is to be done about its failure, `TrackerError` says; nothing here posts again.
public protocol Tracker: Sendable {
  /// Where comments go, and in whose name.
  var destination: Destination { get }

  /// The ticket of a key.
  func ticket(_ key: String) throws(TrackerError) -> Ticket

  /// The body of the request that would post a comment, to the byte: it is this that a person signs.
  ///
  /// - Parameter there: the comment that it would take the place of; nil for a new one.
  func payload(of comment: CommentDraft, inPlaceOf there: StoredComment?) -> [UInt8]

  /// Posts a comment, once.
  ///
  /// What comes back is what the tracker answered; it need not hold the mark: `comment(_:of:)` reads the comment back.
  func post(_ payload: [UInt8], to key: String) throws(TrackerError) -> StoredComment

  /// Puts a comment in the place of one that stands, once.
  func replace(_ id: String, of key: String, with payload: [UInt8]) throws(TrackerError) -> StoredComment

  /// The comment of a number; nil where it is gone.
  func comment(_ id: String, of key: String) throws(TrackerError) -> StoredComment?

  /// Goes through the comments of a ticket, the newest first, until `body` says that it has seen enough.
  func eachComment(of key: String, _ body: (StoredComment) -> Continuation) throws(TrackerError)
}

/// Whether a walk goes on.
public enum Continuation: Sendable {
  case goOn, enough
}
