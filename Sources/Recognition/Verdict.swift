/// Weighs what the runners said against what compilers, shells and interpreters said.
struct Verdict {
  let run: Run
  let reports: [Report]

  /// The report that matters most: one with failures, else one with trouble, else one in which tests ran.
  static func main(of reports: [Report]) -> Report? {
    reports.first { $0.failed > 0 && $0.trouble == nil } ?? reports.first { $0.trouble != nil }
      ?? reports.first { !$0.ranNothing } ?? reports.first
  }

  /// Why the run is no test of the symptom; nil for a pass or a real failure.
  var obstacle: Obstacle? {
    switch run.ending {
    case .timeLimit: return nil
    case .exit(0): return emptiness
    case .signal: return nil
    case .exit: break
    }
    if run.transcript.lines.isEmpty, let silent = ShellErrors.silent(run) { return silent }
    // A shell's last word: whatever ran before, the command it stopped at was not there.
    if run.ending == .exit(127) || run.ending == .exit(126), let missing = ShellErrors.obstacle(in: run) {
      return missing
    }
    if run.ending.isCrash { return nil }
    if reports.contains(where: { $0.failed > 0 && $0.trouble == nil }) { return nil }
    return reports.lazy.compactMap(\.trouble).first ?? surroundings ?? emptiness
  }

  /// What went wrong around the tests.
  private var surroundings: Obstacle? {
    UsageErrors.obstacle(in: run) ?? BuildErrors(run).obstacle ?? ShellErrors.obstacle(in: run)
      ?? ScriptErrors.obstacle(in: run)
  }

  /// That no test ran, when every runner in the run says so.
  private var emptiness: Obstacle? {
    guard let first = reports.first, reports.allSatisfy(\.ranNothing) else { return nil }
    let skipped = reports.compactMap(\.skipped).reduce(0, +)
    guard skipped > 0 else { return .noTestsRan(runner: first.runner) }
    return .allSkipped(runner: (reports.first { ($0.skipped ?? 0) > 0 } ?? first).runner, count: skipped)
  }
}
