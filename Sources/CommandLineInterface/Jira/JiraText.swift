import Delivery
import Terminal
import Workspace

/// A login that was stored.
struct JiraLoginText {
  private let report: JiraLoginReport
  private let width: Int

  init(_ report: JiraLoginReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    let kind = Destination.Kind(rawValue: report.kind)?.title ?? report.kind
    let version = report.version.map { " \(Sanitized($0))" } ?? ""
    var rows = [
      Table.Row("site", "\(Sanitized(report.site)) (\(kind)\(version))"),
      Table.Row(
        "token",
        report.token == "command" ? "printed by your command each time" : "stored beside the login"),
      Table.Row("stored in", Sanitized(report.path).description),
    ]
    if report.isScoped { rows.append(Table.Row("by", "api.atlassian.com, which takes tokens with scopes")) }
    return [StyledText("Logged in", [.bold, .green]) + StyledText(" as \(Sanitized(report.account)).")]
      + Table(rows).lines(indent: 2, width: width)
  }
}

/// The logins that there are.
struct JiraStatusText {
  private let report: JiraStatusReport
  private let width: Int

  init(_ report: JiraStatusReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines = report.sites.flatMap(lines)
    if let choice = report.choice {
      lines += RemarkText(choice.message, remedy: choice.remedy).lines(wrappedTo: width)
    }
    return lines
  }

  private func lines(_ login: JiraStatusReport.Login) -> [StyledText] {
    let account =
      login.account.map { "as \(Sanitized($0))" } ?? login.email.map { "as \(Sanitized($0))" } ?? ""
    let head =
      StyledText(login.failure == nil ? "✓ " : "✗ ", login.failure == nil ? .green : .red)
      + StyledText(Sanitized(login.site).description, .bold)
      + StyledText(" \(account), token from the \(login.token)\(login.isMeant ? " ← meant here" : "")")
    guard let failure = login.failure else { return [head] }
    return [head] + RemarkText(failure.message, remedy: failure.remedy).lines(wrappedTo: width)
  }
}

/// A login that was forgotten.
struct JiraLogoutText {
  private let report: JiraLogoutReport

  init(_ report: JiraLogoutReport) {
    self.report = report
  }

  var lines: [StyledText] {
    [StyledText("The login to \(Sanitized(report.site)) is gone from \(Sanitized(report.path)).")]
      + (report.remark.isEmpty ? [] : [StyledText(report.remark)])
  }
}
