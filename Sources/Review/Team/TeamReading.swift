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
      """)

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
      for part in rule.scope.parts(of: block) {
        do throws(SearchLimitReached) {
          let places = try rule.finder.places(in: block, within: part).prefix(rule.limit - found.count)
          guard !places.isEmpty else { continue }
          for (place, source) in zip(places, block.sources(of: places.map(\.range))) {
            found.append(finding(rule, place, at: source, in: block, of: record))
          }
          if found.count >= rule.limit { return found }
        } catch {
          // What a rule takes too long for once, it mostly does again.
          let source = block.sources(of: [part])[0]
          let message = """
            “\(rule.page.id)” takes too many steps here, and was not looked for from here on: repetitions within \
            repetitions are mostly the cause.
            """
          return found + [Finding(limit, source, message)]
        }
      }
    }
    return found
  }

  private static func finding(
    _ rule: TeamRule, _ place: TeamFinder.Place, at source: Range<Int>, in block: ProseBlock,
    of record: RecordDocument
  ) -> Finding {
    let mend = TeamMend(rule: rule, record: record).mend(place, at: source, in: block)
    let words = TeamMessage.shown(block.bytes[place.range])
    let message = rule.message.words(match: words, replacement: place.replacement)
    return Finding(rule.page, source, message, mend: mend)
  }
}
