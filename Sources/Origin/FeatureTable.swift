import Repository

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The features of all candidates for one fix.
struct FeatureTable {
  /// The candidates, the newest first.
  let candidates: [(id: ObjectID, candidate: Candidate, head: CommitHead)]

  /// Their features, in the same order; what is absent is 0.
  let features: [[Feature: Double]]

  /// How rare the identifiers of the fix are in the changes that were read.
  let rarity: [UInt64: Double]

  init(_ pool: CandidatePool, fix: FixHead) {
    let sorted = pool.candidates.compactMap { id, candidate in
      candidate.head.map { (id: id, candidate: candidate, head: $0) }
    }.sorted { ($0.head.committerTime, $0.id.digits) > ($1.head.committerTime, $1.id.digits) }
    let context = Context(sorted, fix: fix, change: pool.change)
    features = sorted.indices.map { place in
      context.features(of: sorted[place].candidate, sorted[place].head, place: place)
    }
    rarity = context.rarity
    candidates = sorted
  }

  /// What a feature is measured against: the other candidates.
  private struct Context {
    let fix: FixHead
    let change: FixChange
    let removedWeight: Double
    let mostRemoved: Double
    let adjacentLines: Double
    let functionLines: Double
    let removedCode: Double
    let newestRemoved: Int?
    let newestNear: Int?
    let newestFunction: Int?
    let rarity: [UInt64: Double]
    let wordRarity: [String: Double]
    private var most: [Feature: Double] = [:]

    init(
      _ candidates: [(id: ObjectID, candidate: Candidate, head: CommitHead)], fix: FixHead, change: FixChange
    ) {
      self.fix = fix
      self.change = change
      let all = candidates.map(\.candidate)
      removedWeight = max(all.reduce(0) { $0 + $1.removedWeight }, 1e-9)
      mostRemoved = all.map(\.removedWeight).max() ?? 0
      adjacentLines = Double(max(1, all.reduce(0) { $0 + $1.adjacentLines }))
      functionLines = Double(max(1, all.reduce(0) { $0 + $1.functionLines }))
      removedCode = Double(max(1, change.files.reduce(0) { $0 + $1.removed.values.count { $0.isCode } }))
      newestRemoved = all.firstIndex { $0.removedCodeLines > 0 }
      newestNear = all.firstIndex { $0.removedLines > 0 || $0.adjacentLines > 0 }
      newestFunction = all.firstIndex { $0.functionLines > 0 }
      rarity = Self.rarity(
        of: all.filter(\.isDiffRead).map { $0.addedIdentifiers.union($0.removedIdentifiers) })
      wordRarity = Self.rarity(of: candidates.map { SubjectWords($0.head.subject).all })
      for (_, candidate, head) in candidates {
        for (feature, sum) in sums(of: candidate, head) { most[feature] = max(most[feature] ?? 0, sum) }
      }
    }

    /// How rare each is, by how many of the commits have it: ln((N + 1) / (n + ½)).
    private static func rarity<Word: Hashable>(of sets: [Set<Word>]) -> [Word: Double] {
      var counts: [Word: Int] = [:]
      for set in sets { for word in set { counts[word, default: 0] += 1 } }
      return counts.mapValues { log(Double(sets.count + 1) / (Double($0) + 0.5)) }
    }

    private func weight(_ identifiers: Set<UInt64>) -> Double {
      // In one order always: sums of floating-point numbers depend on it.
      identifiers.sorted().reduce(0) { $0 + max(0, rarity[$1] ?? 0) }
    }

    /// What is measured against the greatest value of any candidate.
    private func sums(of candidate: Candidate, _ head: CommitHead) -> [Feature: Double] {
      let gone = candidate.removedIdentifiers.subtracting(candidate.addedIdentifiers)
      let words = SubjectWords(head.subject).all.intersection(fix.words.all)
      return [
        .identifiersAdded: weight(candidate.addedIdentifiers), .identifiersRemoved: weight(gone),
        .removedIdentifiersAdded: weight(candidate.addedIdentifiers.intersection(change.removedIdentifiers)),
        .addedIdentifiersRemoved: weight(gone.intersection(change.addedIdentifiers)),
        .subjectWords: words.sorted().reduce(0) { $0 + max(0, wordRarity[$1] ?? 0) },
      ]
    }

    func features(of candidate: Candidate, _ head: CommitHead, place: Int) -> [Feature: Double] {
      var values: [Feature: Double] = [:]
      func note(_ feature: Feature, _ holds: Bool) { if holds { values[feature] = 1 } }
      note(.removedAny, candidate.removedLines > 0)
      note(.removedMost, candidate.removedWeight > 0 && candidate.removedWeight == mostRemoved)
      note(.removedNewest, newestRemoved == place)
      note(.adjacentAny, candidate.adjacentLines > 0)
      note(.functionAny, candidate.functionLines > 0)
      note(.functionNewest, newestFunction == place)
      note(.nearNewest, newestNear == place)
      note(.restored, candidate.restoredLine != nil)
      note(.sameFunction, candidate.changesFunction)
      note(.sameAuthor, head.authorAddress == fix.authorAddress)
      note(.createsFile, candidate.createsFile)
      note(.isMerge, head.parentCount > 1)
      let words = SubjectWords(head.subject)
      note(.isRepair, words.saysRepair)
      note(.isCosmetic, words.saysCosmetic)
      values[.removedShare] = candidate.removedWeight / removedWeight
      values[.adjacentShare] = Double(candidate.adjacentLines) / adjacentLines
      values[.functionShare] = Double(candidate.functionLines) / functionLines
      let days = max(0, Double(fix.committerTime - head.committerTime) / 86_400)
      values[.age] = min(1, log(1 + days) / 9)
      values[.recency] = 1 / Double(1 + place)
      values[.history] = candidate.history.map { 1 / Double(1 + $0.place) } ?? 0
      values[.fileCount] = min(1, log(1 + Double(candidate.fileCount)) / 8)
      values[.changedLines] = min(1, log(1 + Double(candidate.changedLines)) / 10)
      values[.sharedFiles] = min(1, Double(candidate.sharedFiles) / Double(max(1, change.files.count)))
      values[.undoneShare] = min(1, Double(candidate.undoneLines) / removedCode)
      for (feature, sum) in sums(of: candidate, head) {
        values[feature] = sum / max(most[feature] ?? 0, 1e-9)
      }
      return values.filter { $0.value != 0 }
    }
  }
}
