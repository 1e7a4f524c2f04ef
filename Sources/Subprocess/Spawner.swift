import CSubprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which of a program's two outputs a piece of text came from.
public enum OutputStream: Sendable, Equatable {
  /// Standard output; with merged outputs, both.
  case output

  /// Standard error.
  case error
}

/// Runs programs: each in a session of its own, within its limits, ended whole.
///
/// Processes are started by posix_spawn and watched by poll over their outputs and an exit descriptor (pidfd on
/// Linux, kqueue on macOS). `Foundation.Process` polls every 50 ms, deadlocks on full pipes and hides signals.
public struct Spawner: Sendable {
  /// The user's wish to stop.
  public var interrupt: Interrupt

  /// Whether processes that leave their session, while one of these programs runs, are taken for its own.
  ///
  /// It is so for commands of the user's. Another program that runs at the same time on another thread, such as git,
  /// then does not end them with itself. Of several such commands at a time each ends what carries its own value of
  /// `runVariable`; what carries none is ended with the last of them.
  public var ownsStrays = false

  /// How long a program that is to be ended has for ending by itself, once SIGTERM has told it; nil ends it at once.
  public var gentleness: Duration?

  /// The variable that tells the processes of one command from those of another that runs at the same time.
  public static let runVariable = "POSTMORTEM_RUN"

  /// A spawner whose programs end when `interrupt` comes.
  public init(interrupt: Interrupt = .never, ownsStrays: Bool = false) {
    self.interrupt = interrupt
    self.ownsStrays = ownsStrays
  }

  /// Runs `command` to its end and hands its output on as it comes.
  ///
  /// The program is ended, with its whole session and what daemonised out of it, when it exits itself (what it
  /// left in the background goes with it), when `timeLimit` is over, when the user interrupts, or when
  /// `receive` throws.
  ///
  /// - Parameters:
  ///   - input: what the program reads on its standard input; nil is `/dev/null`.
  ///   - deadline: a time limit that moves, instead: asked for whenever something happens.
  ///   - mergingOutputs: standard error goes where standard output goes, in the order of writing.
  ///   - receive: called with each piece of output, in order.
  /// - Throws: `SubprocessError`, or what `receive` throws.
  public func run(
    _ command: Command, input: [UInt8]? = nil, timeLimit: Duration? = nil,
    deadline: (() -> ContinuousClock.Instant)? = nil, mergingOutputs: Bool = false,
    receive: (OutputStream, ArraySlice<UInt8>) throws -> Void
  ) throws -> Outcome {
    _ = Self.ignoresBrokenPipes
    let clock = ContinuousClock()
    let start = clock.now
    var child = try Child.start(
      command, input: input != nil, mergingOutputs: mergingOutputs, ownsStrays: ownsStrays)
    var feed = input?[...] ?? []
    var cutoff: Cutoff?
    do {
      cutoff = try child.pump(
        feeding: &feed, until: { deadline?() ?? timeLimit.map { start.advanced(by: $0) } },
        interrupt: interrupt, receive: receive)
      if cutoff != nil, let gentleness {
        child.askToEnd()
        let end = clock.now.advanced(by: gentleness)
        _ = try child.pump(feeding: &feed, until: { end }, interrupt: .never, receive: receive)
      }
      let duration = clock.now - start
      let end = try child.endWhole()
      // What the program wrote before it ended may still stand in the pipes.
      try child.drain(receive: receive)
      return Outcome(
        ending: end.signalled != 0 ? .signal(end.code) : .exit(end.code), cutoff: cutoff, duration: duration,
        userTime: .microseconds(end.user_microseconds), systemTime: .microseconds(end.system_microseconds),
        peakMemory: Int(end.peak_memory_bytes), strays: child.strays)
    } catch {
      _ = try? child.endWhole()
      throw error
    }
  }

  /// A program that ends before it has read its input must not end us as well (SIGPIPE): writing fails instead.
  private static let ignoresBrokenPipes: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
  }()
}
