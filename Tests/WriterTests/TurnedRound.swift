import Record
import Writer

/// Sentences that turn a fact round in its own words, held against the facts of a case.
enum TurnedRound {
  static let facts = [
    WritingFact(name: "title", text: "Lower-case as in CREATE TABLE AS SELECT loses functions"),
    WritingFact(
      name: "cause.mechanism",
      text:
        "`group_functions` compares `tmp_token.value == 'AS'` with the case of the text, so a lower-case `as` "
        + "leaves `has_as` False, and the function returns before it groups any function.", .explains),
    WritingFact(
      name: "fix.reason", text: "With `.upper()`, `has_as` is True for any spelling of `as`.", .explains),
    WritingFact(
      name: "proof",
      text:
        "`python -c \"assert isinstance(k, sql.Function)\"` failed in 10 of 10 runs before the fix, 95 % interval "
        + "72–100 %, and in 0 of 10 after it, 0–28 %"),
    WritingFact(name: "not_covered", text: "Other dialects: not tested", .denies),
    WritingFact(name: "validation", text: "the server answers 500 requests within 30 s on 4 streams"),
    WritingFact(name: "fix.summary", text: "`flush` pushes `TASK_RUN` and no `TASK_RECORD`"),
    WritingFact(name: "cause.chain", text: "`read` waits because `flush` holds the lock", .explains),
    WritingFact(name: "slipped.text", text: "The check lacks `parse_all` and skips comments"),
    WritingFact(
      name: "validation",
      text:
        "The old build takes 12 s with 1 stream. The test failed in 3 of 50 runs without the fix and in none with it."
    ),
  ]

  static func fault(_ text: String, _ facts: [Int]) -> String? {
    SupportCheck(Self.facts).fault(
      of: WrittenSentence(section: "Root cause", text: text, facts: facts), in: .rootCause)
  }
}
