import Casework
import Digest
import Masking
import Proof
import Repository
import Storage
import Subprocess

/// Runs the command of an experiment in the user's directory, and keeps what was different and what came out.
struct ExperimentRun {
  let workspace: Workspace
  let repository: Repository
  let ledger: LedgerJournal
  let masker: Masker

  /// How many of the last lines of the output stand in the ledger.
  static let excerptLength = 12

  /// How many files that are not in the diff are named.
  private static let namesLeftOut = 20

  /// Fills in all of `experiment` that is measured.
  ///
  /// - Parameter variables: set for the command beside those of the user.
  /// - Throws: `SubprocessError` where the command cannot be run at all.
  func carryOut(
    _ experiment: Experiment, setting variables: [String: String], timeLimit: Duration
  ) throws -> (experiment: Experiment, masked: [MaskedPlace]) {
    var experiment = experiment
    let logs = try ledger.logDirectory()
    // First: once the user has interrupted, git is no longer asked anything.
    var masked = try takeDiff(into: &experiment, logs)
    experiment.directory = repository.treePath(of: ".", from: workspace.directory)
    var log = RunLog(in: logs, growing: "\(RandomBytes.hexadecimal(count: 8)).growing", masker: masker)
    let observe = workspace.observe
    let outcome = try workspace.commandSpawner.run(
      command(experiment.command, variables), timeLimit: timeLimit, mergingOutputs: true
    ) { _, bytes in
      try log.append(bytes)
      observe(.experiment(.printed(bytes)))
    }
    take(outcome, into: &experiment)
    let text = try log.keptText()
    let isSilent = log.size == 0
    let digest = isSilent ? nil : try log.keep()
    experiment.output = Experiment.Output(
      excerpt: Excerpt.lastLines(of: text, count: Self.excerptLength), digest: digest, bytes: log.keptSize,
      file: digest.map { "logs/\($0).log" })
    masked += MaskedPlace.list(log.secrets, in: experiment.output?.file ?? "output") ?? []
    return (experiment, masked)
  }

  private func command(_ words: [String], _ variables: [String: String]) -> Command {
    let name = words.first ?? ""
    let isPath = name.utf8.contains(UInt8(ascii: "/"))
    var environment = workspace.environment.merging(variables) { _, new in new }
    environment["PWD"] = workspace.directory
    return Command(
      isPath ? Path.absolute(name, from: workspace.directory) : name, Array(words.dropFirst()),
      environment: environment, workingDirectory: workspace.directory)
  }

  private func takeDiff(into experiment: inout Experiment, _ logs: String) throws -> [MaskedPlace] {
    let temporary = workspace.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let diff = try repository.workingTreeDiff(
      excluding: ".postmortem", scratch: "\(temporary)/postmortem-\(RandomBytes.hexadecimal(count: 8))")
    experiment.commit = diff.commit?.id.digits
    guard diff.files > 0 || !diff.leftOut.isEmpty else { return [] }
    let masked = masker.mask(diff.text)
    let digest = SHA256.hexadecimal(of: masked.text)
    let path = "\(logs)/\(digest).diff"
    if !FileTree.isFile(path) { try FileTree.write(masked.text, to: path, mode: 0o644) }
    let more = diff.leftOut.count - Self.namesLeftOut
    let names =
      diff.leftOut.prefix(Self.namesLeftOut).map(\.description) + (more > 0 ? ["and \(more) more"] : [])
    experiment.diff = Experiment.Diff(
      digest: digest, files: diff.files, added: diff.added, removed: diff.removed,
      leftOut: names.isEmpty ? nil : names, file: "logs/\(digest).diff")
    return MaskedPlace.list(masked.secrets, in: "logs/\(digest).diff") ?? []
  }

  private func take(_ outcome: Outcome, into experiment: inout Experiment) {
    switch outcome.cutoff {
    case .timeLimit: experiment.cutoff = .timeLimit
    case .interrupt: experiment.cutoff = .interrupt
    case nil:
      switch outcome.ending {
      case .exit(let status): experiment.exitStatus = Int(status)
      case .signal(let number): experiment.signal = Int(number)
      }
    }
    let milliseconds = (outcome.duration / .milliseconds(1)).rounded()
    experiment.seconds = milliseconds / 1000
  }
}
