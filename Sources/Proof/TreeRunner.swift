import Digest
import Masking
import Patterns
import Recognition
import Repository
import Storage
import Subprocess

/// Runs commands in trees, under the limits of the request.
struct TreeRunner: Sendable {
  private(set) var plan: ProofPlan
  let spawner: Spawner
  let environment: [String: String]

  /// What is put in front of the shell, to take the network away.
  let prefix: [String]

  /// Takes commands to other machines; nil where they run on this one.
  let launching: Launching?

  private(set) var judge: RunJudge

  /// Masks what is kept.
  let masker: Masker

  /// Where the logs go.
  let logDirectory: String

  /// The directory that commands run in, in a tree.
  func directory(in tree: CheckedOutTree) -> String {
    let inner = plan.directory.isEmpty ? tree.path : "\(tree.path)/\(plan.directory)"
    return FileTree.isDirectory(inner) ? inner : tree.path
  }

  /// A log of one command; others may grow at the same time.
  private func newLog() -> RunLog {
    RunLog(
      in: logDirectory, growing: "\(RandomBytes.hexadecimal(count: 8)).growing", masker: masker)
  }

  private func command(_ text: String, in tree: CheckedOutTree, side: Side) throws(ProofError) -> Command {
    guard FileTree.isDirectory(tree.path) else { throw .treeRemoved(side) }
    let words = prefix + [plan.shell, "-c", text]
    var environment = environment
    // By it the processes of this tree are told from those of another in which a command runs at the same time.
    environment[Spawner.runVariable] = tree.path
    environment["PWD"] = directory(in: tree)
    environment["OLDPWD"] = nil
    return Command(
      words[0], Array(words.dropFirst()), environment: environment, workingDirectory: directory(in: tree))
  }

  /// The same for another command, of which any failure counts that is recognisably no other failure.
  func running(_ repro: Repro) -> TreeRunner {
    var other = self
    other.plan.repro = repro
    other.plan.request.symptom = .anyFailure
    other.judge = RunJudge(
      symptom: .anyFailure, facts: judge.facts, recognizer: judge.recognizer, command: repro.command)
    return other
  }

  /// Runs a command to its end; a job that is lost is handed to the launcher again.
  ///
  /// - Throws: `ProofError.jobLost` where that goes on; `Interrupted`, and errors of the system.
  private func perform(
    _ text: String, in tree: CheckedOutTree, side: Side, timeLimit: Duration, into log: inout RunLog
  ) throws -> (outcome: Outcome, node: String?) {
    guard let launching else {
      let outcome = try spawner.run(
        command(text, in: tree, side: side), timeLimit: timeLimit, mergingOutputs: true
      ) { _, bytes in try log.append(bytes) }
      if outcome.cutoff == .interrupt { throw Interrupted() }
      return (outcome, nil)
    }
    guard FileTree.isDirectory(tree.path) else { throw ProofError.treeRemoved(side) }
    var lost = 0
    while true {
      do {
        return try launching.run(
          text, shell: plan.shell, in: tree.path, directory: directory(in: tree), timeLimit: timeLimit
        ) { try log.append($0) }
      } catch let loss as JobLoss {
        lost += 1
        let told = try masker.mask(document: loss, named: "job").document
        try told.keep(in: Path.parent(logDirectory))
        if lost >= Launching.patience { throw ProofError.jobLost(words: told.words, excerpt: told.excerpt) }
        log = newLog()
      }
    }
  }

  /// How the set-up of a tree failed.
  struct SetupFailure {
    var side: Side

    /// What became of the command: "ended with exit status 2".
    var ending: String

    /// Whether it ended by itself: what was ended by others, or took too long, may go well another time.
    var isLasting: Bool
    var sentence: String
    var excerpt: [String]
    var log: String
  }

  /// Sets a tree up; nil where that went well, or there is nothing to do.
  ///
  /// - Throws: `Interrupted`, and errors of the system.
  func setUp(_ tree: CheckedOutTree, side: Side) throws -> SetupFailure? {
    guard let setup = plan.request.setup else { return nil }
    var log = newLog()
    let outcome = try perform(
      setup, in: tree, side: side, timeLimit: plan.request.setupTimeLimit, into: &log
    ).outcome
    if outcome.cutoff == nil, outcome.ending.isSuccess { return nil }
    let text = try log.keptText()
    let digest = try log.keep()
    let how =
      switch (outcome.cutoff, outcome.ending) {
      case (.timeLimit, _): "did not end within its time limit (--setup-timeout)"
      case (_, .exit(let status)): "ended with exit status \(status)"
      case (_, .signal(let number)): "was ended by signal \(number)"
      }
    let isLasting = if case (nil, .exit) = (outcome.cutoff, outcome.ending) { true } else { false }
    return SetupFailure(
      side: side, ending: how, isLasting: isLasting,
      sentence: "The set-up command \(how) in the tree \(side.rawValue) the fix.",
      excerpt: Excerpt.lastLines(of: text, count: 5), log: "\(logDirectory)/\(digest).log")
  }

  /// Runs the repro once.
  ///
  /// - Throws: `Interrupted`, and errors of the system.
  func run(in tree: CheckedOutTree, side: Side, pair: Int) throws -> RunRecord {
    var log = newLog()
    let (outcome, node) = try perform(
      plan.repro.command, in: tree, side: side, timeLimit: plan.request.timeLimit, into: &log)
    // What the run was is decided by what it printed; what is told of it comes from what is kept.
    var output = log.text
    let judgement = judge.judge(outcome, output: output, side: side)
    var recognition = judgement.recognition
    var reason = judgement.reason
    try log.finish()
    if !log.secrets.isEmpty {
      output = try log.keptText()
      let told = judge.judge(outcome, output: output, side: side)
      recognition = told.recognition
      let isSameKind = told.reason?.kind == reason?.kind
      reason?.detail = isSameKind ? told.reason?.detail ?? "" : ""
    }
    let counts = judgement.recognition
    var record = RunRecord(
      pair: pair, side: side, result: judgement.result, reason: reason,
      isTimedOut: outcome.cutoff != nil,
      seconds: outcome.duration.inSeconds, signature: nil, excerpt: [], testsExecuted: counts.executed,
      testsFailed: counts.failed,
      outputDigest: try log.keep(), outputSize: log.size, strays: outcome.strays)
    record.node = node
    record.launcher = node.flatMap { _ in launching?.template.written }
    switch outcome.ending {
    case .exit(let status): record.exitStatus = status
    case .signal(let number): record.signal = outcome.cutoff == nil ? number : nil
    }
    if judgement.result != .pass {
      record.signature = record.isTimedOut ? "does not end" : recognition.signature
      record.excerpt = excerpt(recognition, output)
    }
    record.masked = MaskedPlace.list(log.secrets, in: "\(record.outputDigest).log")
    return try masker.mask(document: record, named: "run").document
  }

  /// The lines that say best what failed: the match of the pinned symptom, what the recognition found, or the end.
  private func excerpt(_ recognition: Recognition, _ output: [UInt8]) -> [String] {
    if case .output(let pattern) = judge.symptom, let match = pattern.firstMatch(in: output) {
      return [Excerpt.line(around: match, in: output)]
    }
    let failures = Array(recognition.failures.prefix(3))
    if failures.isEmpty { return Excerpt.lastLines(of: output, count: 2) }
    // What is quoted stands there to the letter; a reason that a runner wraps in something else does not.
    let reasons = recognition.reasons.filter { reason in
      !reason.isEmpty && !failures.contains { $0.contains(reason) } && Excerpt.holds(reason, in: output)
    }
    return failures + reasons.prefix(3)
  }
}

extension Duration {
  /// This duration as a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
