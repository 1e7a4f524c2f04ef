import Review

/// Findings as commands of a workflow of GitHub: `::error file=…,line=…::message`.
///
/// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
struct GitHubAnnotations {
  let bytes: [UInt8]

  init(_ report: CheckReport) {
    bytes = report.findings.flatMap { finding -> [UInt8] in
      // A range of columns is for one line alone.
      let columns =
        finding.endLine == finding.line ? ",endColumn=\(max(finding.column, finding.endColumn - 1))" : ""
      let place =
        "file=\(Self.property(finding.file)),line=\(finding.line),endLine=\(finding.endLine),col=\(finding.column)\(columns)"
      let command =
        "::\(finding.severity.github) \(place),title=\(finding.rule)::\(Self.escaped(finding.message, "%\r\n"))"
      return Array("\(command)\n".utf8)
    }
  }

  private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  private static func escaped(_ text: String, _ marks: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if marks.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Severity {
  /// The commands of GitHub.
  fileprivate var github: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "notice"
    }
  }
}
