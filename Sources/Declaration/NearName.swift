/// Guesses which known name a mistyped one was meant to be.
public enum NearName {
  /// The known name closest to the given one, or nil where none is close enough to be worth a guess.
  public static func closest(to name: String, among known: [String]) -> String? {
    let typed = Array(name.lowercased().prefix(longestName))
    guard !typed.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      let found = distance(from: typed, to: letters)
      guard found <= max(1, min(typed.count, letters.count) / 3) else { continue }
      if found < best?.distance ?? .max { best = (candidate, found) }
    }
    return best?.name ?? onlyCompletion(of: typed, among: known)
  }

  /// Beyond this length nothing typed resembles a name of ours, and comparing costs the square of it.
  private static let longestName = 64

  private static func onlyCompletion(of typed: [Character], among known: [String]) -> String? {
    guard typed.count >= 3 else { return nil }
    let completions = known.filter { $0.lowercased().hasPrefix(String(typed)) }
    return completions.count == 1 ? completions.first : nil
  }

  /// The Damerau-Levenshtein distance: insertions, deletions, replacements and swaps of neighbours.
  static func distance<Element: Equatable>(from first: [Element], to second: [Element]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for (row, element) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var best = previous[column] + (element == other ? 0 : 1)
        best = min(best, previous[column + 1] + 1, current[column] + 1)
        let isSwap = row > 0 && column > 0 && element == second[column - 1] && first[row - 1] == other
        if isSwap { best = min(best, beforePrevious[column - 1] + 1) }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count]
  }
}
