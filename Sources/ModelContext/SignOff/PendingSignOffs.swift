import Delivery
import Digest
import Storage
import Synchronization

/// What people are being asked to sign by clients that ask by themselves and come back with the answer.
///
/// The client holds a handle that nobody can guess; what it stands for is here, so that nothing the client sends back
/// can change it. It ends with the process, after ten minutes, and with its first use.
final class PendingSignOffs: Sendable {
  /// Something that a person is asked to sign.
  struct Pending: Sendable {
    /// What was asked for.
    var arguments: JSONTree

    /// In which repository.
    var root: String

    /// What was shown, to the byte.
    var terms: SignedTerms

    var end: ContinuousClock.Instant
    var isUsed = false
  }

  /// So many are remembered; the oldest goes first.
  private static let limit = 64

  private struct State {
    var pending: [String: Pending] = [:]
    var order: [String] = []
  }

  private let state = Mutex(State())
  private let lifetime: Duration

  init(lifetime: Duration = .seconds(Approval.lifetime)) {
    self.lifetime = lifetime
  }

  /// Remembers what is shown, and gives its handle.
  func add(_ arguments: JSONTree, in root: String, terms: SignedTerms) -> String {
    let handle = RandomBytes.hexadecimal(count: 32)
    let end = ContinuousClock.now + lifetime
    state.withLock { state in
      state.pending[handle] = Pending(arguments: arguments, root: root, terms: terms, end: end)
      state.order.append(handle)
      if state.order.count > Self.limit { state.pending[state.order.removeFirst()] = nil }
    }
    return handle
  }

  /// What a handle stands for.
  ///
  /// - Throws: `NotPosted` where it stands for nothing, or no longer.
  func pending(_ handle: String) throws(NotPosted) -> Pending {
    guard let pending = state.withLock({ $0.pending[handle] }) else {
      throw NotPosted("This confirmation is not known here.")
    }
    try check(pending)
    return pending
  }

  /// Uses it up: of two that come at once, one is refused.
  ///
  /// - Throws: `NotPosted` where it has been used, or its time is over.
  func spend(_ handle: String) throws(NotPosted) {
    let pending = state.withLock { state in
      let pending = state.pending[handle]
      state.pending[handle]?.isUsed = true
      return pending
    }
    guard let pending else { throw NotPosted("This confirmation is not known here.") }
    try check(pending)
  }

  private func check(_ pending: Pending) throws(NotPosted) {
    if pending.isUsed { throw NotPosted("This confirmation has served already: each serves once.") }
    if ContinuousClock.now >= pending.end {
      throw NotPosted("This confirmation has expired: each counts for ten minutes.")
    }
  }
}

/// Nothing was posted, and why.
struct NotPosted: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
