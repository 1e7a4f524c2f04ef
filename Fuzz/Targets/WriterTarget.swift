import Record
import Writer

/// The answer of a language model: any text at all, whose sentences are held against facts.
struct WriterTarget: FuzzTarget {
  let name = "writer"

  let shapes = [
    GrowingShape("{"), GrowingShape(#"{"a":"#), GrowingShape("["), GrowingShape("`"), GrowingShape("`` "),
    GrowingShape(#"{"section":"Fix","sentences":[]},"#, after: #"{"sections":["#),
    GrowingShape(
      #"{"text":"add() drops it.","facts":[1]},"#, after: #"{"sections":[{"section":"Fix","sentences":["#),
    GrowingShape(
      "word ", after: #"{"sections":[{"section":"Fix","sentences":[{"facts":[1],"text":""#, before: #""}]}]}"#
    ),
    GrowingShape("\\\"", after: #"{"sections":""#), GrowingShape("e\u{301}"), GrowingShape("\u{2014}"),
  ]

  private static let facts = [
    WritingFact(name: "title", text: "Sums are wrong"),
    WritingFact(
      name: "cause.mechanism", text: "`add()` in src/sum.c:12 drops no carry but 1,024 of them", .explains),
    WritingFact(name: "symptom", text: "wanted 4, got 3", .quotes),
  ]

  func read(_ bytes: [UInt8]) { _ = try? result(of: bytes) }

  private func result(of bytes: [UInt8]) throws -> WritingResult {
    let rounds = ProseRounds(
      WritingBrief(facts: Self.facts, sections: [.summary, .fix]), review: { $0.map { _ in nil } },
      gaps: { _ in [:] })
    return try rounds.run { _ in String(decoding: bytes, as: UTF8.self) }
  }

  func check(_ input: FuzzInput) throws {
    let result: WritingResult
    do {
      result = try self.result(of: input.text)
    } catch is WriterError {
      return
    }
    let check = SupportCheck(Self.facts)
    for (section, sentences) in result.prose {
      try promise(section == .summary || section == .fix, "\(section) was not asked for")
      for sentence in sentences {
        try promise(!sentence.facts.isEmpty, "“\(sentence.text)” stands without a fact")
        try promise(check.fault(of: sentence, in: section) == nil, "“\(sentence.text)” stands with a fault")
        try promise(
          !sentence.text.contains("\n") && !sentence.text.contains("<"),
          "\(sentence.text.debugDescription) stands")
      }
    }
    try promise(result.rounds <= ProseRounds.most, "\(result.rounds) answers were asked for")
    try promise(
      result.prose.count + result.missing.count == 2, "a section neither stands nor is missing")
  }
}
