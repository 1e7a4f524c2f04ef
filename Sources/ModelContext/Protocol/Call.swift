import JSONRPC
import Storage
import Subprocess
import Synchronization

/// A request that is being answered.
final class Call: Sendable {
  let id: RequestID
  let parameters: [String: JSONTree]
  let client: Client

  private struct State {
    var isCancelled = false
    var cancellation: InterruptSwitch?
  }

  private let state = Mutex(State())

  init(_ id: RequestID, parameters: [String: JSONTree], client: Client) {
    self.id = id
    self.parameters = parameters
    self.client = client
  }

  /// Work that can be stopped begins; false where the answer is not wanted any more.
  ///
  /// Before that there is nothing to stop: calls that wait for their turn hold no descriptors.
  ///
  /// - Throws: `SubprocessError` where the system refuses.
  func begin() throws(SubprocessError) -> Bool {
    let cancellation = try InterruptSwitch()
    return state.withLock { state in
      state.cancellation = cancellation
      return !state.isCancelled
    }
  }

  /// The client no longer wants an answer, or has gone.
  func cancel() {
    let cancellation = state.withLock { state in
      state.isCancelled = true
      return state.cancellation
    }
    cancellation?.turn()
  }

  /// Comes when the client no longer wants an answer, or has gone.
  var interrupt: Interrupt { state.withLock { $0.cancellation }?.interrupt ?? .never }

  /// What progress is told under; nil where nobody wants to hear of it.
  var progressToken: JSONTree? {
    guard let token = parameters["_meta"]?["progressToken"], RequestID(token) != nil else { return nil }
    return token
  }

  /// A text among the parameters.
  ///
  /// - Throws: `ProtocolFault` where it is missing.
  func text(_ name: String) throws(ProtocolFault) -> String {
    guard let text = parameters[name]?.text else {
      throw ProtocolFault(.invalidParameters, "`\(name)` must be a string.")
    }
    return text
  }

  /// All lists are one page long.
  ///
  /// - Throws: `ProtocolFault` where another page is asked for.
  func requireFirstPage() throws(ProtocolFault) {
    guard let cursor = parameters["cursor"], cursor != .nothing else { return }
    throw ProtocolFault(.invalidParameters, "There is no such page: the first one holds all.")
  }
}
