import Patterns
import Record
import Tone

/// Holds the prose of a record against the rules of a team.
enum TeamReading {
  /// What is found of a rule that could not be held against all of a text.
  static let limit = ReviewRule(
    "rule-limit", .team, .warning, "a rule of the team whose pattern needs too much work",
    reason: """
      A pattern may take only so many steps, so that no text keeps the review from its end. From the place of the finding on \
      the rule was not looked for. Nested repetitions, as in `(a+)+`, are mostly the cause.
      """,
    scene: "In the examples a rule of the team has the pattern `^(a+)+$`.",
    bad: [.init(.rootCause, String(repeating: "a", count: 40) + "b")],
    good: [.init(.rootCause, String(repeating: "a", count: 40))])

  static let rules = [limit]

  static func findings(in record: RecordDocument, by rules: [TeamRule]) -> [Finding] {
    guard !rules.isEmpty else { return [] }
    let blocks = ProseBlock.all(in: record)
    return rules.flatMap { findings(of: $0, in: blocks, of: record) }
  }

  private static func findings(of rule: TeamRule, in blocks: [ProseBlock], of record: RecordDocument)
    -> [Finding]
  {
    var found: [Finding] = []
    for block in blocks {
      let hits = Hits(of: rule, in: block, atMost: rule.limit - found.count)
      // The places of a block are looked for together: each search begins where the block does.
      let ranges = hits.places.map(\.place.range) + [hits.givenUp].compactMap { $0 }
      guard !ranges.isEmpty else { continue }
      let sources = block.sources(of: ranges)
      for (hit, source) in zip(hits.places, sources) {
        found.append(finding(rule, hit, at: source, in: block, of: record))
      }
      if found.count >= rule.limit { return found }
      // What a rule takes too long for once, it mostly does again.
      guard hits.givenUp == nil else {
        let message = """
          “\(rule.page.id)” takes too many steps here, and was not looked for from here on: repetitions within \
          repetitions are mostly the cause.
          """
        return found + [Finding(limit, sources[sources.count - 1], message)]
      }
    }
    return found
  }

  /// A place that was found, with the part of the block in which it was looked for.
  private typealias Hit = (place: TeamFinder.Place, part: Range<Int>)

  /// What a rule finds in a block.
  private struct Hits {
    var places: [Hit] = []

    /// The part of the block in which it took too long.
    var givenUp: Range<Int>?

    init(of rule: TeamRule, in block: ProseBlock, atMost limit: Int) {
      for part in rule.scope.parts(of: block) {
        do throws(SearchLimitReached) {
          let found = try rule.finder.places(in: block, within: part).prefix(limit - places.count)
          places += found.map { ($0, part) }
          if places.count >= limit { return }
        } catch {
          givenUp = part
          return
        }
      }
    }
  }

  private static func finding(
    _ rule: TeamRule, _ hit: Hit, at source: Range<Int>, in block: ProseBlock, of record: RecordDocument
  ) -> Finding {
    let (place, part) = hit
    let mend = TeamMend(rule: rule, record: record).mend(place, at: source, in: block, within: part)
    let words = TeamMessage.shown(block.bytes[place.range])
    let message = rule.message.words(match: words, replacement: place.replacement)
    return Finding(rule.page, source, message, mend: mend)
  }
}
