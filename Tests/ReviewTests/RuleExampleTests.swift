import Record
import Review
import Testing

/// The pages of the rules tell the truth.
struct RuleExampleTests {
  /// Those that look at the record alone: what a repository has is no matter of a page.
  static let rules = RuleCatalogue.builtIn.all.filter { $0.family != .grounding && $0.family != .team }.map(
    \.id)

  @Test(arguments: rules)
  func `a rule finds its bad examples`(id: String) throws {
    let rule = try #require(RuleCatalogue.builtIn.rule(id))
    #expect(!rule.bad.isEmpty)
    for example in rule.bad {
      let found = RecordReview().findings(in: Self.record(with: example)).filter { $0.allowance == nil }
      #expect(found.contains { $0.rule == id }, "\(example.text)")
    }
  }

  @Test(arguments: rules)
  func `a rule leaves its good examples alone`(id: String) throws {
    let rule = try #require(RuleCatalogue.builtIn.rule(id))
    for example in rule.good {
      let found = RecordReview().findings(in: Self.record(with: example))
      #expect(!found.contains { $0.rule == id }, "\(example.text)")
    }
  }

  @Test func `nothing is found in a complete record`() {
    #expect(RecordReview().findings(in: GoodRecord.document()) == [])
  }

  /// A complete record in which one section says what an example says.
  static func record(with example: ReviewRule.Example) -> RecordDocument {
    guard let section = example.section else { return RecordDocument(Array(example.text.utf8)) }
    return GoodRecord.document(replacing: [section: example.text])
  }
}
