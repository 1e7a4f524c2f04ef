import Rendering
import Terminal
import Workspace

/// A comment as it would look, and below it what would be posted.
struct PreviewText {
  private let report: PreviewReport
  private let terminal: TerminalCapabilities

  init(_ report: PreviewReport, _ terminal: TerminalCapabilities) {
    self.report = report
    self.terminal = terminal
  }

  var page: Page {
    var page = Page(for: terminal)
    if report.page == nil {
      for line in ADFText(report.document, width: page.width, usesColor: terminal.usesColor).lines {
        page.add(line)
      }
      page.addBlank()
      page.add(StyledText(String(repeating: "─", count: page.width), .dim))
    }
    var rows = report.facts.map { Self.row($0.name, $0.text) }
    if let path = report.page { rows.append(Self.row("page", path)) }
    if let browser = report.browser { rows.append(Self.row("opened", "with \(browser)")) }
    if report.lacksBrowser { rows.append(Self.row("opened", "no: there is no browser; $BROWSER names one")) }
    page.add(Table(rows))
    return page
  }

  private static func row(_ name: String, _ text: String) -> Table.Row {
    Table.Row(StyledText(name, .bold), Sanitized(text).description)
  }
}
