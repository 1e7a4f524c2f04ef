/// Holds patterns against one sentence.
struct PatternMatcher {
  let tokens: [Token]

  /// The steps of all patterns.
  let steps: [Pattern.Step]

  let sets: WordSetTable

  /// The tokens a pattern takes with its anchor at `anchor`, or nil where it does not match there.
  func match(_ pattern: Pattern, at anchor: Int) -> Range<Int>? {
    guard let end = follow(pattern.right, from: anchor + 1, by: 1),
      let start = follow(pattern.left, from: anchor - 1, by: -1)
    else { return nil }
    return start + 1..<end
  }

  /// Where the steps lead, or nil where they do not all find what they look for.
  private func follow(_ path: Range<Int>, from start: Int, by stride: Int) -> Int? {
    var place = start
    for index in path {
      switch steps[index] {
      case .one(let set):
        guard holds(set, at: place) else { return nil }
        place += stride
      case .upTo(let limit, let set):
        return follow(index + 1..<path.upperBound, behindUpTo: Int(limit), of: set, from: place, by: stride)
      case .gap(let limit, let excluded):
        return follow(
          index + 1..<path.upperBound, behindGapOf: Int(limit), without: excluded, from: place, by: stride)
      case .not(let set):
        guard !holds(set, at: place) else { return nil }
      case .edge:
        guard isEdge(place) else { return nil }
      }
    }
    return place
  }

  /// Takes as many tokens of the set as the rest of the way allows.
  private func follow(
    _ rest: Range<Int>, behindUpTo limit: Int, of set: WordSet.Index, from start: Int, by stride: Int
  ) -> Int? {
    var count = 0
    while count < limit, holds(set, at: start + count * stride) { count += 1 }
    while count >= 0 {
      if let end = follow(rest, from: start + count * stride, by: stride) { return end }
      count -= 1
    }
    return nil
  }

  /// Takes as few tokens as the rest of the way allows.
  private func follow(
    _ rest: Range<Int>, behindGapOf limit: Int, without excluded: WordSet.Index?, from start: Int,
    by stride: Int
  ) -> Int? {
    for count in 0...limit {
      let place = start + count * stride
      if let end = follow(rest, from: place, by: stride) { return end }
      guard tokens.indices.contains(place), !Mark.endsClause(tokens[place].word) else { return nil }
      if let excluded, sets.holds(tokens[place].word, in: excluded) { return nil }
    }
    return nil
  }

  private func holds(_ set: WordSet.Index, at place: Int) -> Bool {
    tokens.indices.contains(place) && sets.holds(tokens[place].word, in: set)
  }

  private func isEdge(_ place: Int) -> Bool {
    !tokens.indices.contains(place)
      || tokens[place].word >= Mark.period.rawValue && tokens[place].word <= Mark.exclamation.rawValue
  }
}
