/// A sequence of words, around one of them that is its anchor.
///
/// Matching starts at an anchor and goes to the right, then to the left. Every step takes a bounded number of tokens,
/// so a match costs no more than the pattern is long.
struct Pattern: Sendable {
  /// A part of a pattern.
  enum Step: Sendable {
    /// One token of the set.
    case one(WordSet.Index)

    /// At most so many tokens of the set.
    case upTo(Int32, WordSet.Index)

    /// At most so many tokens of any kind but those of the set, within a clause.
    case gap(Int32, without: WordSet.Index?)

    /// The next token, away from the anchor, is none of the set; nothing is taken.
    case not(WordSet.Index)

    /// The sentence ends here; nothing is taken.
    case edge
  }

  /// What the anchor is one of.
  var anchor: WordSet.Index

  /// Where among all steps those behind the anchor are, and those before it, both away from it.
  var right: Range<Int>
  var left: Range<Int>
}
