import Review
import Terminal
import Workspace

/// The rules of a review, those of each family in a line each.
struct RuleListText {
  private let list: RuleList
  private let width: Int

  init(_ list: RuleList, width: Int) {
    self.list = list
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    let families = ReviewRule.Family.allCases.flatMap { family -> [StyledText] in
      let rows = list.rules.filter { $0.family == family }.map {
        Table.Row(StyledText(Sanitized($0.id).description, .cyan), words($0))
      }
      guard !rows.isEmpty else { return [] }
      return [StyledText(family.rawValue, .bold)] + Table(rows).lines(width: width, textColumn: 26) + [
        StyledText("")
      ]
    }
    return families + unread + [
      StyledText("“postmortem explain RULE” tells what a rule finds, and why.", .dim)
    ]
  }

  private var unread: [StyledText] {
    guard !list.unread.isEmpty else { return [] }
    let rows = list.unread.map {
      Table.Row(StyledText(Sanitized($0.rule).description, .yellow), Sanitized($0.reason).description)
    }
    return [StyledText("not read", .bold)] + Table(rows).lines(width: width, textColumn: 26) + [
      StyledText("")
    ]
  }

  private func words(_ rule: RuleList.Entry) -> String {
    let usual = rule.level == rule.severity.rawValue ? "" : ", usually \(rule.severity.rawValue)"
    let paths = rule.differsByPath ? ", not on all paths" : ""
    let source = rule.source.map { "; \($0.file):\($0.line)" } ?? ""
    return Sanitized("\(rule.level)\(usual)\(paths)\(source)").description
  }
}

/// How the examples of rules came out.
struct RuleTestText {
  private let report: RuleTestReport
  private let width: Int

  init(_ report: RuleTestReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] { report.failures.flatMap(lines(of:)) + [summary] }

  private func lines(of failure: TeamRules.ExampleFailure) -> [StyledText] {
    let head =
      StyledText("\(Sanitized(failure.file)):\(failure.line): ", .bold)
      + StyledText(Sanitized(failure.rule).description, .cyan) + StyledText(": \(words(failure.kind))")
    let example = (failure.example ?? "").split(separator: "\n", omittingEmptySubsequences: false).map {
      StyledText("  │ ", .dim) + StyledText(Sanitized(String($0)).description)
    }
    let messages = failure.messages.flatMap { Sanitized($0).description.lines(wrappedTo: width - 2) }.map {
      StyledText("  \($0)")
    }
    return [head] + (failure.example == nil ? [] : example) + messages + [StyledText("")]
  }

  private func words(_ kind: TeamRules.ExampleFailure.Kind) -> String {
    switch kind {
    case .missed: "does not find this bad example"
    case .found: "finds something in this good example"
    case .noBadExample: "has no bad example, so nothing shows that it finds anything"
    }
  }

  private var summary: StyledText {
    let counted = { (count: Int, word: String) in "\(count) \(word)\(count == 1 ? "" : "s")" }
    let failed = report.failures.count
    let outcome =
      failed == 0
      ? StyledText("all as they should be", .green)
      : StyledText("\(failed) not as \(failed == 1 ? "it" : "they") should be", .bold)
    return StyledText("\(counted(report.rules, "rule")), \(counted(report.examples, "example")): ") + outcome
  }
}
