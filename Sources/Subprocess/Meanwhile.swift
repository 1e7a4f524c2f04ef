import CSubprocess
import Synchronization

/// Something that another thread does meanwhile: most often, waiting for a program.
///
/// Whoever needs what comes of it waits for it. It goes on to its end, whether anybody does or not.
public final class Meanwhile<Value: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () throws -> Value)
    case running
    case done(Result<Value, any Error>)
  }

  private let state: Mutex<State>
  private let bell: Bell

  /// Begins it.
  ///
  /// - Throws: `SubprocessError` where no pipe can be made.
  public init(_ work: @escaping @Sendable () throws -> Value) throws(SubprocessError) {
    state = Mutex(.waiting(work))
    bell = try Bell()
    let workers = try Workers(limit: 1)
    workers.run { [self] in
      if let result = take() {
        state.withLock { $0 = .done(result) }
        bell.ring()
      }
    }
    workers.end()
  }

  /// What came of it, once it is done.
  ///
  /// Where no thread has begun with it, as where the system has none left, the caller's does it.
  ///
  /// - Throws: what the work throws.
  public func value() throws -> Value {
    if let result = take() {
      state.withLock { $0 = .done(result) }
      bell.ring()
    }
    bell.wait()
    // For the next one who asks.
    bell.ring()
    guard case .done(let result) = state.withLock({ $0 }) else {
      preconditionFailure("The bell rings when it is done.")
    }
    return try result.get()
  }

  /// Does the work where nobody has begun with it.
  private func take() -> Result<Value, any Error>? {
    let work: (@Sendable () throws -> Value)? = state.withLock { state in
      guard case .waiting(let work) = state else { return nil }
      state = .running
      return work
    }
    return work.map { work in Result { try work() } }
  }
}
