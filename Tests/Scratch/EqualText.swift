// Benchmarks use this room, too, and a release that is linked statically has no Testing.
#if canImport(Testing)
  public import Testing

  /// Expects two texts to be equal, and shows the lines that differ where they are not.
  public func expectEqualText(
    _ actual: String, _ expected: String, _ comment: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard actual != expected else { return }
    let difference = lineDifference(from: expected, to: actual)
    Issue.record(
      "\(comment)The texts differ (- expected, + actual):\n\(difference)", sourceLocation: sourceLocation)
  }

  /// The lines that differ, with their numbers; removals stand before insertions at the same place.
  private func lineDifference(from old: String, to new: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    var marked: [(place: Int, text: String)] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let place, let line, _): marked.append((place, "- \(place + 1): \(line)"))
      case .insert(let place, let line, _): marked.append((place, "+ \(place + 1): \(line)"))
      }
    }
    return marked.sorted { $0.place < $1.place }.map(\.text).joined(separator: "\n")
  }
#endif
