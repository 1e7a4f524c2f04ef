/// How likely the repro can be run at a point, from where it could and where it could not.
///
/// Two explanations are mixed. A commit that cannot be built may be alone, or in a short row: then what counts is how far
/// away from it one is. Or all commits before some change cannot be built, as with a test that older code does not know:
/// then what lies before one that cannot be built is no better, and the change is looked for between it and the next
/// that can. The more points fail in a row, the more likely is the second: by their square.
struct Spread {
  private let blocked: [Int]
  private let ran: [Int]

  init(_ untestable: Set<Int>, ran: some Sequence<Int>) {
    blocked = untestable.sorted()
    self.ran = ran.filter { !untestable.contains($0) }.sorted()
  }

  func chanceToRun(_ point: Int) -> Double {
    guard !blocked.isEmpty else { return 1 }
    let (ranBelow, ranAbove) = Self.neighbours(of: point, in: ran)
    let (blockedBelow, blockedAbove) = Self.neighbours(of: point, in: blocked)
    // A neighbour behind one of the other kind says nothing more.
    let below = blockedBelow.flatMap { $0 > ranBelow ?? -1 ? point - $0 : nil }
    let above = blockedAbove.flatMap { $0 < ranAbove ?? .max ? $0 - point : nil }
    guard let distance = [below, above].compactMap({ $0 }).min() else { return 1 }
    let row = Double(blockedBetween(ranBelow ?? -1, ranAbove ?? .max))
    let alone = Double(distance) / (Double(distance) + row)
    var since = 0.0
    if above == nil, let below, let ranAbove {
      since = Double(below) / Double(below + ranAbove - point)
    } else if below == nil, let above, let ranBelow {
      since = Double(above) / Double(above + point - ranBelow)
    }
    return (alone + row * row * since) / (row * row + 1)
  }

  private func blockedBetween(_ low: Int, _ high: Int) -> Int {
    Self.count(below: high, in: blocked) - Self.count(below: low + 1, in: blocked)
  }

  /// The nearest of sorted places that are not above a point, and not below it.
  private static func neighbours(of point: Int, in places: [Int]) -> (below: Int?, above: Int?) {
    let place = count(below: point, in: places)
    if place < places.count, places[place] == point { return (point, point) }
    return (place > 0 ? places[place - 1] : nil, place < places.count ? places[place] : nil)
  }

  private static func count(below limit: Int, in places: [Int]) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
