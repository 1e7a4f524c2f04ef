public import Grounding
public import Record
import Tone

/// Holds records against the rules.
public struct RecordReview: Sendable {
  /// The rules that it knows.
  public let catalogue: RuleCatalogue

  /// What the styles of the team ask for and is not looked for.
  public let unread: [TeamRules.Unread]

  private let settings: ReviewSettings
  private let team: [TeamRule]
  private let tone: ToneReader

  /// A review as a project has set it.
  ///
  /// - Parameters:
  ///   - team: the rules of its own.
  ///   - names: persons and teams that are known, by whom a fault is blame.
  public init(
    settings: ReviewSettings = ReviewSettings(), team: TeamRules = TeamRules(), names: [String] = []
  ) {
    self.settings = settings
    self.team = team.rules
    unread = team.unread
    catalogue = RuleCatalogue.builtIn.adding(team)
    tone = ToneReader(names: names)
  }

  /// What is found in a record, by place; what the author allows is marked so.
  ///
  /// - Parameters:
  ///   - path: from the root of the working tree: settings may differ from path to path.
  ///   - families: what is looked at.
  ///   - claims: how what the record names stands; nil where nobody has looked.
  ///   - areClaimsWhole: whether that is all that it names; else allowances for names may match what is not there yet.
  ///   - persons: who is known of the record, by whom a fault is blame, as its owner is.
  ///   - measured: what was run with the fix, as a sentence; asked for only where a finding is about it.
  public func findings(
    in record: RecordDocument, at path: String = "",
    families: Set<ReviewRule.Family> = Set(ReviewRule.Family.allCases), claims: [JudgedClaim]? = nil,
    areClaimsWhole: Bool = true, persons: Set<String> = [], measured: () -> String? = { nil }
  ) -> [Finding] {
    var families = families
    if claims == nil { families.remove(.grounding) }
    var found: [Finding] = []
    if families.contains(.grounding), let claims { found += GroundingRules.findings(among: claims) }
    if families.contains(.structure) {
      let reading = RecordReading(record)
      found += StructureRules.checks.flatMap { $0.findings(in: reading) }
    }
    if families.contains(.tone) {
      let owner = RecordReading(record).value("owner")
      let known = owner.isEmpty ? persons : persons.union([owner])
      found += ToneRules.findings(in: record, by: tone.knowing(known), measured)
    }
    if families.contains(.team) { found += TeamReading.findings(in: record, by: team) }
    let levels = settings.levels(at: path)
    if !levels.isEmpty { found = found.compactMap { leveled($0, by: levels) } }
    let allowances = Allowance.all(in: record)
    if !allowances.isEmpty {
      let valid = Dictionary(grouping: allowances.filter { !$0.reason.isEmpty }, by: \.rule)
        .mapValues(AllowanceMap.init)
      for index in found.indices {
        found[index].allowance = valid[found[index].rule]?.reason(for: found[index].range.nonEmpty)
      }
      if families.contains(.allowance) {
        var whole = families
        if !areClaimsWhole { whole.remove(.grounding) }
        found += faults(of: allowances, found, whole).compactMap { leveled($0, by: levels) }
      }
    }
    return found.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// A finding as the settings weigh it, else as its check does; nil where its rule is off.
  private func leveled(_ finding: Finding, by levels: ReviewSettings.Levels) -> Finding? {
    guard let level = levels[finding.rule] else { return finding }
    guard let severity = level else { return nil }
    var finding = finding
    finding.severity = severity
    return finding
  }

  private func faults(
    of allowances: [Allowance], _ found: [Finding], _ families: Set<ReviewRule.Family>
  ) -> [Finding] {
    let used = Dictionary(grouping: found.filter { $0.allowance != nil }, by: \.rule)
      .mapValues { RangeCover($0.map(\.range.nonEmpty)) }
    return allowances.compactMap { allowance in
      guard let rule = catalogue.rule(allowance.rule) else {
        let near = catalogue.nearest(to: allowance.rule).map { " Did you mean “\($0)”?" } ?? ""
        return Finding(
          AllowanceRules.unknown, allowance.range,
          "There is no rule “\(allowance.rule)”: nothing is allowed.\(near)")
      }
      guard !allowance.reason.isEmpty else {
        return Finding(
          AllowanceRules.reason, allowance.range,
          "Nothing says why “\(rule.id)” is allowed here: put the reason behind it.")
      }
      let isUsed = used[rule.id]?.overlaps(allowance.scope) == true
      // What was not looked at may well be there.
      guard !isUsed, families.contains(rule.family) else { return nil }
      return Finding(
        AllowanceRules.unused, allowance.range,
        "“\(rule.id)” finds nothing here any more: take the allowance out.")
    }
  }
}

extension Range<Int> {
  /// An empty range stands for the byte behind it.
  fileprivate var nonEmpty: Range<Int> { isEmpty ? lowerBound..<lowerBound + 1 : self }
}
