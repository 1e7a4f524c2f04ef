import Record
import Review
import Testing
import YAML

struct ReviewSettingsTests {
  static let text = """
    records:
      directory: docs
    review:
      rules:
        fix-reason: suggestion
        placeholder: off
      paths:
        - path: docs/old/
          rules:
            fix-reason: off
        - path: docs/old/2026-*.md
          rules:
            fix-reason: warning
    """

  @Test(arguments: [
    ("docs/A-1.md", Severity.suggestion), ("docs/old/A-1.md", nil), ("docs/old/deep/A-1.md", nil),
    ("docs/old/2026-A-1.md", .warning), ("docs/old/2026-/A-1.md", nil),
  ])
  func `the last pattern that matches a path decides, then the project, then the rule`(
    path: String, severity: Severity?
  ) throws {
    let settings = try ReviewSettings(Array(Self.text.utf8), name: "config.yaml")
    let record = GoodRecord.document(replacing: [.fix: "Fixed in #12.", .symptom: "TODO: `x`"])
    let findings = RecordReview(settings: settings).findings(in: record, at: path)
    #expect(findings.map(\.rule) == (severity == nil ? [] : ["fix-reason"]))
    #expect(findings.first?.severity == severity)
  }

  @Test(arguments: [("", Severity.error), ("front-matter: warning", .warning), ("front-matter: off", nil)])
  func `a case that its check weighs more than its rule weighs what the project says`(
    level: String, severity: Severity?
  ) throws {
    let settings = try ReviewSettings(Array("review:\n  rules: {\(level)}".utf8), name: "config.yaml")
    let record = RecordDocument(Array("---\nkey: [\n---\n# A title\n".utf8))
    let findings = RecordReview(settings: settings).findings(in: record, at: "A-1.md")
    #expect(findings.first { $0.rule == "front-matter" }?.severity == severity)
  }

  @Test(arguments: [
    ("review:\n  rules:\n    fix-raeson: off", "fix-raeson"),
    ("review:\n  rules:\n    fix-reason: loud", "loud"),
    ("review:\n  rule: x", "rule"), ("review:\n  paths:\n    - rules: {}", "path"),
  ])
  func `what is no setting is an error that says where`(text: String, word: String) {
    let error = #expect(throws: YAMLErrors.self) { try ReviewSettings(Array(text.utf8), name: "config.yaml") }
    #expect(error?.description.contains(word) == true)
    #expect(error?.description.contains("config.yaml:") == true)
  }
}
