/// What the cues find in one sentence.
struct SentenceReading {
  /// A cue that was found.
  struct Hit {
    var cue: Int
    var anchor: Int
    var range: Range<Int>
  }

  private let book: CueBook
  private let matcher: PatternMatcher
  private let setting: Setting

  init(_ tokens: [Token], in setting: Setting, by book: CueBook) {
    self.book = book
    self.setting = setting
    matcher = PatternMatcher(tokens: tokens, steps: book.steps, sets: book.sets)
  }

  /// The cues that count, in order of place; of those of one rule that overlap, the one that begins first.
  var hits: [Hit] {
    var found = all(of: book.cues) { book.settings[$0].contains(setting) }
    guard !found.isEmpty else { return [] }
    let covered = guarded(Set(found.map { book.cues.groups[$0.cue] }))
    found.removeAll { covered.contains(Place(group: book.cues.groups[$0.cue], token: $0.anchor)) }
    if found.contains(where: { yieldsToRejection($0) }),
      !all(of: book.rejections, where: { _ in true }).isEmpty
    {
      found.removeAll { yieldsToRejection($0) }
    }
    return withoutOverlaps(found)
  }

  /// A token as a group of cues sees it.
  private struct Place: Hashable {
    var group: Int
    var token: Int
  }

  /// The tokens at which groups have no cue, whatever their patterns say.
  ///
  /// A match is no longer than its pattern, so these are in proportion to the sentence.
  private func guarded(_ groups: Set<Int>) -> Set<Place> {
    var covered: Set<Place> = []
    for hit in all(of: book.guards, where: { groups.contains($0) }) {
      let group = book.guards.groups[hit.cue]
      for token in hit.range { covered.insert(Place(group: group, token: token)) }
    }
    return covered
  }

  private func yieldsToRejection(_ hit: Hit) -> Bool {
    book.groups[book.cues.groups[hit.cue]].yieldsToRejection
  }

  /// Where patterns match whose groups count.
  private func all(of anchored: CueBook.Anchored, where counts: (Int) -> Bool) -> [Hit] {
    var found: [Hit] = []
    for index in matcher.tokens.indices {
      for place in anchored.places(of: matcher.tokens[index].word) {
        let cue = anchored.pattern(at: place)
        guard counts(anchored.groups[cue]), let range = matcher.match(anchored.patterns[cue], at: index)
        else { continue }
        found.append(Hit(cue: cue, anchor: index, range: range))
      }
    }
    return found
  }

  private func withoutOverlaps(_ hits: [Hit]) -> [Hit] {
    let sorted = hits.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, $0.cue) < (
        $1.range.lowerBound, -$1.range.upperBound, $1.cue
      )
    }
    var kept: [Hit] = []
    var ends: [ToneRule: Int] = [:]
    for hit in sorted {
      let rule = book.groups[book.cues.groups[hit.cue]].rule
      guard hit.range.lowerBound >= ends[rule, default: 0] else { continue }
      ends[rule] = hit.range.upperBound
      kept.append(hit)
    }
    return kept
  }
}
