public import Network

/// Why a call to a tracker gave no answer, by what it means for a comment that was to be posted.
public enum TrackerError: Error, Sendable, Equatable {
  /// Nothing was sent: no such host, no connection, no proof of who is at the other end, or something is missing here.
  case unreachable(HTTPError)

  /// What answers at the address is no tracker.
  case noTracker(String)

  /// The tracker refused: nothing was stored. The status of HTTP, and what it said, line by line.
  case refused(status: Int, messages: [String])

  /// The tracker has had too many requests, and was asked again until the time was up: nothing was stored.
  case limited(status: Int, messages: [String])

  /// It may have been stored or not: the answer was lost, cut off, not to be understood, or an error of the server.
  /// The comments have to be looked at before anything is sent again.
  case doubtful(String)
}
