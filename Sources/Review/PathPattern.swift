/// A pattern of paths: `*` stands for anything within a name, `**` for any number of directories, `?` for one byte.
struct PathPattern {
  private let pattern: [UInt8]

  init(_ pattern: String) {
    // A directory means all that is in it.
    self.pattern = Array((pattern.hasSuffix("/") ? pattern + "**" : pattern).utf8)
  }

  /// Whether a path is one of them.
  ///
  /// The states that a prefix of the pattern can be in are kept side by side, so the work is the product of both lengths
  /// and no more.
  func matches(_ path: String) -> Bool {
    var states: Set<Int> = closure([0])
    for byte in path.utf8 {
      var next: Set<Int> = []
      for state in states where state < pattern.count {
        switch pattern[state] {
        case UInt8(ascii: "*"):
          if isDouble(state) || byte != UInt8(ascii: "/") { next.insert(state) }
        case UInt8(ascii: "?"): if byte != UInt8(ascii: "/") { next.insert(state + 1) }
        default: if pattern[state] == byte { next.insert(state + 1) }
        }
      }
      states = closure(next)
      if states.isEmpty { return false }
    }
    return states.contains(pattern.count)
  }

  /// Whether the star there is one of two; the first of them is the one that stays.
  private func isDouble(_ state: Int) -> Bool {
    state + 1 < pattern.count && pattern[state + 1] == UInt8(ascii: "*")
  }

  /// All states that are reached from these without a byte.
  private func closure(_ states: Set<Int>) -> Set<Int> {
    var result = states
    var pending = Array(states)
    while let state = pending.popLast() {
      guard state < pattern.count, pattern[state] == UInt8(ascii: "*") else { continue }
      var following = [state + (isDouble(state) ? 2 : 1)]
      // `**/name` is also the name with no directory before it.
      if isDouble(state), state + 2 < pattern.count, pattern[state + 2] == UInt8(ascii: "/") {
        following.append(state + 3)
      }
      for next in following where result.insert(next).inserted { pending.append(next) }
    }
    return result
  }
}
