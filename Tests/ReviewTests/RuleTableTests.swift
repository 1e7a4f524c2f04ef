import Record
import Review
import Testing

/// Every rule finds what it is for, and leaves alone what comes near.
struct RuleTableTests {
  /// Those whose tables stand here: `ToneTests` has the ones of tone.
  static let rules = RuleCatalogue.builtIn.all.filter { $0.family != .tone }

  @Test(arguments: rules.map(\.id))
  func `a rule has at least ten texts that it finds something in, and ten that it must not`(id: String) throws
  {
    let row = try #require(RuleRow.all.first { $0.rule == id })
    #expect(Set(row.fires).count >= 10 && Set(row.passes).count >= 10)
    #expect(Set(row.fires).count == row.fires.count && Set(row.passes).count == row.passes.count)
  }

  @Test(arguments: rules.filter { $0.family != .grounding }.map(\.id))
  func `a rule finds its texts, and leaves alone what comes near`(id: String) throws {
    let row = try #require(RuleRow.all.first { $0.rule == id })
    for text in row.fires {
      #expect(try RuleExampleTests.rules(in: row.example(text)).contains(id), "\(text.debugDescription)")
    }
    for text in row.passes {
      #expect(try !RuleExampleTests.rules(in: row.example(text)).contains(id), "\(text.debugDescription)")
    }
  }

  @Test func `so do the rules of grounding, and what their pages show is so`() throws {
    let rules = Self.rules.filter { $0.family == .grounding }
    var cases: [(rule: String, example: ReviewRule.Example, fires: Bool)] = []
    for rule in rules {
      let row = try #require(RuleRow.all.first { $0.rule == rule.id })
      cases += (rule.bad + row.fires.map(row.example)).map { (rule.id, $0, true) }
      cases += (rule.good + row.passes.map(row.example)).map { (rule.id, $0, false) }
    }
    let found = try GroundingScene().rules(in: cases.map(\.example))
    for (one, rules) in zip(cases, found) {
      #expect(rules.contains(one.rule) == one.fires, "\(one.rule): \(one.example.text.debugDescription)")
    }
  }
}
