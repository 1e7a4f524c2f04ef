import Rendering
import Review

/// Findings as test results of JUnit: each text a test, which fails where a finding weighs enough.
struct JUnitReport {
  let bytes: [UInt8]

  init(_ report: CheckReport) {
    var writer = MarkupWriter.xml
    let byFile = Dictionary(grouping: report.findings, by: \.file)
    let isFailure = { (finding: PlacedFinding) in finding.severity >= report.failOn }
    let failed = report.files.count { byFile[$0]?.contains(where: isFailure) == true }
    writer.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.put("<testsuites>\n<testsuite name=\"postmortem check\" tests=\"\(report.files.count)\"")
    writer.put(" failures=\"\(failed)\" errors=\"0\" skipped=\"0\">\n")
    for file in report.files {
      writer.put("<testcase classname=\"postmortem\" name=\"")
      writer.text(file.utf8)
      writer.put("\">")
      let findings = byFile[file] ?? []
      let failures = findings.filter(isFailure)
      if let first = failures.first {
        writer.put("\n<failure type=\"\(first.rule)\" message=\"")
        writer.text("\(failures.count) \(failures.count == 1 ? "finding" : "findings")".utf8)
        writer.put("\">")
        Self.put(failures, to: &writer)
        writer.put("</failure>\n")
      }
      let others = findings.filter { !isFailure($0) }
      if !others.isEmpty {
        writer.put("\n<system-out>")
        Self.put(others, to: &writer)
        writer.put("</system-out>\n")
      }
      writer.put("</testcase>\n")
    }
    writer.put("</testsuite>\n</testsuites>\n")
    bytes = writer.output
  }

  private static func put(_ findings: [PlacedFinding], to writer: inout MarkupWriter) {
    for finding in findings {
      writer.text(
        "\(finding.file):\(finding.line):\(finding.column): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n"
          .utf8)
    }
  }
}

/// Findings as Checkstyle writes them, which most servers of continuous integration read.
struct CheckstyleReport {
  let bytes: [UInt8]

  init(_ report: CheckReport) {
    var writer = MarkupWriter.xml
    let byFile = Dictionary(grouping: report.findings, by: \.file)
    writer.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
    for file in report.files {
      writer.put("<file name=\"")
      writer.text(file.utf8)
      writer.put("\">\n")
      for finding in byFile[file] ?? [] {
        writer.put(
          "<error line=\"\(finding.line)\" column=\"\(finding.column)\" severity=\"\(finding.severity.checkstyle)\""
        )
        writer.put(" message=\"")
        writer.text(finding.message.utf8)
        writer.put("\" source=\"postmortem.\(finding.rule)\"/>\n")
      }
      writer.put("</file>\n")
    }
    writer.put("</checkstyle>\n")
    bytes = writer.output
  }
}

extension Severity {
  /// The levels of Checkstyle.
  fileprivate var checkstyle: String { self == .suggestion ? "info" : rawValue }
}
