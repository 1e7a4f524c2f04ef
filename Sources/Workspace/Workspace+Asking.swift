import Delivery
import Subprocess

extension Workspace {
  /// Carries out what asks a tracker; where the user stopped it, that is what is told.
  ///
  /// - Throws: what `body` throws; `ConversationInterrupted`.
  func asking<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as TrackerError {
      if interrupt.hasCome { throw ConversationInterrupted() }
      throw error
    }
  }
}
