/// Holds patterns against one sentence.
struct PatternMatcher {
  let tokens: [Token]
  let sets: [WordSet]

  /// The tokens a pattern takes with its anchor at `anchor`, or nil where it does not match there.
  func match(_ pattern: Pattern, at anchor: Int) -> Range<Int>? {
    guard let end = follow(pattern.right[...], from: anchor + 1, by: 1),
      let start = follow(pattern.left[...], from: anchor - 1, by: -1)
    else { return nil }
    return start + 1..<end
  }

  /// Where the steps lead, or nil where they do not all find what they look for.
  private func follow(_ steps: ArraySlice<Pattern.Step>, from start: Int, by stride: Int) -> Int? {
    guard let step = steps.first else { return start }
    let rest = steps.dropFirst()
    switch step {
    case .one(let set):
      return holds(set, at: start) ? follow(rest, from: start + stride, by: stride) : nil
    case .upTo(let limit, let set):
      var count = 0
      while count < limit, holds(set, at: start + count * stride) { count += 1 }
      while count >= 0 {
        if let end = follow(rest, from: start + count * stride, by: stride) { return end }
        count -= 1
      }
      return nil
    case .gap(let limit, let excluded):
      for count in 0...limit {
        let place = start + count * stride
        if let end = follow(rest, from: place, by: stride) { return end }
        guard tokens.indices.contains(place), !Mark.endsClause(tokens[place].word),
          excluded.map({ !sets[Int($0)].contains(tokens[place].word) }) != false
        else { return nil }
      }
      return nil
    case .not(let set):
      return holds(set, at: start) ? nil : follow(rest, from: start, by: stride)
    case .edge:
      return isEdge(start) ? follow(rest, from: start, by: stride) : nil
    }
  }

  private func holds(_ set: WordSet.Index, at place: Int) -> Bool {
    tokens.indices.contains(place) && sets[Int(set)].contains(tokens[place].word)
  }

  private func isEdge(_ place: Int) -> Bool {
    !tokens.indices.contains(place)
      || tokens[place].word >= Mark.period.rawValue && tokens[place].word <= Mark.exclamation.rawValue
  }
}
