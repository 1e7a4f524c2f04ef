import Repository

/// What a search did not read to its end, and why.
struct Unread {
  /// The parts, in the order in which they were missed.
  private(set) var gaps: [OriginGap] = []

  /// Those for which the time did not suffice; of the others there is more than is ever read.
  private(set) var late: Set<OriginGap> = []

  /// Takes down how the reading of a part ended.
  mutating func note(_ gap: OriginGap, _ end: StreamEnd) {
    guard end != .complete else { return }
    if !gaps.contains(gap) { gaps.append(gap) }
    if end == .timeLimit { late.insert(gap) }
  }

  /// Adds what another search did not read.
  mutating func add(_ other: Unread) {
    gaps += other.gaps.filter { !gaps.contains($0) }
    late.formUnion(other.late)
  }

  /// Whether the fix and the owners of its lines were read to the end: the rest only adds to that.
  var leavesEnough: Bool { !gaps.contains(.fix) && !gaps.contains(.blame) }

  /// The same for readers, in whole sentences.
  var notes: [String] {
    let large = gaps.filter { !late.contains($0) }.map(Self.words)
    return
      (late.isEmpty
      ? [] : ["Not all of the history was read in the time given; --max-time gives more."])
      + (large.isEmpty
        ? []
        : [
          "There is more than is ever read of \(large.joined(separator: ", of ")): more time changes nothing."
        ])
  }

  private static func words(_ gap: OriginGap) -> String {
    switch gap {
    case .fix: "the fix's own change"
    case .blame: "the lines that were looked up"
    case .history: "the last changes of its files"
    case .diffs: "what the candidates did to its files"
    case .directory: "what was done in its directory"
    case .paths: "the files that the candidates changed"
    case .attempts: "the commits that name the same ticket"
    case .slipped: "the tests that there were"
    case .reach: "the commits among which backports are looked for"
    }
  }
}
