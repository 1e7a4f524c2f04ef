import Review
import Storage
import Workspace

/// Findings as an editor shows them.
enum Diagnostic {
  /// All that nobody allows, by place; none for what is no record, unless the user wants its tone.
  static func all(of reading: Reading) -> [JSONTree] {
    findings(of: reading).map { value($0, reading) }
  }

  /// What they are made of.
  static func findings(of reading: Reading) -> [Finding] {
    let isRecord = reading.isRecord
    guard isRecord || reading.client.settings.looksAtToneOfAllMarkdown else { return [] }
    return reading.review.findings(in: reading.record, at: reading.place, toneAlone: !isRecord)
      .filter { $0.allowance == nil }
  }

  /// One of them as a message has it.
  static func value(_ finding: Finding, _ reading: Reading) -> JSONTree {
    var members: [String: JSONTree] = [
      "range": reading.positions.value(finding.range), "severity": .whole(severity(finding.severity)),
      "code": .text(finding.rule), "source": .text("postmortem"), "message": .text(finding.message),
    ]
    if let address = reading.rulePages?.address(of: finding.rule) {
      members["codeDescription"] = .object(["href": .text(address)])
    }
    if reading.client.takesRelatedPlaces, let related = finding.related {
      members["relatedInformation"] = .list([
        .object([
          "location": .object([
            "uri": .text(reading.document.address), "range": reading.positions.value(related.range),
          ]),
          "message": .text(related.message),
        ])
      ])
    }
    return .object(members)
  }

  /// A suggestion is information: hints are shown as a few dots that nobody sees.
  private static func severity(_ severity: Severity) -> Int64 {
    switch severity {
    case .error: 1
    case .warning: 2
    case .suggestion: 3
    }
  }
}
