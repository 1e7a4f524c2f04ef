import Review
import Storage

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReport: Encodable {
  struct Text: Encodable { var text: String }

  struct Rule: Encodable {
    struct Configuration: Encodable { var level: String }

    var id: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    var defaultConfiguration: Configuration
  }

  struct Driver: Encodable {
    var name = "postmortem"
    var rules: [Rule]
  }

  struct Tool: Encodable { var driver: Driver }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  struct Artifact: Encodable { var uri: String }

  struct PhysicalLocation: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }

  struct Location: Encodable { var physicalLocation: PhysicalLocation }

  struct Suppression: Encodable {
    var kind = "inSource"
    var justification: String
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var suppressions: [Suppression]?
  }

  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ report: CheckReport) {
    let all = report.findings + report.allowed
    let rules = report.catalogue.all.filter { rule in all.contains { $0.rule == rule.id } }
    let index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
    let results = all.map { finding in
      Result(
        ruleId: finding.rule, ruleIndex: index[finding.rule] ?? -1, level: finding.severity.sarif,
        message: Text(text: finding.message),
        locations: [
          Location(
            physicalLocation: PhysicalLocation(
              artifactLocation: Artifact(uri: FileAddress.percentEncoded(finding.file)),
              region: Region(
                startLine: finding.line, startColumn: finding.column, endLine: finding.endLine,
                endColumn: finding.endColumn)))
        ],
        suppressions: finding.allowance.map { [Suppression(justification: $0)] })
    }
    runs = [Run(tool: Tool(driver: Driver(rules: rules.map(Rule.init))), results: results)]
  }
}

extension SARIFReport.Rule {
  init(_ rule: ReviewRule) {
    id = rule.id
    shortDescription = .init(text: rule.title)
    fullDescription = .init(text: rule.reason)
    help = .init(text: "postmortem explain \(rule.id)")
    defaultConfiguration = .init(level: rule.severity.sarif)
  }
}

extension Severity {
  /// The levels of SARIF.
  fileprivate var sarif: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "note"
    }
  }
}
