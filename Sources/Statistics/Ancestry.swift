/// Points that stand on others, as commits stand on their parents: each point comes after all that it stands on.
///
/// For each point it keeps what it has beyond its first parent, as a merge has the commits that it merged. So a sum over
/// all that a point stands on costs no more than its own share, however long the history.
public struct Ancestry: Sendable {
  /// For each point the points that it stands on directly, the first one first.
  public let parents: [[Int]]

  /// The first parent of each point; -1 where there is none.
  private let firstParent: [Int]

  /// For each point itself, and what it stands on beyond what its first parent does: one after the other.
  private let own: [Int]

  /// Where those of each point begin, and where all end.
  private let starts: [Int]

  /// Points from their parents, each of which comes before its child.
  public init(parents: [[Int]]) {
    self.parents = parents
    firstParent = parents.map { $0.first ?? -1 }
    var own: [Int] = []
    var starts: [Int] = []
    for point in parents.indices {
      precondition(parents[point].allSatisfy { $0 < point }, "A parent comes before its child.")
      starts.append(own.count)
      own.append(point)
      own += Self.beyondFirst(parents[point], in: parents)
    }
    self.own = own
    self.starts = starts + [own.count]
  }

  /// How many points there are.
  public var count: Int { parents.count }

  /// For each point the sum over itself and all that it stands on.
  func sums(of weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for point in parents.indices {
      var sum = firstParent[point] < 0 ? 0 : sums[firstParent[point]]
      for place in starts[point]..<starts[point + 1] { sum += weights[own[place]] }
      sums[point] = sum
    }
    return sums
  }

  /// Has `visit` look at a point and at all that it stands on, each once.
  func visit(_ point: Int, _ visit: (Int) -> Void) {
    var next = point
    while next >= 0 {
      for place in starts[next]..<starts[next + 1] { visit(own[place]) }
      next = firstParent[next]
    }
  }

  /// Whether `top` is `point` or stands on it.
  public func has(_ point: Int, below top: Int) -> Bool {
    var isFound = false
    visit(top) { if $0 == point { isFound = true } }
    return isFound
  }

  /// What the further parents stand on, themselves included, and the first one does not.
  ///
  /// Both sides are painted downwards from the newest point on, until nothing is left that is of one side alone.
  private static func beyondFirst(_ heads: [Int], in parents: [[Int]]) -> [Int] {
    guard let first = heads.first, heads.count > 1 else { return [] }
    var queue = Heap()
    var isOfFirst: [Int: Bool] = [first: true]
    queue.add(first)
    var onlyOthers = 0
    for head in heads.dropFirst() where isOfFirst[head] == nil {
      isOfFirst[head] = false
      onlyOthers += 1
      queue.add(head)
    }
    var beyond: [Int] = []
    while onlyOthers > 0, let point = queue.takeLargest() {
      let isFirst = isOfFirst[point] == true
      if !isFirst {
        onlyOthers -= 1
        beyond.append(point)
      }
      for parent in parents[point] {
        switch isOfFirst[parent] {
        case nil:
          isOfFirst[parent] = isFirst
          if !isFirst { onlyOthers += 1 }
          queue.add(parent)
        case false? where isFirst:
          isOfFirst[parent] = true
          onlyOthers -= 1
        default: break
        }
      }
    }
    return beyond
  }
}

/// Numbers of which the largest is taken first.
private struct Heap {
  private var numbers: [Int] = []

  mutating func add(_ number: Int) {
    numbers.append(number)
    var place = numbers.count - 1
    while place > 0, numbers[(place - 1) / 2] < numbers[place] {
      numbers.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func takeLargest() -> Int? {
    guard let largest = numbers.first, let last = numbers.popLast() else { return nil }
    guard !numbers.isEmpty else { return largest }
    numbers[0] = last
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < numbers.count }
      guard let child = children.max(by: { numbers[$0] < numbers[$1] }), numbers[child] > numbers[place]
      else { return largest }
      numbers.swapAt(place, child)
      place = child
    }
  }
}
