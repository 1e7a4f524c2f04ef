/// `make` alone, when it finds that there is nothing to do: a green in which no test ran.
struct MakeReading: RunnerReading {
  func report(of run: Run) -> Report? {
    let lines = run.lines.filter { !$0.isEmpty && !$0.has("ing directory ") }
    guard run.command.isAlone, ["make", "gmake"].contains(run.command.program), !lines.isEmpty,
      lines.allSatisfy({
        $0.starts("make") && ($0.has(": Nothing to be done for ") || $0.ends(" is up to date."))
      })
    else { return nil }
    var report = Report("make")
    report.executed = 0
    return report
  }
}
