import Origin
import Terminal

/// What a search for an origin is going to do, in a few lines, before it does anything.
struct SearchPlanText {
  private let plan: SearchPlan
  private let width: Int

  init(_ plan: SearchPlan, width: Int) {
    self.plan = plan
    self.width = min(width, 110)
  }

  var text: String {
    var rows = [
      Table.Row(
        "commits", "\(plan.commits), up to \(plan.before), \(tip); each \(carried)"),
      Table.Row("runs", runs),
    ]
    if let setup = plan.setup {
      rows.insert(Table.Row("set-up", "\(Sanitized(setup)), once in each tree"), at: 1)
    }
    if let launcher = plan.launcher { rows.append(Table.Row("launcher", "\(Sanitized(launcher))")) }
    let table = Table(rows).lines(indent: 2, width: width)
    let lines = ["Looking for the first commit that fails \(Sanitized(plan.repro))"] + table.map(\.plain)
    return lines.map { "\($0)\n" }.joined()
  }

  private var tip: String {
    plan.isFurther ? "where the repro fails for the tests that came with it" : "the commit before the fix"
  }

  private var carried: String {
    if plan.carried.isEmpty { return "as it is" }
    let names = plan.carried.prefix(3).map { Sanitized($0).description }.joined(separator: ", ")
    return "with \(names)\(plan.carried.count > 3 ? ", …" : "")\(plan.isFurther ? "" : " of the fix")"
  }

  private var runs: String {
    let kept = plan.keptRuns > 0 ? "goes on from \(plan.keptRuns) kept runs; " : ""
    return kept
      + "about \(plan.expectedRuns) more are expected, more for a flake, \(plan.maximumRuns) at most"
      + (plan.parallel > 1 ? ", \(plan.parallel) at once" : "")
      + "; none starts after \(plan.budget.words)"
  }
}
