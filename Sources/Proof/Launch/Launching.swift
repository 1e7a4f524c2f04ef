import FoundationEssentials
import Repository
import Storage
import Subprocess

/// Has a launcher run commands on other machines.
public struct Launching: Sendable {
  let template: LauncherTemplate

  /// How long a job may wait for its machine.
  let queueTime: Duration

  /// Starts the launcher, and ends it gently: it has to tell its scheduler.
  let spawner: Spawner

  /// The environment of the launcher.
  let environment: [String: String]

  /// Variables that the commands get wherever they run.
  let variables: [(name: String, value: String)]

  /// So often in a row a job may be lost before that is an answer.
  public static let patience = 3

  /// What a launcher may take beside the waiting and the command, in seconds.
  private static let grace = 60

  init(
    _ template: LauncherTemplate, queueTime: Duration, spawner: Spawner, environment: [String: String],
    variables: [(name: String, value: String)]
  ) {
    self.template = template
    self.queueTime = queueTime
    var gentle = spawner
    gentle.gentleness = .seconds(10)
    self.spawner = gentle
    self.environment = environment
    self.variables = variables
  }

  /// Runs a command once.
  ///
  /// - Parameter receive: gets what the command prints, both its outputs as one.
  /// - Throws: `JobLoss`; `Interrupted`, and errors of the system.
  func run(
    _ text: String, shell: String, in tree: String, directory: String, timeLimit: Duration,
    receive: (ArraySlice<UInt8>) throws -> Void
  ) throws -> (outcome: Outcome, node: String) {
    let seconds = Int(timeLimit.inSeconds.rounded(.up))
    let script = JobScript(
      text, shell: shell, tree: tree, directory: directory, timeLimit: seconds, variables: variables)
    let words = template.words(
      for: .init(
        arguments: ["sh", "-c", script.text], tree: tree,
        name: script.mark, timeLimit: seconds + Self.grace))
    var output = JobOutput(mark: script.mark)
    var began: (node: String, at: ContinuousClock.Instant)?
    var ended: (line: JobOutput.Line, at: ContinuousClock.Instant)?
    let start = ContinuousClock.now
    var outcome = try spawner.run(
      Command(words[0], Array(words.dropFirst()), environment: environment, workingDirectory: tree),
      deadline: { began.map { $0.at + .seconds(seconds + Self.grace) } ?? start + queueTime }
    ) { stream, bytes in
      guard stream == .output else { return output.feedError(bytes) }
      try output.feed(
        bytes,
        say: { line in
          if case .begin(let node) = line {
            began = (node, ContinuousClock.now)
          } else {
            ended = (line, ContinuousClock.now)
          }
        }, print: receive)
    }
    if let began, let ended, let end = Self.end(ended.line) {
      // What became of the launcher afterwards says nothing of the command.
      (outcome.ending, outcome.cutoff) = end
      outcome.duration = ended.at - began.at
      return (outcome, began.node)
    }
    if outcome.cutoff == .interrupt { throw Interrupted() }
    throw JobLoss(
      words: Self.words(outcome, began?.node, ended?.line, tree: tree),
      excerpt: Excerpt.lastLines(of: output.noise, count: 3), node: began?.node, tree: tree,
      at: Date.now.formatted(.iso8601))
  }

  /// How a command ended; nil where it did not begin.
  private static func end(_ line: JobOutput.Line) -> (Ending, Cutoff?)? {
    switch line {
    // A shell says so of a command that a signal ended.
    case .end(let status): (status > 128 && status < 193 ? .signal(status - 128) : .exit(status), nil)
    case .timeout: (.signal(9), .timeLimit)
    case .begin, .unseen, .shellMissing: nil
    }
  }

  private static func words(_ outcome: Outcome, _ node: String?, _ line: JobOutput.Line?, tree: String)
    -> String
  {
    switch line {
    case .unseen(let node): return "found no tree on \(node), which does not see \(tree)"
    case .shellMissing(let node): return "found no shell on \(node)"
    default: break
    }
    let what = node.map { "began on \($0) and did not end" } ?? "did not begin"
    switch (outcome.cutoff, outcome.ending) {
    case (.some, _): return "\(what) within its time"
    case (_, .exit(let status)): return "\(what): the launcher ended with exit status \(status)"
    case (_, .signal(let number)): return "\(what): the launcher was ended by signal \(number)"
    }
  }
}
