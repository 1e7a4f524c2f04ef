private import CPCRE2

/// A place where a pattern matches.
public struct PatternMatch: Sendable, Equatable {
  /// Its bytes.
  public var range: Range<Int>

  /// The bytes of each group, from group 1 on; nil for one that takes no part.
  public var groups: [Range<Int>?]
}

/// A search was given up: it needed more work than it may take.
public struct SearchLimitReached: Error, Sendable, Equatable {}

extension Pattern {
  /// How many groups it has.
  public var groupCount: Int {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  /// All matches in a part of a text, one behind the other; what is around the part is not seen, and no match is empty.
  ///
  /// Whatever the pattern, time grows with the length of the part and no faster: from one place only so many steps are
  /// taken, and a part of more than `longestPiece` bytes is read in pieces, parted at spaces.
  ///
  /// - Throws: `SearchLimitReached` where the steps do not suffice.
  public func matches(in text: [UInt8], within part: Range<Int>) throws(SearchLimitReached) -> [PatternMatch]
  {
    guard let search = PieceSearch(self) else { return [] }
    var found: [PatternMatch] = []
    var start = part.lowerBound
    while start < part.upperBound {
      var end = min(start + Self.longestPiece, part.upperBound)
      if end < part.upperBound {
        end = text[start..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? end
      }
      found += try search.matches(in: text, within: start..<end)
      start = end
    }
    return found
  }

  /// How many bytes are searched as a whole.
  public static let longestPiece = 4000
}

/// What a search needs of PCRE2, for one piece after the other.
private struct PieceSearch: ~Copyable {
  private let pattern: Pattern
  private let groupCount: Int
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let isCompiled: Bool

  /// Nil where there is no memory.
  init?(_ pattern: Pattern) {
    guard let data = pcre2_match_data_create_from_pattern_8(pattern.code, nil) else { return nil }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(data)
      return nil
    }
    var size = 0
    isCompiled = pcre2_pattern_info_8(pattern.code, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
    groupCount = pattern.groupCount
    self.pattern = pattern
    self.data = data
    self.context = context
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
  }

  func matches(in text: [UInt8], within piece: Range<Int>) throws(SearchLimitReached) -> [PatternMatch] {
    var found: [PatternMatch] = []
    var place = 0
    while place < piece.count {
      let count = match(text, piece, from: place)
      if count == PCRE2_ERROR_NOMATCH { break }
      guard count > 0, let ends = pcre2_get_ovector_pointer_8(data) else { throw SearchLimitReached() }
      let range = { (group: Int) -> Range<Int>? in
        let (start, end) = (ends[2 * group], ends[2 * group + 1])
        // A group without a part in the match has the largest number that C knows, which is none of ours.
        guard (0...piece.count).contains(start), (0...piece.count).contains(end) else { return nil }
        // \K may put the start behind the end.
        return piece.lowerBound + min(start, end)..<piece.lowerBound + max(start, end)
      }
      if let whole = range(0), !whole.isEmpty {
        found.append(PatternMatch(range: whole, groups: (0..<groupCount).map { range($0 + 1) }))
      }
      place = max(place + 1, ends[1])
    }
    return found
  }

  private func match(_ text: [UInt8], _ piece: Range<Int>, from place: Int) -> Int32 {
    guard isCompiled else { return run(text, piece, from: place, steps: Self.interpretedSteps) }
    let count = run(text, piece, from: place, steps: Self.steps)
    // The stack of compiled patterns is small; the interpreter takes its memory elsewhere.
    guard count == PCRE2_ERROR_JIT_STACKLIMIT else { return count }
    return run(text, piece, from: place, steps: Self.interpretedSteps, options: UInt32(PCRE2_NO_JIT))
  }

  private func run(
    _ text: [UInt8], _ piece: Range<Int>, from place: Int, steps: UInt32, options: UInt32 = 0
  ) -> Int32 {
    pcre2_set_match_limit_8(context, steps)
    return text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return PCRE2_ERROR_NOMATCH }
      return pcre2_match_8(
        pattern.code, base + piece.lowerBound, piece.count, place, options | UInt32(PCRE2_NOTEMPTY), data,
        context)
    }
  }

  /// Compiled patterns count their steps anew at each place where a match may begin, interpreted ones do not.
  private static let steps: UInt32 = 20_000
  private static let interpretedSteps: UInt32 = 500_000
}
