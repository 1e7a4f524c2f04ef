import Delivery
import Origin
import Proof
import Storage
import Synchronization
import Workspace

/// Tells the client how far an operation has come, where it wants to know, and not too often.
final class ProgressTeller: Sendable {
  private struct State {
    var count: Int64 = 0
    var told: ContinuousClock.Instant?
  }

  /// Ten times a second is more than anybody reads.
  private static let pause = Duration.milliseconds(100)

  private let call: Call
  private let server: ModelContextServer
  private let state = Mutex(State())

  init(_ call: Call, _ server: ModelContextServer) {
    self.call = call
    self.server = server
  }

  @Sendable func tell(_ event: WorkspaceEvent) {
    guard let token = call.progressToken, let words = Self.words(for: event) else { return }
    let count: Int64? = state.withLock { state in
      state.count += 1
      let now = ContinuousClock.now
      if let told = state.told, now - told < Self.pause { return nil }
      state.told = now
      return state.count
    }
    guard let count else { return }
    var parameters: [String: JSONTree] = ["progressToken": token, "progress": .whole(count)]
    if call.client.revision.hasAnnotations { parameters["message"] = .text(words) }
    server.notify("notifications/progress", parameters, about: call)
  }

  private static func words(for event: WorkspaceEvent) -> String? {
    switch event {
    case .proof(.planned): "Planned."
    case .proof(.checkingOut(let side)): "Checking out the tree \(side.rawValue) the fix."
    case .proof(.settingUp(let side)): "Setting up the tree \(side.rawValue) the fix."
    case .proof(.running(let side, let pair, let counts)):
      """
      Pair \(pair), running \(side.rawValue). Failed: before \(counts.failuresBefore) of \(counts.runsBefore), after \
      \(counts.failuresAfter) of \(counts.runsAfter).
      """
    case .proof(.cleaningUp): "Removing the trees."
    case .origin(.reading): "Reading the history."
    case .origin(.searching(.planned)): "Planned."
    case .origin(.searching(.settingUp(let commits, _))): "Setting up \(commits.joined(separator: ", "))."
    case .origin(.searching(.running(let commits, let counts))):
      "Running at \(commits.joined(separator: ", ")), after \(counts.runs) runs; about \(counts.commitsLeft) commits left."
    case .origin(.keeping): "Keeping what was found."
    case .waiting(let wait):
      switch wait.reason {
      case .tooManyRequests: "Jira takes no more requests for now; waiting."
      case .noAnswer: "Jira did not answer; waiting."
      }
    // No tool of an agent's asks a writer.
    case .experiment, .writer: nil
    }
  }
}
