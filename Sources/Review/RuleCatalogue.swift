import Spelling

/// All rules of the review.
public enum RuleCatalogue {
  /// Every rule, by family.
  public static let all: [ReviewRule] =
    StructureRules.all + ToneRules.all + GroundingRules.all + AllowanceRules.all

  /// The rule of that id.
  public static func rule(_ id: String) -> ReviewRule? { byID[id] }

  /// The id that a mistyped one was meant to be.
  public static func nearest(to id: String) -> String? { Spelling.nearest(to: id, among: all.map(\.id)) }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
