import Repository
import Statistics

/// Makes the report of a proof from its runs.
struct ProofReporting {
  let plan: ProofPlan
  let header: ProofHeader
  let directory: String
  let environment: EnvironmentRecord
  var notes: [String] = []

  init(plan: ProofPlan, header: ProofHeader, directory: String, environment: EnvironmentRecord) {
    self.plan = plan
    self.header = header
    self.directory = directory
    self.environment = environment
  }

  /// The report of `runs`, which ended as `end` says.
  func report(_ runs: [RunRecord], end: RoundsEnd) -> ProofReport {
    let tally: ProofTally
    let verdict: Verdict
    var failures: [TreeRunner.SetupFailure] = []
    switch end {
    case .finished(let final):
      tally = final
      verdict = StoppingRule.verdict(final)
    case .interrupted(let last):
      tally = last
      verdict = .interrupted
    case .setupFailed(let setups):
      tally = ProofTally(errorBound: plan.request.errorBound, runs: runs)
      verdict = .setupFailed
      failures = setups
    }
    let symptom = symptomReport(runs)
    let wording = ProofWording(plan: plan, tally: tally, verdict: verdict, setupFailures: failures)
    return ProofReport(
      verdict: verdict, sentence: wording.sentence, advice: wording.advice,
      notes: notes + wording.cautions(symptom: symptom, runs: runs), fix: fixReport,
      before: sideReport(.before, tally.before, runs, failures),
      after: sideReport(.after, tally.after, runs, failures),
      symptom: symptom, statistics: statisticsReport(tally, verdict), repro: reproReport, byHand: byHand,
      environment: environment(of: runs), evidenceDirectory: directory, startedAt: header.startedAt,
      seconds: runs.reduce(0) { $0 + $1.seconds })
  }

  private func environment(of runs: [RunRecord]) -> EnvironmentRecord {
    var environment = environment
    let nodes = Set(runs.map { $0.node ?? "this machine" }).sorted()
    if nodes.contains(where: { $0 != "this machine" }) { environment.nodes = nodes }
    return environment
  }

  private var fixReport: ProofReport.Fix {
    ProofReport.Fix(
      name: plan.fixName,
      commits: plan.span.named.map {
        .init(id: $0.id.digits, subject: $0.subject, author: $0.authorName, date: $0.authorDate)
      },
      isUncommitted: plan.span.isUncommitted, files: plan.changes.count,
      addedLines: plan.changes.reduce(0) { $0 + ($1.addedLines ?? 0) },
      deletedLines: plan.changes.reduce(0) { $0 + ($1.deletedLines ?? 0) })
  }

  private func sideReport(
    _ side: Side, _ tally: SideTally, _ runs: [RunRecord], _ failures: [TreeRunner.SetupFailure]
  ) -> ProofReport.SideReport {
    let rate = tally.rate
    let wilson = rate.wilsonInterval()
    let exact = rate.exactInterval()
    let times = runs.filter { $0.side == side }.map(\.seconds).sorted()
    let isBefore = side == .before
    let commit = isBefore ? plan.span.before : plan.span.after
    return ProofReport.SideReport(
      commit: commit.id.digits, subject: commit.subject,
      tree: (isBefore ? plan.beforeCommit : plan.afterCommit).digits,
      carried: isBefore
        ? plan.carriage.items.map {
          .init(path: $0.change.path.description, change: $0.change.kind.word, reason: $0.reason)
        } : [],
      leftOut: isBefore ? plan.carriage.leftOut.map(\.path.description) : [],
      runs: tally.runs, failures: tally.symptoms, passes: tally.passes,
      others: tally.others.map { .init(reason: $0.reason, runs: $0.count) },
      rate: rate.rate, wilson: [wilson.lowerBound, wilson.upperBound],
      exact: [exact.lowerBound, exact.upperBound],
      upperBound: rate.upperBound(), medianSeconds: times.isEmpty ? nil : times[times.count / 2],
      setupFailure: failures.first { $0.side == side }.map {
        ([$0.sentence] + $0.excerpt).joined(separator: "\n")
      })
  }

  private func symptomReport(_ runs: [RunRecord]) -> ProofReport.SymptomReport {
    var appearances: [ProofReport.SymptomReport.Appearance] = []
    for run in runs where run.side == .before && run.result == .symptom {
      let signature = run.signature ?? run.ending
      // A race loses 17 updates in one run and 23 in the next: that is one symptom, not two.
      let kind = signature.withoutNumbers
      if let place = appearances.firstIndex(where: { $0.signature.withoutNumbers == kind }) {
        appearances[place].runs += 1
        if appearances[place].signature != signature { appearances[place].hasOtherNumbers = true }
      } else {
        appearances.append(
          .init(
            signature: signature, runs: 1, hasOtherNumbers: false, ending: run.ending, excerpt: run.excerpt,
            log: "\(run.outputDigest).log"))
      }
    }
    appearances.sort { $0.runs > $1.runs }
    return ProofReport.SymptomReport(
      pinned: plan.request.symptom.text, appearances: appearances, isSame: appearances.count <= 1)
  }

  private func statisticsReport(_ tally: ProofTally, _ verdict: Verdict) -> ProofReport.StatisticsReport {
    let isSteady = tally.before.passes == 0
    return ProofReport.StatisticsReport(
      errorBound: plan.request.errorBound, pairs: tally.pairs,
      failuresOnlyBefore: tally.test.failuresOnlyBefore,
      failuresNeeded: isSteady ? plan.pairsIfSteady : plan.pairsIfFlaky,
      chanceIfNoEffect: tally.test.chanceIfNoEffect, seed: hexadecimal(header.seed),
      runsToDecide: verdict == .rateTooLow
        ? ProofWording.runsToDecide(
          rate: tally.before.rate, failures: isSteady ? plan.pairsIfSteady : plan.pairsIfFlaky) : nil)
  }

  private var reproReport: ProofReport.ReproReport {
    let request = plan.request
    return ProofReport.ReproReport(
      command: plan.repro.written, script: plan.repro.script?.path, scriptDigest: plan.repro.script?.digest,
      directory: plan.directory, setup: request.setup, timeLimitSeconds: request.timeLimit.inSeconds,
      isOffline: request.isOffline, launcher: request.launcher?.written, isFresh: request.isFresh)
  }

  /// The commands that a reader types to see the same, without this tool.
  private var byHand: [String] {
    let commit = plan.span.before.id.short
    let fix = plan.span.after.id.short
    var lines = ["git worktree add --detach ../before \(commit)"]
    let carried = plan.carriage.items.filter { $0.change.kind != .deleted }
    let removed = plan.carriage.items.filter { $0.change.kind == .deleted }
    if plan.span.isUncommitted {
      if !carried.isEmpty { lines.append("cp --parents \(words(carried)) ../before") }
    } else if !carried.isEmpty {
      lines.append("git -C ../before checkout \(fix) -- \(words(carried))")
    }
    if !removed.isEmpty { lines.append("git -C ../before rm -q -- \(words(removed))") }
    if !plan.span.isUncommitted { lines.append("git worktree add --detach ../after \(fix)") }
    let inner = plan.directory.isEmpty ? "" : "/\(plan.directory)"
    let commands = [plan.request.setup, plan.repro.command].compactMap(\.self).map(ShellWord.grouped)
    let after = plan.span.isUncommitted ? "." : "../after"
    for tree in ["../before", after] {
      let words = ["cd \(ShellWord.quoted("\(tree)\(inner)"))"] + commands
      // A command of several lines is told line by line.
      lines += "(\(words.joined(separator: " && ")))".split(separator: "\n", omittingEmptySubsequences: false)
        .map {
          String($0)
        }
    }
    return lines
  }

  private func words(_ items: [Carriage.Item]) -> String {
    items.map { ShellWord.quoted($0.change.path.description) }.joined(separator: " ")
  }

  private func hexadecimal(_ number: UInt64) -> String {
    String(number, radix: 16)
  }
}

extension String {
  /// This text with one mark in the place of each number.
  fileprivate var withoutNumbers: String {
    var text = ""
    var isInNumber = false
    for character in self {
      let isDigit = character.isASCII && character.isNumber
      if !isDigit { text.append(character) } else if !isInNumber { text.append("0") }
      isInNumber = isDigit
    }
    return text
  }
}

extension RunRecord {
  /// How the run ended, in a few words.
  var ending: String {
    if isTimedOut { return "does not end" }
    if let signal { return "signal \(signal)" }
    return "exit status \(exitStatus ?? 0)"
  }
}
