import Proof
import Repository
import Terminal

/// What a proof is going to do, in a few lines, before it does anything.
struct ProofPlanText {
  private let plan: ProofPlan
  private let width: Int

  init(_ plan: ProofPlan, width: Int) {
    self.plan = plan
    self.width = min(width, 110)
  }

  var text: String {
    var rows: [Table.Row] = [
      Table.Row("before", before),
      Table.Row("after", after),
      Table.Row("runs", runs),
    ]
    if let setup = plan.request.setup {
      rows.insert(Table.Row("set-up", "\(Sanitized(setup)), once in each tree"), at: 2)
    }
    if let launcher = plan.request.launcher {
      rows.append(Table.Row("launcher", "\(Sanitized(launcher.written))"))
    }
    if let script = plan.repro.script, script.isOutside {
      rows.append(Table.Row("script", "\(Sanitized(script.path))"))
    }
    let table = Table(rows).lines(indent: 2, width: width)
    let lines = ["Proving \(fix) by \(Sanitized(plan.repro.written))"] + table.map(\.plain)
    return lines.map { "\($0)\n" }.joined()
  }

  private var fix: String {
    guard !plan.span.isUncommitted, let last = plan.span.named.last else { return "the uncommitted changes" }
    return "\(last.id.short) “\(Sanitized(last.subject))”"
  }

  private var before: String {
    let items = plan.carriage.items
    let commit = plan.span.before.id.short
    if items.isEmpty { return "\(commit), as it is: the fix brings no test file" }
    let shown = items.prefix(3).map { "\(Sanitized($0.change.path.description)) (\($0.reason))" }
    let rest = items.count > 3 ? ", and \(items.count - 3) more" : ""
    return "\(commit) with \(items.count) file\(items.count == 1 ? "" : "s") of the fix carried onto it: "
      + shown.joined(separator: ", ") + rest
  }

  private var after: String {
    plan.span.isUncommitted ? "a copy of the working tree" : plan.span.after.id.short
  }

  private var runs: String {
    let request = plan.request
    let steady = max(plan.pairsIfSteady, request.minimumRuns)
    let most = request.maximumRuns
    let kept = plan.keptRuns > 0 ? "goes on from \(plan.keptRuns) kept runs; " : ""
    let count =
      steady > most
      ? "\(most) run\(most == 1 ? "" : "s") a side at most, though \(steady) are needed if every run before fails"
      : "\(steady) run\(steady == 1 ? "" : "s") a side if every run before fails, more for a flake, \(most) at most"
    return kept
      + "both trees in turn, \(count); no pair of runs starts after \(request.maximumTime.words), and a run is ended "
      + "after \(request.timeLimit.words)"
  }
}
