import Markdown

/// Which of the allowances of a rule comes first, place by place.
///
/// Neither many allowances nor many findings make it slow: each place is given away once.
struct AllowanceMap {
  /// Where scopes begin and end, in order.
  private let edges: [Int]

  /// The first allowance that covers what is behind each edge, up to the next.
  private var owners: [Int?]

  private let reasons: [String]

  /// - Parameter allowances: in the order in which they count.
  init(_ allowances: [Allowance]) {
    let edges = Set(allowances.flatMap { [$0.scope.lowerBound, $0.scope.upperBound] }).sorted()
    self.edges = edges
    reasons = allowances.map(\.reason)
    owners = Array(repeating: nil, count: edges.count)
    // From each part on, the first one that may be free.
    var free = Array(0...edges.count)
    for (index, allowance) in allowances.enumerated() {
      let end = edges.partitioningIndex { $0 >= allowance.scope.upperBound }
      var part = Self.next(edges.partitioningIndex { $0 >= allowance.scope.lowerBound }, &free)
      while part < end {
        owners[part] = index
        free[part] = part + 1
        part = Self.next(part, &free)
      }
    }
  }

  /// The first free part from one on; the way there is shorter the next time.
  private static func next(_ part: Int, _ free: inout [Int]) -> Int {
    var end = part
    while free[end] != end { end = free[end] }
    var place = part
    while free[place] != end {
      let following = free[place]
      free[place] = end
      place = following
    }
    return end
  }

  /// The reason of the first allowance that covers a byte of a range; nil where there is none.
  func reason(for range: Range<Int>) -> String? {
    var part = max(0, edges.partitioningIndex { $0 > range.lowerBound } - 1)
    var first: Int?
    while part < edges.count, edges[part] < range.upperBound {
      let isTouched = part + 1 < edges.count && edges[part + 1] > range.lowerBound
      if isTouched, let owner = owners[part] { first = min(first ?? owner, owner) }
      part += 1
    }
    return first.map { reasons[$0] }
  }
}
