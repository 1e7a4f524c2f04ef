import JSONRPC
import Storage
import Synchronization
import Subprocess
import Synchronization

/// Something that the client was asked, and its answer.
final class Question: Sendable {
  /// What is waited for.
  private let arrival: InterruptSwitch
  private let result = Mutex<JSONTree?>(nil)

  init() throws(SubprocessError) {
    arrival = try InterruptSwitch()
  }

  /// An answer of nil is an error of the client, or its end.
  func answer(with result: JSONTree?) {
    self.result.withLock { $0 = result }
    arrival.turn()
  }

  /// Waits for the answer; nil where none comes, or `interrupt` does.
  func wait(until interrupt: Interrupt, within limit: Duration) -> JSONTree? {
    guard Interrupt.first(of: [arrival.interrupt, interrupt], within: limit) == 0 else { return nil }
    return result.withLock { $0 }
  }
}

extension ModelContextServer {
  /// Asks the client, in a revision in which servers ask, and waits for what it answers.
  ///
  /// - Returns: nil where it gave no answer in time.
  /// - Throws: `SubprocessError` where the system refuses.
  func ask(_ method: String, _ parameters: [String: JSONTree], for call: Call, within limit: Duration)
    throws(SubprocessError) -> JSONTree?
  {
    let question = try Question()
    let id = state.withLock { state in
      state.asked += 1
      let id = RequestID.text("postmortem-\(state.asked)")
      state.questions[id] = question
      return id
    }
    writer.write(
      .object([
        "jsonrpc": .text("2.0"), "id": id.value, "method": .text(method), "params": .object(parameters),
      ]))
    let answer = question.wait(until: call.interrupt, within: limit)
    if state.withLock({ $0.questions.removeValue(forKey: id) }) != nil {
      writer.write(
        .object([
          "jsonrpc": .text("2.0"), "method": .text("notifications/cancelled"),
          "params": .object(["requestId": id.value]),
        ]))
    }
    return answer
  }
}
