import Delivery

/// Says why nothing happens for a while, and for how long.
struct TrackerWaitText {
  /// A line; empty for a wait that nobody notices.
  let line: String

  init(_ wait: TrackerWait) {
    let parts = wait.duration.components
    guard parts.seconds > 0 else {
      line = ""
      return
    }
    let reason =
      switch wait.reason {
      case .tooManyRequests: "Jira takes no more requests for now (429)"
      case .noAnswer: "Jira did not answer, or has a trouble of its own"
      }
    // Rather a second too many than one that has passed already.
    line = "\(reason): it is asked again in \(parts.seconds + (parts.attoseconds > 0 ? 1 : 0)) s.\n"
  }
}
