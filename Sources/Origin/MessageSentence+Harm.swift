extension MessageSentence {
  /// Whether something is said to go wrong in it.
  var speaksOfHarm: Bool {
    words.indices.contains {
      (isHarm($0) || HarmWords.predicates.contains(text($0)) && !isCompound($0)) && !isNegated($0)
    }
  }

  /// Whether it is said that something does not work: "has not worked", "no longer builds", "stopped working".
  func stopsWorking(_ range: Range<Int>) -> Bool {
    range.contains { spot in
      (HarmWords.negates(text(spot)) || text(spot) == "stopped" || text(spot) == "stops")
        && (HarmWords.works.contains(text(spot + 1))
          || (Self.between.contains(text(spot + 1)) && HarmWords.works.contains(text(spot + 2))))
    }
  }

  private static let between: Set<String> = ["longer", "been", "even", "to", "have", "properly"]

  /// The word at a place; nothing where there is none.
  func text(_ place: Int) -> String { words.indices.contains(place) ? words[place].text : "" }

  /// Where the clause begins in which `end` stands, as far as a colon tells.
  func clause(before end: Int) -> Int {
    (0..<end).last { words[$0].hasColon }.map { $0 + 1 } ?? 0
  }

  /// Whether a word stands for something that went wrong.
  func isHarm(_ place: Int) -> Bool {
    if text(place) == "condition" { return text(place - 1) == "race" }
    return HarmWords.things.contains(text(place)) && !isCompound(place)
  }

  /// Whether the word behind makes something else of it: "crash handler".
  func isCompound(_ place: Int) -> Bool { HarmWords.compounds.contains(text(place + 1)) }

  /// Whether a word like "not" stands before, with nothing but small words between.
  func isNegated(_ place: Int) -> Bool {
    for spot in (max(0, place - 5)..<place).reversed() {
      if HarmWords.negates(text(spot)) { return true }
      if !HarmWords.fillers.contains(text(spot)) { return false }
    }
    return false
  }
}
