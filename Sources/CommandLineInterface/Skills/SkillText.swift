import AgentSkills
import Terminal
import Workspace

/// What became of the files of skills: a line each, by directory.
struct SkillText {
  private let report: SkillReport
  private let width: Int

  init(_ report: SkillReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines: [StyledText] = []
    for place in report.places {
      let agents = place.agents.joined(separator: ", ")
      lines.append(StyledText(Sanitized(place.path).description, .bold) + StyledText(" (\(agents))"))
      if place.files.isEmpty { lines.append("  nothing there") }
      lines += place.files.map(line)
    }
    if report.isDryRun { lines.append("Nothing was changed: that is what would be done.") }
    if report.keepsEdited {
      lines += RemarkText(
        "Somebody has edited what stayed.",
        remedy: "--overwrite replaces it, or removes it where skills are removed"
      ).lines(wrappedTo: width)
    }
    return lines
  }

  private func line(_ step: SkillInstaller.Step) -> StyledText {
    let (words, style): (String, Style) =
      switch step.action {
      case .created: ("created", .green)
      case .updated: ("updated", .green)
      case .unchanged: ("unchanged", .dim)
      case .edited: ("stays: edited", .yellow)
      case .replaced: ("replaced", .yellow)
      case .removed: ("removed", [])
      case .linked: ("left alone: a link", .yellow)
      }
    return StyledText("  ") + StyledText(words, style).padded(to: 20)
      + StyledText(Sanitized(step.path).description)
  }
}
