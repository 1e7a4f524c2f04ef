import Record
import Review
import Testing

/// The pages of the rules tell the truth.
struct RuleExampleTests {
  /// Those that look at the record alone: for the others `RuleTableTests` has a repository.
  static let rules = RuleCatalogue.builtIn.all.filter { $0.family != .grounding }.map(\.id)

  @Test(arguments: RuleCatalogue.builtIn.all.map(\.id))
  func `a page shows what its rule finds, and what it leaves alone`(id: String) throws {
    let rule = try #require(RuleCatalogue.builtIn.rule(id))
    #expect(!rule.bad.isEmpty && !rule.good.isEmpty)
  }

  @Test(arguments: rules)
  func `a rule finds its bad examples, and leaves its good ones alone`(id: String) throws {
    let rule = try #require(RuleCatalogue.builtIn.rule(id))
    for example in rule.bad { #expect(try Self.rules(in: example).contains(id), "\(example.text)") }
    for example in rule.good { #expect(try !Self.rules(in: example).contains(id), "\(example.text)") }
  }

  @Test func `nothing is found in a complete record`() {
    #expect(RecordReview().findings(in: GoodRecord.document()) == [])
  }

  /// The rules that find something in an example that nobody allows; beside the tool's own there is one of a team.
  static func rules(in example: ReviewRule.Example) throws -> Set<String> {
    let found = try #require(review).findings(in: record(with: example))
    return Set(found.filter { $0.allowance == nil }.map(\.rule))
  }

  /// The rule of the team is the one on the page of `rule-limit`.
  private static let review =
    (try? TeamRules(
      Array("rules:\n  - {id: it, reason: so, pattern: '^(a+)+$', message: x}\n".utf8), file: "own.yaml")).map
  {
    RecordReview(team: $0)
  }

  /// A complete record in which one section says what an example says.
  private static func record(with example: ReviewRule.Example) -> RecordDocument {
    guard let section = example.section else { return RecordDocument(Array(example.text.utf8)) }
    return GoodRecord.document(replacing: [section: example.text])
  }
}
