import Subprocess

/// How a program whose output is read as it comes was done with.
public enum StreamEnd: Sendable, Equatable {
  /// It said all that it had to say.
  case complete

  /// Its time was over; what it had said until then was read.
  case timeLimit

  /// The reader had enough.
  case stopped
}

/// What a reader throws when it has read enough.
struct EnoughRead: Error {}

extension GitProgram {
  /// Runs git and hands on what it prints line by line, as it comes, each without its newline.
  ///
  /// - Parameters:
  ///   - mayFindNothing: whether status 1 is an answer, as of `git grep`.
  ///   - receive: throws `EnoughRead` where no more is wanted.
  /// - Throws: `RepositoryError` where git fails, `Interrupted`, or what `receive` throws otherwise.
  func stream(
    _ arguments: [String], in directory: String, input: [UInt8]? = nil,
    adding variables: [String: String] = [:], timeLimit: Duration? = nil, mayFindNothing: Bool = false,
    receive: (ArraySlice<UInt8>) throws -> Void
  ) throws -> StreamEnd {
    let command = Command(
      "git", arguments, environment: environment.merging(variables) { _, new in new },
      workingDirectory: directory)
    var lines = LineSplitter()
    var errors: [UInt8] = []
    let outcome: Outcome
    do {
      outcome = try spawner.run(command, input: input, timeLimit: timeLimit) { stream, bytes in
        switch stream {
        case .output: try lines.split(bytes, receive: receive)
        case .error: errors += bytes.prefix(max(0, 65_536 - errors.count))
        }
      }
      if outcome.cutoff == nil { try lines.finish(receive: receive) }
    } catch is EnoughRead {
      return .stopped
    } catch SubprocessError.programNotFound {
      throw RepositoryError.gitMissing
    }
    switch outcome.cutoff {
    case .interrupt: throw Interrupted()
    case .timeLimit: return .timeLimit
    case nil: break
    }
    guard outcome.ending.isSuccess || mayFindNothing && outcome.ending == .exit(1) else {
      throw Self.error(arguments, outcome.ending, saying: errors)
    }
    return .complete
  }
}

/// Cuts bytes that come in pieces into lines.
struct LineSplitter {
  private var rest: [UInt8] = []

  /// Hands on the lines that `bytes` completes.
  mutating func split(_ bytes: ArraySlice<UInt8>, receive: (ArraySlice<UInt8>) throws -> Void) rethrows {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if rest.isEmpty {
        try receive(bytes[start..<end])
      } else {
        rest += bytes[start..<end]
        let line = rest
        rest = []
        try receive(line[...])
      }
      start = end + 1
    }
    rest += bytes[start...]
  }

  /// Hands on what stands behind the last newline.
  mutating func finish(receive: (ArraySlice<UInt8>) throws -> Void) rethrows {
    guard !rest.isEmpty else { return }
    let line = rest
    rest = []
    try receive(line[...])
  }
}
