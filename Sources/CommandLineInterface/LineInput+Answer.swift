import Terminal
import Workspace

extension LineInput {
  /// The line that a person types next; nil at the end of the input.
  ///
  /// - Throws: `ConversationInterrupted` where they press Ctrl-C.
  func answer(on console: Console) throws -> String? {
    switch next() {
    case .line(let text): return text
    case .end:
      // What follows starts on a line of its own.
      console.tell("\n")
      return nil
    case .interrupted:
      console.tell("\n")
      throw ConversationInterrupted()
    }
  }
}
