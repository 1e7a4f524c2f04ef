import Terminal
import Workspace

/// What became of the hook.
struct HookText {
  private let report: HookReport

  init(_ report: HookReport) {
    self.report = report
  }

  var lines: [StyledText] {
    let path = Sanitized(report.path).description
    switch report.action {
    case .installed: return [StyledText("Installed", [.bold, .green]) + StyledText(": \(path)")]
    case .unchanged: return [StyledText("It is there already: \(path)")]
    case .called: return [StyledText("That hook calls postmortem offer already: \(path)")]
    case .removed: return [StyledText("Removed: \(path)")]
    case .absent: return [StyledText("There is no hook of postmortem's: \(path)")]
    }
  }
}
