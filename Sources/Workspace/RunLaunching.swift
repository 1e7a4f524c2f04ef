public import Declaration
import Proof

/// Whether the commands run on other machines.
public struct RunLaunching: ParsableArguments {
  /// The launcher.
  @Option(
    help: ArgumentHelp(
      "Hand the commands to other machines: 'slurm', 'ssh HOST', or a command of yours.",
      discussion: """
        A command of yours has {argv} where the command and its arguments go, or {command}, the same as one text for a \
        shell; and may have {tree}, {name}, {timeout} and {minutes}. No shell reads it. The trees have to be on a file system \
        that the machines share (--cache). A job that is lost is neither pass nor failure, and is made again \
        (docs/launchers.md).
        """, valueName: "template"))
  public var launcher: String?

  /// The time for waiting.
  @Option(help: ArgumentHelp("Give up a job that has not begun after this time.", valueName: "time"))
  public var queueTime: TimeSpan = .hours(24)

  /// The fields as declared.
  public init() {}

  /// Says it to a proof, which has its other options.
  ///
  /// - Throws: `UsageError`, `LauncherTemplateError`.
  func apply(to request: inout ProofRequest) throws {
    guard queueTime.milliseconds > 0 else { throw UsageError.notPositive("--queue-time") }
    guard let launcher else { return }
    guard !request.isOffline else { throw UsageError.offlineElsewhere }
    request.launcher = try LauncherTemplate(launcher)
    request.queueTime = queueTime.duration
  }
}
