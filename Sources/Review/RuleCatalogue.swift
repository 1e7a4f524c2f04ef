import Spelling

/// The rules that records are held against: the tool's own, and those of a team.
public struct RuleCatalogue: Sendable {
  /// Every rule, by family.
  public let all: [ReviewRule]

  private let byID: [String: ReviewRule]

  /// The rules of the tool's own.
  public static let builtIn = RuleCatalogue(
    StructureRules.all + ToneRules.all + GroundingRules.all + TeamReading.rules + AllowanceRules.all)

  private init(_ rules: [ReviewRule]) {
    all = rules
    byID = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// These, and the rules of a team.
  func adding(_ team: TeamRules) -> RuleCatalogue {
    team.rules.isEmpty ? self : RuleCatalogue(all + team.rules.map(\.page))
  }

  /// The rule of that id.
  public func rule(_ id: String) -> ReviewRule? { byID[id] }

  /// The id that a mistyped one was meant to be.
  public func nearest(to id: String) -> String? { Spelling.nearest(to: id, among: all.map(\.id)) }
}
