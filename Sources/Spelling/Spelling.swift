/// How far words are from each other in slips of the keyboard, and which known word a mistyped one was meant to be.
public enum Spelling {
  /// The known word nearest to a given one; nil where none is near enough to be meant.
  ///
  /// Letters count alike in either case. One slip in three letters is near, and one is always; of words as near as each
  /// other it is the first. A word that is cut short is meant where one known word alone begins with it.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(longest))
    guard !typed.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased().prefix(longest))
      let bound = max(1, min(typed.count, letters.count) / 3)
      guard let found = distance(typed, letters, atMost: bound), found < best?.distance ?? .max else {
        continue
      }
      best = (candidate, found)
    }
    return best?.word ?? onlyCompletion(of: String(typed), among: known)
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that make one of the other; nil where more
  /// than `bound` are needed.
  ///
  /// The optimal string alignment distance: no part is changed twice. Work grows with the product of the lengths.
  public static func distance<Element: Equatable>(
    _ first: some Collection<Element>, _ second: some Collection<Element>, atMost bound: Int = .max
  ) -> Int? {
    let second = Array(second)
    guard abs(first.count - second.count) <= bound else { return nil }
    var rowBefore: [Int] = []
    var row = Array(0...second.count)
    var previous: Element?
    for (number, letter) in first.enumerated() {
      var next = [number + 1]
      for (column, other) in second.enumerated() {
        var least = min(row[column + 1] + 1, next[column] + 1, row[column] + (letter == other ? 0 : 1))
        if column > 0, letter == second[column - 1], previous == other {
          least = min(least, rowBefore[column - 1] + 1)
        }
        next.append(least)
      }
      // A swap reaches back two rows; beyond both nothing gets cheaper.
      guard min(next.min() ?? 0, row.min() ?? 0) <= bound else { return nil }
      (rowBefore, row, previous) = (row, next, letter)
    }
    return row[second.count] <= bound ? row[second.count] : nil
  }

  /// Beyond this length nothing typed resembles a name of ours, and comparing costs the square of it.
  private static let longest = 64

  private static func onlyCompletion(of start: String, among known: [String]) -> String? {
    guard start.count >= 3 else { return nil }
    let completions = known.filter { $0.lowercased().hasPrefix(start) }
    return completions.count == 1 ? completions.first : nil
  }
}
