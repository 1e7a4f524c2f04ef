import Delivery
import Network
import Storage
import Synchronization

/// A tracker that keeps its comments in memory, and fails as it is told.
final class MemoryTracker: Tracker {
  /// What happens to a request.
  enum Fault: CaseIterable, Sendable {
    /// Nothing is sent.
    case unreachable

    /// It is sent and refused.
    case refused

    /// There were too many requests.
    case limited

    /// An error of the server, nothing stored.
    case errorBefore

    /// An error of the server, stored all the same.
    case errorAfter

    /// The connection breaks, nothing stored.
    case brokenBefore

    /// The answer is lost, the comment stored.
    case brokenAfter

    /// It is stored, but only after the comments were looked at once.
    case late

    /// A proxy delivers it twice.
    case twice

    /// Whether the comment stands there in the end.
    var stores: Bool {
      switch self {
      case .errorAfter, .brokenAfter, .late, .twice: true
      default: false
      }
    }
  }

  /// What is kept, and what is to happen.
  struct State {
    var comments: [StoredComment] = []
    var next = 10_000
    var faults: [Fault] = []
    var readFailures = 0
    var writes = 0
    var late: [(payload: [UInt8], replaces: String?)] = []
    var alter: @Sendable (inout StoredComment) -> Void = { _ in }
  }

  /// A request's body.
  private struct Payload: Codable {
    var body: String
    var visibility: String
    var record: String
    var revision: Int
    var digest: String
  }

  let destination: Destination
  let servesCustomers: Bool
  let state = Mutex(State())

  init(servesCustomers: Bool = false, kind: Destination.Kind = .dataCenter) {
    destination = Destination(
      site: "https://jira.example", kind: kind, account: "Ada Byron", accountID: "ada")
    self.servesCustomers = servesCustomers
  }

  var comments: [StoredComment] { state.withLock(\.comments) }

  func fail(_ faults: Fault...) { state.withLock { $0.faults += faults } }

  /// Somebody else writes a comment.
  func add(
    _ body: String, by author: String = "grace", visibility: Visibility = .everyone, mark: CommentMark? = nil
  ) {
    state.withLock { state in
      let id = "\(state.next)"
      state.next += 1
      state.comments.append(
        StoredComment(
          id: id, link: "https://jira.example/c/\(id)", author: author, authorID: author, updated: "",
          body: Array(body.utf8), visibility: visibility, mark: mark))
    }
  }

  func ticket(_ key: String) throws(TrackerError) -> Ticket {
    Ticket(
      key: key, summary: "The sum is wrong", link: "https://jira.example/browse/\(key)",
      servesCustomers: servesCustomers)
  }

  func payload(of comment: CommentDraft, inPlaceOf there: StoredComment?) -> [UInt8] {
    let payload = Payload(
      body: String(decoding: comment.body, as: UTF8.self), visibility: comment.visibility.word,
      record: comment.mark.record, revision: comment.mark.revision, digest: comment.mark.digest)
    return (try? JSONText.encode(payload)) ?? []
  }

  func post(_ payload: [UInt8], to key: String) throws(TrackerError) -> StoredComment {
    try write(payload, over: nil)
  }

  func replace(_ id: String, of key: String, with payload: [UInt8]) throws(TrackerError) -> StoredComment {
    try write(payload, over: id)
  }

  func comment(_ id: String, of key: String) throws(TrackerError) -> StoredComment? {
    try beRead()
    return comments.first { $0.id == id }
  }

  func eachComment(of key: String, _ body: (StoredComment) -> Continuation) throws(TrackerError) {
    try beRead()
    for comment in comments.reversed() where body(comment) == .enough { break }
    state.withLock { state in
      for (payload, replaces) in state.late { _ = Self.store(payload, over: replaces, in: &state) }
      state.late = []
    }
  }

  private func beRead() throws(TrackerError) {
    let fails = state.withLock { state in
      defer { state.readFailures = max(0, state.readFailures - 1) }
      return state.readFailures > 0
    }
    if fails { throw .doubtful("The answer was cut off.") }
  }

  private func write(_ payload: [UInt8], over id: String?) throws(TrackerError) -> StoredComment {
    let result = state.withLock { state -> Result<StoredComment, TrackerError> in
      state.writes += 1
      let fault = state.faults.isEmpty ? nil : state.faults.removeFirst()
      switch fault {
      case .unreachable:
        return .failure(
          .unreachable(HTTPError(.noSuchHost, origin: "https://jira.example", mayHaveArrived: false)))
      case .refused: return .failure(.refused(status: 403, messages: ["No permission to comment."]))
      case .limited: return .failure(.limited(status: 429, messages: []))
      case .errorBefore: return .failure(.doubtful("The server answered 503."))
      case .brokenBefore: return .failure(.doubtful("The connection broke."))
      case .errorAfter, .brokenAfter:
        _ = Self.store(payload, over: id, in: &state)
        return .failure(.doubtful("The answer was lost."))
      case .late:
        state.late.append((payload, id))
        return .failure(.doubtful("No answer came in time."))
      case .twice:
        _ = Self.store(payload, over: id, in: &state)
        return Self.store(payload, over: id, in: &state)
      case nil: return Self.store(payload, over: id, in: &state)
      }
    }
    return try result.get()
  }

  private static func store(
    _ bytes: [UInt8], over id: String?, in state: inout State
  ) -> Result<StoredComment, TrackerError> {
    guard let payload = try? JSONText.decode(Payload.self, from: bytes),
      let visibility = Visibility(word: payload.visibility)
    else { return .failure(.refused(status: 400, messages: ["Comment body is not valid!"])) }
    let number = id ?? "\(state.next)"
    var comment = StoredComment(
      id: number, link: "https://jira.example/c/\(number)", author: "Ada Byron", authorID: "ada",
      updated: "", body: Array(payload.body.utf8), visibility: visibility,
      mark: CommentMark(record: payload.record, revision: payload.revision, digest: payload.digest))
    state.alter(&comment)
    if let id {
      guard let place = state.comments.firstIndex(where: { $0.id == id }) else {
        return .failure(.refused(status: 404, messages: []))
      }
      state.comments[place] = comment
    } else {
      state.next += 1
      state.comments.append(comment)
    }
    return .success(comment)
  }
}
