import Chance
import Record
import Storage
import Testing
import Writer

/// A model that makes things up: whatever it does to a sentence, nothing of that stands.
@Suite struct MadeUpTests {
  private static let facts = [
    WritingFact(name: "title", text: "Evaluating a graph in small steps hangs"),
    WritingFact(
      name: "cause.mechanism",
      text: "`scheduler_submit` pushes `TASK_RUN` and no `TASK_RECORD` when `stream_count == 1`", .explains),
    WritingFact(name: "fix.summary", text: "scheduler_submit records the event of every task"),
    WritingFact(
      name: "proof", text: "`./repro.sh` failed in 10 of 10 runs before the fix, and in 0 of 10 after it"),
  ]

  private static let inventions = [
    "kernel", "database", "Mallory", "`flush_cache()`", "cache_flush", "src/made/up.c", "v9.9.1", "31337",
    "#4711",
    "deadbeef42", "randomly", "twice", "seven", "probably", "network", "RedisStreams", "99.9", "always",
  ]

  /// A sentence of a fact in which a word is another one, or one is put in; with what was made up.
  private static func madeUp(_ fact: WritingFact, _ chance: inout SplitMix) -> String {
    var words = fact.text.split(separator: " ").map(String.init)
    let invention = chance.pick(inventions)
    let place = chance.number(0...words.count - 1)
    if chance.chance(50) { words[place] = invention } else { words.insert(invention, at: place) }
    return words.joined(separator: " ") + "."
  }

  @Test func `of 200 answers with something made up in every sentence nothing stands`() throws {
    struct Sentence: Encodable {
      var text: String
      var facts: [Int]
    }
    struct Section: Encodable {
      var section: String
      var sentences: [Sentence]
    }
    for seed in UInt64(0)..<200 {
      var chance = SplitMix(seed: seed)
      let sections = [SectionKind.summary, .rootCause, .fix, .validation].map { kind in
        let place = chance.number(0...Self.facts.count - 1)
        let text = Self.madeUp(Self.facts[place], &chance)
        return Section(section: kind.heading, sentences: [Sentence(text: text, facts: [place + 1])])
      }
      let answer = String(decoding: try JSONText.encode(["sections": sections]), as: UTF8.self)
      let rounds = ProseRounds(
        WritingBrief(facts: Self.facts, sections: [.summary, .rootCause, .fix, .validation]),
        review: { $0.map { _ in nil } }, gaps: { _ in [:] })
      let result = try rounds.run { _ in answer }
      #expect(result.prose.isEmpty, "\(seed): \(result.prose)")
      #expect(result.missing.count == 4)
    }
  }

  @Test func `of 200 sentences whose words are shuffled hardly one stands`() {
    let check = SupportCheck(Self.facts)
    let text = Self.facts[1].text
    let standing = (UInt64(0)..<200).count { seed in
      var chance = SplitMix(seed: seed)
      // Code spans stay whole, as a model has them.
      let words = text.replacing("`stream_count == 1`", with: "`stream_count`").split(separator: " ")
        .map(String.init).shuffled(using: &chance)
      let sentence = WrittenSentence(
        section: "Fix", text: words.joined(separator: " ") + ".", facts: [2])
      return check.fault(of: sentence, in: .fix) == nil
    }
    #expect(standing <= 10, "\(standing) stand")
  }

  @Test func `the same sentences without it stand`() {
    let check = SupportCheck(Self.facts)
    for (place, fact) in Self.facts.enumerated() {
      let sentence = WrittenSentence(section: "Fix", text: "\(fact.text).", facts: [place + 1])
      #expect(check.fault(of: sentence, in: .fix) == nil, "\(fact.text)")
    }
  }
}
