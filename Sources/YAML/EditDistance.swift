/// How far two words are from each other, in slips of the keyboard (Damerau-Levenshtein, adjacent swaps).
enum EditDistance {
  /// The word nearest to one, if it is near enough to be meant; of equals, the first.
  static func nearest(to word: String, in words: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in words {
      // A slip in every three letters, and always one, is still a slip.
      let limit = max(1, candidate.unicodeScalars.count / 3)
      let distance = between(word, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that make one of the other.
  static func between(_ left: String, _ right: String) -> Int {
    let left = left.unicodeScalars.prefix(longest).map(\.properties.lowercaseMapping)
    let right = right.unicodeScalars.prefix(longest).map(\.properties.lowercaseMapping)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = last[column] + (letter == other ? 0 : 1)
        var distance = min(replaced, last[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        line.append(distance)
      }
      (beforeLast, last) = (last, line)
    }
    return last[right.count]
  }

  /// Words are compared no further than this: the work is the product of the lengths.
  private static let longest = 64
}
