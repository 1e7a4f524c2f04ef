import Synchronization

/// A request that waits for its answer.
final class PendingCall: Sendable {
  private let state = Mutex(false)

  /// The client no longer wants an answer.
  func cancel() { state.withLock { $0 = true } }

  var isCancelled: Bool { state.withLock { $0 } }
}
