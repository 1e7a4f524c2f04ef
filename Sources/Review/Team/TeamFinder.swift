import Patterns
import Tone

/// What a team's rule looks for in a part of a block.
enum TeamFinder: Sendable {
  /// Words or patterns that are not to be there.
  case terms(TermSearch)

  /// A pattern that is to be there so often.
  case occurrence(Pattern, least: Int, most: Int)

  /// A pattern that is not to match the same words several times on end.
  case repetition(Pattern, most: Int, ignoresCase: Bool, lettersOnly: Bool)

  /// A place that was found.
  struct Place {
    var range: Range<Int>

    /// What is to stand there.
    var replacement: String?

    /// Whether that is what the rule says for exactly these words.
    var isExact = false
  }

  func places(in block: ProseBlock, within part: Range<Int>) throws(SearchLimitReached) -> [Place] {
    switch self {
    case .terms(let search): return try search.places(in: block.bytes, within: part)
    case .occurrence(let pattern, let least, let most):
      let found = try pattern.matches(in: block.bytes, within: part)
      guard found.count < least || found.count > most else { return [] }
      let start = found.first?.range.lowerBound ?? part.lowerBound
      let end = found.last?.range.upperBound ?? part.upperBound
      return start < end ? [Place(range: start..<end)] : []
    case .repetition(let pattern, let most, let ignoresCase, let lettersOnly):
      let matches = try pattern.matches(in: block.bytes, within: part)
      return Self.repetitions(among: matches, most, ignoresCase, lettersOnly, in: block.bytes)
    }
  }

  private static func repetitions(
    among matches: [PatternMatch], _ most: Int, _ ignoresCase: Bool, _ lettersOnly: Bool, in bytes: [UInt8]
  ) -> [Place] {
    var places: [Place] = []
    var previous: (words: String, range: Range<Int>, count: Int)?
    for match in matches {
      // Of what is not read nobody knows whether it says the same.
      guard !bytes[match.range].contains(ProseBlock.hidden) else {
        previous = nil
        continue
      }
      let text = String(decoding: bytes[match.range], as: UTF8.self)
      guard !lettersOnly || text.allSatisfy(\.isLetter) else {
        previous = nil
        continue
      }
      let words = ignoresCase ? text.lowercased() : text
      let isNext = previous.map { before in
        before.words == words
          && bytes[before.range.upperBound..<match.range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      }
      if let before = previous, isNext == true {
        if before.count == most {
          places.append(Place(range: before.range.lowerBound..<match.range.upperBound))
        }
        previous = (words, match.range, before.count + 1)
      } else {
        previous = (words, match.range, 1)
      }
    }
    return places
  }
}
