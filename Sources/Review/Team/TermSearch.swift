import Patterns

/// Looks for words, phrases or patterns, each of which may have something that is to stand in its place.
struct TermSearch: Sendable {
  /// A word, a phrase or a pattern.
  struct Term: Sendable {
    /// As a regular expression.
    var expression: String

    /// How it is written where it is plain words.
    var words: String?

    /// What is to stand in its place.
    var replacement: String?
  }

  /// As many of them as one pattern holds.
  private struct Piece: Sendable {
    var pattern: Pattern

    /// Each with its group of the pattern, 0 where it is the whole.
    var terms: [(group: Int, term: Term)]
  }

  private let pieces: [Piece]

  /// In what a match is left alone.
  private let exceptions: [Pattern]

  /// Whether only words within a match except it, not those around it.
  var exceptsWithin = false

  /// Whether words that differ from their replacement by the size of letters are as they are to be.
  var toleratesCase = false

  private init(_ pieces: [Piece], _ exceptions: [Pattern]) {
    self.pieces = pieces
    self.exceptions = exceptions
  }

  /// Looks for one pattern, in whose replacement `$1` stands for its first group.
  init(_ pattern: Pattern, replacement: String?, exceptions: [Pattern]) {
    let term = Term(expression: pattern.source, replacement: replacement)
    self.init([Piece(pattern: pattern, terms: [(0, term)])], exceptions)
  }

  /// Looks for several terms; where two begin at the same place, the longer one counts.
  ///
  /// - Parameters:
  ///   - frame: what stands before and behind them all in the pattern.
  ///   - exceptions: words or phrases.
  /// - Throws: `PatternError` where they are none together.
  init(
    _ terms: [Term], in frame: (before: String, behind: String), options: PatternOptions,
    exceptions: [Pattern]
  ) throws(PatternError) {
    // PCRE2 limits the size of a pattern, and a long word comes before one that it begins with.
    let sorted = terms.sorted { $0.expression.utf8.count > $1.expression.utf8.count }
    var pieces: [Piece] = []
    var start = 0
    while start < sorted.count {
      let chunk = sorted[start..<min(start + Self.mostTerms, sorted.count)]
      var group = 1
      var placed: [(group: Int, term: Term)] = []
      for term in chunk {
        placed.append((group, term))
        group += 1 + (term.words == nil ? try Pattern(term.expression).groupCount : 0)
      }
      let source = chunk.map { "(\($0.expression))" }.joined(separator: "|")
      let pattern = try Pattern("\(frame.before)(?:\(source))\(frame.behind)", options: options)
      pieces.append(Piece(pattern: pattern, terms: placed))
      start += Self.mostTerms
    }
    self.init(pieces, exceptions)
  }

  private static let mostTerms = 100

  func places(in bytes: [UInt8], within part: Range<Int>) throws(SearchLimitReached) -> [TeamFinder.Place] {
    var found: [TeamFinder.Place] = []
    for piece in pieces {
      for match in try piece.pattern.matches(in: bytes, within: part) {
        if let place = place(of: match, by: piece, in: bytes) { found.append(place) }
      }
    }
    guard !found.isEmpty else { return [] }
    let excepted = RangeCover(try excepted(in: bytes, part, around: found))
    found.removeAll { excepted.overlaps($0.range) }
    return Self.withoutOverlaps(found)
  }

  private func place(of match: PatternMatch, by piece: Piece, in bytes: [UInt8]) -> TeamFinder.Place? {
    let entry = piece.terms.first { $0.group == 0 || match.groups[$0.group - 1] != nil }
    var place = TeamFinder.Place(range: match.range)
    guard let term = entry?.term, let replacement = term.replacement else { return place }
    let text = String(decoding: bytes[match.range], as: UTF8.self)
    if let words = term.words {
      let adapted = LetterCase.adapt(replacement, to: text, writtenAs: words)
      (place.replacement, place.isExact) = (adapted.text, adapted.isExact)
    } else {
      place.replacement = entry?.group == 0 ? expanded(replacement, with: match, in: bytes) : replacement
      place.isExact = true
    }
    if place.replacement == text || toleratesCase && replacement.lowercased() == text.lowercased() {
      return nil
    }
    return place
  }

  /// A replacement with the groups that it names; a `$` before anything but a digit is one.
  private func expanded(_ replacement: String, with match: PatternMatch, in bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var rest = Array(replacement.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$"), let digit = rest.first, (0x31...0x39).contains(digit) else {
        output.append(byte)
        continue
      }
      rest.removeFirst()
      let group = Int(digit - 0x31)
      if match.groups.indices.contains(group), let range = match.groups[group] { output += bytes[range] }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func excepted(
    in bytes: [UInt8], _ part: Range<Int>, around places: [TeamFinder.Place]
  ) throws(SearchLimitReached) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for pattern in exceptions {
      if exceptsWithin {
        for place in places { ranges += try pattern.matches(in: bytes, within: place.range).map(\.range) }
      } else {
        ranges += try pattern.matches(in: bytes, within: part).map(\.range)
      }
    }
    return ranges
  }

  /// Those that begin first, and of those that begin together the longest.
  private static func withoutOverlaps(_ places: [TeamFinder.Place]) -> [TeamFinder.Place] {
    var kept: [TeamFinder.Place] = []
    let sorted = places.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    for place in sorted where place.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(place)
    }
    return kept
  }
}
