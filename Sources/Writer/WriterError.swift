public import Network

/// Why a writer gave no prose; never is anything of its answer used then.
public enum WriterError: Error, Sendable, Equatable {
  /// Nothing came back: no connection, no proof of who is at the other end, another address, an interruption.
  case unreachable(HTTPError)

  /// The time was up.
  case timedOut(Duration)

  /// The server had too much to do until the time was up: the status of HTTP, and what it said.
  case busy(status: Int, String)

  /// The server refused: the status of HTTP, and what it said.
  case refused(status: Int, String)

  /// What answers has not the interface that the settings name.
  case noAnswer(String)

  /// The model reached the end of what it may write; the marker that says so.
  case cutOff(String)

  /// The model declined, or a filter did: what was said.
  case declined(String)

  /// What the model wrote is not what was asked for: why.
  case malformed(String)
}

extension WriterError {
  /// The same, with what the server said put in other words.
  func mapping(_ change: (String) -> String) -> WriterError {
    switch self {
    case .unreachable, .timedOut: self
    case .busy(let status, let said): .busy(status: status, change(said))
    case .refused(let status, let said): .refused(status: status, change(said))
    case .noAnswer(let why): .noAnswer(change(why))
    case .cutOff(let marker): .cutOff(change(marker))
    case .declined(let said): .declined(change(said))
    case .malformed(let why): .malformed(change(why))
    }
  }
}
