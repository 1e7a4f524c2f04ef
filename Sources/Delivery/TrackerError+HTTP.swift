import Network

extension HTTPError {
  /// Whether the same may work a moment later.
  var isPassing: Bool {
    switch cause {
    case .timedOut, .broken: true
    case .noConnection: mayHaveArrived
    default: false
    }
  }
}

extension TrackerError {
  init(_ error: HTTPError) {
    self = error.mayHaveArrived ? .doubtful(error.sentence) : .unreachable(error)
  }
}
