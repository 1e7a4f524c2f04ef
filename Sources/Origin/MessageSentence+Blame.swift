extension MessageSentence {
  /// Whether the words around the name of a commit say that something went wrong by it.
  ///
  /// Without a grammar of English: words for harm are looked for where they would have to stand, and what says the
  /// contrary is passed over. Rather a statement is missed than one made up.
  ///
  /// - Parameter followsHarm: whether the sentence before speaks of harm, so that "this" may stand for it.
  func blames(_ place: Int, followsHarm: Bool) -> Bool {
    if words[max(0, place - 9)..<place].contains(where: { Self.borrowings.contains($0.text) }) {
      return false
    }
    return isBlamedBefore(place, followsHarm) || isBlamedBehind(place)
  }

  /// Words by which a commit is named because its change was taken over.
  private static let borrowings: Set<String> = [
    "cherry", "cherry-picked", "picked", "backport", "backported", "backports", "upstream",
  ]

  // MARK: "… broken by 2f4c399"

  private func isBlamedBefore(_ place: Int, _ followsHarm: Bool) -> Bool {
    var end = front(of: place)
    let isAside = words[end...place].contains(where: \.opensBracket)
    var preposition = ""
    if end > 0, Self.prepositions.contains(text(end - 1)) {
      preposition = text(end - 1)
      end -= 1
    } else if !isAside {
      return false
    }
    if preposition == "since" { return goesWrong(since: place, from: end) }
    if preposition == "to" && text(end - 1) == "due" || preposition == "of" && text(end - 1) == "because" {
      return !isNegated(end - 1)
        && (clause(before: end)..<end).contains { isHarm($0) && !isNegated($0) }
    }
    guard
      let link = (max(0, end - 8)..<end).last(where: {
        HarmWords.blames.contains(text($0)) || HarmWords.introductions.contains(text($0))
      }), !words[(link + 1)..<end].contains(where: { HarmWords.mendings.contains($0.text) }), !isNegated(link)
    else { return false }
    if text(link) == "bisected" { return ["to", "at", "in"].contains(preposition) }
    if preposition == "to" || preposition == "at" { return false }
    if HarmWords.introductions.contains(text(link)) {
      return isHarmIntroduced(link, followsHarm)
        || ((link + 1)..<end).contains { isHarm($0) && !isNegated($0) }
        || isHarmDone(behind: place)
    }
    return !isCompound(link)
  }

  private static let prepositions: Set<String> = [
    "by", "in", "from", "since", "with", "of", "after", "to", "at",
  ]

  /// Whether what is said to be introduced is harm: "a leak in `f` that was introduced", or "this" behind such words.
  private func isHarmIntroduced(_ link: Int, _ followsHarm: Bool) -> Bool {
    let subjects = max(clause(before: link), link - 9)..<link
    if subjects.contains(where: { HarmWords.unwillingly.contains(text($0)) }) { return true }
    let says = subjects.filter { !Self.auxiliaries.contains(text($0)) }
    if says.allSatisfy({ text($0) == "this" }) { return followsHarm }
    let isFinite = subjects.contains { Self.finite.contains(text($0)) }
    return subjects.contains { isHarm($0) && !isNegated($0) && !(isFinite && isRemedied($0)) }
  }

  /// Whether it is said right behind what came of it: "…, causing a crash".
  private func isHarmDone(behind place: Int) -> Bool {
    guard
      let verb = (place + 1..<min(words.count, place + 4)).first(where: { Self.doings.contains(text($0)) })
    else {
      return false
    }
    return text(verb) == "breaking"
      || (verb..<min(words.count, verb + 6)).contains { isHarm($0) && !isNegated($0) }
  }

  private static let doings: Set<String> = ["causing", "breaking", "caused", "causes"]

  /// Whether it is the object of "for" or "against": "the test for the crash was introduced".
  private func isRemedied(_ place: Int) -> Bool {
    let before = words[..<place].last { !Self.articles.contains($0.text) }
    return before?.text == "for" || before?.text == "against"
  }

  private static let articles: Set<String> = ["a", "an", "the", "this", "that", "such"]

  private static let finite: Set<String> = ["was", "were", "is", "are", "has", "have", "had", "got"]

  private static let auxiliaries = finite.union([
    "be", "been", "being", "first", "originally", "initially", "probably", "likely", "apparently", "recently",
    "newly",
    "also", "may", "might", "silently", "thus",
  ])

  /// Whether something is said to go wrong since a commit: before its name, or behind it.
  private func goesWrong(since place: Int, from end: Int) -> Bool {
    let before = max(clause(before: end), end - 8)..<end
    let isSaidBefore = before.contains { spot in
      (HarmWords.predicates.contains(text(spot)) || isHarm(spot)) && !isCompound(spot) && !isNegated(spot)
        && !(spot > 0 && HarmWords.handlings.contains(text(spot - 1)))
        && !words[(spot + 1)..<end].contains { HarmWords.mendings.contains($0.text) }
    }
    let behind = (place + 1)..<min(words.count, place + 14)
    let isSaidBehind = behind.contains { spot in
      HarmWords.finitePredicates.contains(text(spot)) && !isCompound(spot) && !isNegated(spot)
        && !Self.finite.contains(text(spot + 1)) && !HarmWords.handlings.contains(text(spot - 1))
    }
    return isSaidBefore || isSaidBehind || stopsWorking(before) || stopsWorking(behind)
  }

  // MARK: "2f4c399 broke …"

  private func isBlamedBehind(_ place: Int) -> Bool {
    let front = front(of: place)
    // "the fix for 2f4c399 broke it": another thing did.
    if front > 0, Self.objects.contains(text(front - 1)), !Self.works.contains(text(front - 2)) {
      return false
    }
    var verb = place + 1
    while verb < words.count, verb < place + 5, Self.passedToVerb.contains(text(verb)) || isPassedOver(verb) {
      verb += 1
    }
    let word = text(verb)
    if HarmWords.unwillingly.contains(word) { return true }
    if HarmWords.misdeeds.contains(word) { return !HarmWords.negates(text(verb + 1)) }
    if word == "is" || word == "was" { return HarmWords.faulty.contains(text(verb + 1)) }
    guard HarmWords.introductions.contains(word) || Self.makings.contains(word) else { return false }
    return ((verb + 1)..<max(verb + 1, min(words.count, verb + 7))).contains { isHarm($0) && !isNegated($0) }
  }

  private static let makings: Set<String> = ["brought", "created", "creates"]

  private static let objects: Set<String> = [
    "for", "of", "to", "like", "unlike", "before", "until", "with", "by", "in", "on", "from", "without",
    "than",
    "reverting", "fixing",
  ]

  /// "my change in 2f4c399" is 2f4c399.
  private static let works: Set<String> = ["change", "changes", "refactoring", "rewrite", "cleanup", "work"]

  private static let passedToVerb: Set<String> = [
    "which", "that", "has", "have", "had", "also", "then", "it", "he", "she", "unfortunately", "apparently",
    "silently", "subtly", "probably", "likely",
  ]

  // MARK: Names

  /// Where a name begins, with "the commit", "both aaaaaa1 and" and the like before it.
  private func front(of place: Int) -> Int {
    var front = place
    while front > 0, isPassedOver(front - 1) { front -= 1 }
    return front
  }

  private func isPassedOver(_ place: Int) -> Bool {
    Self.nouns.contains(text(place)) || StatedOrigin.isCommitName(text(place))
  }

  private static let nouns: Set<String> = [
    "commit", "commits", "change", "changeset", "revision", "rev", "patch", "git", "the", "my", "our", "both",
    "and",
    "or", "hash", "sha", "sha1",
  ]
}
