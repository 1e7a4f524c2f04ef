import Record

/// Bodies of a fix for the rules about allowances, and of a root cause for the limit of a team's rule.
enum AllowanceTable {
  private static func above(_ comment: String, _ body: String = "Fixed in #12.") -> String {
    "<!-- postmortem: \(comment) -->\n\n\(body)"
  }

  static let rows: [RuleRow] = [reason, unknown, unused, limit]

  private static let reason = RuleRow(
    rule: "allowance-reason", section: .fix,
    fires: [
      "Fixed in #12. <!-- postmortem: allow fix-reason -->", above("allow fix-reason"),
      above("allow  fix-reason  "),
      above("allow\nfix-reason"), above("allow placeholder", "So it ends. TODO"),
      "So it ends. TODO <!-- postmortem: allow placeholder -->",
      "- Fixed in #12. <!-- postmortem: allow fix-reason -->",
      above("allow fix-reason\n"), above("allow hedge", "So it probably ends."),
      above("allow fix-reason", "So it ends."),
      "> Fixed in #12. <!-- postmortem: allow fix-reason -->",
    ],
    passes: [
      "Fixed in #12. <!-- postmortem: allow fix-reason the pull request tells it -->",
      above("allow fix-reason it is plain"),
      above("allow fix-reason\nit is plain"), above("allow fix-raison"),
      "Fixed in #12. <!-- allow fix-reason -->",
      "Fixed in #12. `<!-- postmortem: allow fix-reason -->`",
      "```\n<!-- postmortem: allow fix-reason -->\n```\n\nIt ends.",
      above("note"), above("allow fix-reason x"), above("allow placeholder it is quoted", "So it ends. TODO"),
      "So it ends: postmortem: allow fix-reason.",
    ])

  private static let unknown = RuleRow(
    rule: "allowance-rule", section: .fix,
    fires: [
      above("allow fix-raison it is plain"), above("allow fixreason it is plain"),
      above("allow Fix-Reason it is plain"),
      above("allow fix_reason it is plain"), above("allow all it is plain"), above("allow * it is plain"),
      above("allow fix-reason: it is plain"), above("allow own.nothing it is plain"),
      above("allow tone it is plain"),
      "Fixed in #12. <!-- postmortem: allow fix-raison it is plain -->", above("allow fix-raison"),
    ],
    passes: [
      above("allow fix-reason it is plain"), above("allow hedge it is plain"),
      above("allow unsupported-path it is plain"),
      above("allow fleeting-commit it is plain"), above("allow rule-limit it is plain"),
      above("allow fix-reason"),
      above("allow own.it it is plain"), above("allow allowance-unused it is plain"),
      above("note fix-raison it is plain"),
      "Fixed in #12. `<!-- postmortem: allow fix-raison it is plain -->`",
      "Fixed in #12. <!-- allow fix-raison plain -->",
    ])

  private static let unused = RuleRow(
    rule: "allowance-unused", section: .fix,
    fires: [
      "So it ends. <!-- postmortem: allow fix-reason it is plain -->",
      above("allow fix-reason it is plain", "So it ends."),
      above("allow hedge it is plain"), above("allow placeholder it is plain"),
      above("allow blame it is plain"),
      above("allow empty-section it is plain"), above("allow own.it it is plain"),
      above("allow rule-limit it is plain"),
      above("allow placeholder it is quoted", "So it ends.\n\nTODO"),
      "So it ends.\n\nTODO\n\n" + above("allow placeholder x", "It ends."),
      above("allow overclaim it is plain"),
    ],
    passes: [
      "Fixed in #12. <!-- postmortem: allow fix-reason it is plain -->",
      above("allow fix-reason it is plain"),
      above("allow placeholder it is quoted", "So it ends. TODO"),
      above("allow hedge it is quoted", "So it probably ends."),
      above("allow placeholder it is quoted", "- So it ends.\n- TODO"), above("allow fix-reason"),
      above("allow fix-raison it is plain"), above("allow unsupported-path it is old"),
      above("allow fleeting-commit it is old"), above("allow unsupported-identifier it is old"),
      "So it ends. `<!-- postmortem: allow fix-reason it is plain -->`",
    ])

  private static let limit = RuleRow(
    rule: "rule-limit", section: .rootCause,
    fires: [
      "\(many)b", "\(many) b", "\(many)!", "- \(many)b", "### \(many)b\n\nx", "| x |\n|---|\n| \(many)b |",
      "\(many)\n\n\(many)b", "**\(many)** b", "[\(many)b](#x)", "1. \(many).", "\(many)\(many)\(many)é",
    ],
    passes: [
      many, "aab", "b\(many)", "`\(many)b`", "“\(many)b”", "> \(many)b", "```\n\(many)b\n```",
      "<!-- \(many)b -->", "~~\(many)b~~",
      "x \(many)b", "A \(many)",
    ])

  private static let many = String(repeating: "a", count: 40)
}
