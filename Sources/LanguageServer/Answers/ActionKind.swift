/// What kinds of actions there are.
enum ActionKind: String, CaseIterable {
  /// Mends or allows one finding.
  case quickFix = "quickfix"

  /// Mends all that needs nobody's judgement; editors can do it when they save.
  case fixAll = "source.fixAll.postmortem"

  /// Whether it is of a kind that a client asks for: `source` is asked for where `source.fixAll` is wanted, too.
  func isOne(of asked: String) -> Bool {
    asked.isEmpty || rawValue == asked || rawValue.hasPrefix("\(asked).")
  }
}
