import Record

/// What is wrong with allowances themselves.
enum AllowanceRules {
  static let reason = ReviewRule(
    "allowance-reason", .allowance, .error, "an allowance without a reason",
    reason:
      "Whoever reads the record later has to see why a finding does not matter there. Without a reason nothing is allowed.",
    bad: [.init(.fix, "`f` was changed. <!-- postmortem: allow fix-reason -->")],
    good: [.init(.fix, "`f` was changed. <!-- postmortem: allow fix-reason the pull request tells it -->")])

  static let unknown = ReviewRule(
    "allowance-rule", .allowance, .error, "an allowance for a rule that does not exist",
    reason: "A mistyped rule allows nothing, though its author believes it does.",
    bad: [.init(.fix, "`f` was changed. <!-- postmortem: allow fix-raison it is plain -->")],
    good: [.init(.fix, "`f` was changed. <!-- postmortem: allow fix-reason it is plain -->")])

  static let unused = ReviewRule(
    "allowance-unused", .allowance, .warning, "an allowance that no longer matches anything",
    reason: "It would hide the next finding of its rule there, which nobody has looked at.",
    bad: [.init(.fix, "So `f` cannot hang. <!-- postmortem: allow fix-reason it is plain -->")],
    good: [.init(.fix, "Fixed in #12. <!-- postmortem: allow fix-reason it is plain -->")])

  static let all = [reason, unknown, unused]
}
