import Markdown

/// The bytes that some ranges cover together, to be asked often.
struct RangeCover {
  /// In order, none of them touching the next.
  private var parts: [Range<Int>] = []

  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = parts.last, range.lowerBound <= last.upperBound {
        parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        parts.append(range)
      }
    }
  }

  /// Whether one of the ranges shares a byte with another.
  func overlaps(_ range: Range<Int>) -> Bool {
    let next = parts.partitioningIndex { $0.upperBound > range.lowerBound }
    return next < parts.count && parts[next].overlaps(range)
  }
}
