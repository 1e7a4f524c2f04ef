extension Array {
  /// The first index from which on `isBehind` holds, found by halving.
  ///
  /// - Parameter isBehind: holds for all elements from some place on, and for none before it.
  public func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
