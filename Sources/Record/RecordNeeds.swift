import Casework

/// What only a person can say and has not said yet, though the record cannot do without it.
public struct RecordNeed: Sendable, Codable, Equatable {
  /// The field of the case.
  public var field: String

  /// What a good answer holds, in one sentence.
  public var question: String
}

extension RecordFacts {
  /// The fields without which the mandatory sections would have holes, in the order of the case.
  public var needs: [RecordNeed] {
    var missing: [String] = []
    if facts.title.isEmpty { missing.append("title") }
    if facts.owner.isEmpty { missing.append("owner") }
    if facts.fix.summary.isEmpty { missing.append("fix.summary") }
    if facts.fix.reason.isEmpty { missing.append("fix.reason") }
    if facts.actions.isEmpty, facts.noActions.isEmpty { missing.append("no_actions") }
    return missing.map { path in
      let help = CaseField.all.first { $0.path == path }?.help ?? ""
      let more = path == "no_actions" ? " Or what is: actions.new.what." : ""
      return RecordNeed(field: path, question: help + more)
    }
  }
}
