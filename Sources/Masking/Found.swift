/// A secret at its place.
struct Found {
  /// The bytes to be replaced: one range, or one a line.
  var ranges: [Range<Int>]

  /// Where to look on.
  var end: Int { ranges.last?.upperBound ?? 0 }

  init(_ range: Range<Int>) { ranges = [range] }

  init(lines: [Range<Int>]) { ranges = lines }
}
