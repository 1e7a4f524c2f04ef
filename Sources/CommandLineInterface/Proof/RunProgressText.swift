import Origin
import Proof
import Synchronization
import Terminal

/// Shows the plan of a proof or of a search, and then how far it has come.
final class RunProgressText: Sendable {
  private let console: Console
  private let capabilities: TerminalCapabilities
  private let isQuiet: Bool
  private let line: Mutex<ProgressLine<ContinuousClock>>

  init(console: Console, capabilities: TerminalCapabilities, isQuiet: Bool) {
    self.console = console
    self.capabilities = capabilities
    self.isQuiet = isQuiet
    line = Mutex(ProgressLine(console: console, capabilities: capabilities, clock: ContinuousClock()))
  }

  func show(_ event: ProofEvent) {
    guard !isQuiet else { return }
    switch event {
    case .planned(let plan): console.tell(ProofPlanText(plan, width: capabilities.width).text + "\n")
    case .checkingOut(let side): progress("Checking out the tree \(side.rawValue) the fix …")
    case .settingUp(let side): progress("Setting up the tree \(side.rawValue) the fix …")
    case .running(let side, let pair, let counts): progress(text(side, pair, counts))
    case .cleaningUp: progress("Removing the trees …")
    }
  }

  func show(_ event: SearchEvent) {
    guard !isQuiet else { return }
    switch event {
    case .planned(let plan): console.tell(SearchPlanText(plan, width: capabilities.width).text + "\n")
    case .settingUp(let commits, let counts):
      progress("Setting up \(commits.joined(separator: ", ")) · \(text(counts))")
    case .running(let commits, let counts):
      progress("Running at \(commits.joined(separator: ", ")) · \(text(counts))")
    }
  }

  func finish() {
    line.withLock { $0.finish() }
  }

  private func progress(_ text: String) {
    line.withLock { $0.show(StyledText(text)) }
  }

  private func text(_ side: Side, _ pair: Int, _ counts: ProofProgress) -> String {
    let before = "before: \(counts.failuresBefore) of \(counts.runsBefore) failed"
    let after = "after: \(counts.failuresAfter) of \(counts.runsAfter)"
    let needed = counts.failuresAfter == 0 ? " · \(counts.failuresNeeded) failures before would do" : ""
    return "Pair \(pair), running \(side.rawValue) · \(before) · \(after)\(needed)"
  }

  private func text(_ counts: SearchProgress) -> String {
    let likely = "\(counts.likely) with \(Int(counts.probability * 100)) %"
    return
      "\(counts.runs) runs at \(counts.commits) commits · about \(counts.commitsLeft) left, first \(likely)"
  }
}
