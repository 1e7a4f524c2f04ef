import Proof
import Repository
import Statistics

/// What a search knows: the runs at each commit, and what follows from them.
struct SearchState {
  let history: SearchHistory

  /// The probabilities.
  private(set) var search: FirstFailureSearch

  /// Runs that neither passed nor showed the symptom, by place.
  private(set) var others: [Int: Int] = [:]

  /// Why the repro cannot be run, by place.
  private(set) var obstacles: [Int: Trials.Obstacle] = [:]

  /// How the files of the fix are carried, by place, where that makes a difference and was settled by a run that told
  /// something.
  private(set) var manners: [Int: Carriage.Manner] = [:]

  /// In which manner nothing was told at a place, where the other one has not been tried.
  private var setAside: [Int: Carriage.Manner] = [:]

  /// The manner in which something was told the last time.
  private var lastManner = Carriage.Manner.file

  /// What the last failure at a place looked like.
  private(set) var excerpts: [Int: [String]] = [:]

  /// All runs that were taken in.
  private(set) var runs = 0

  /// The greatest number of what was taken in.
  private(set) var lastNumber = 0

  /// How long the last run took, in seconds; nil where there was none.
  private(set) var runSeconds: Double?

  /// Whether a proof of the same fix has seen the repro pass with it.
  let hasPassedWithFix: Bool

  /// How the last run at a place ended, and where runs in the same tree turned from one to the other.
  private var lastHasFailed: [Int: Bool] = [:]
  private(set) var turnedToFailing: Set<Int> = []
  private(set) var turnedToPassing: Set<Int> = []

  /// Whether the user said what a failure must print.
  private let isPinned: Bool

  /// The fingerprints of the failures before the fix: where the symptom is not pinned, another one is another failure.
  private var signatures: Set<String?> = []

  /// The same without the differences that were printed.
  private var plainSignatures: Set<String?> = []

  /// - Parameter proof: runs of the proof of the same fix. Those after it say how often the repro fails without the bug; they
  ///   are no runs of the search.
  init(_ history: SearchHistory, prior: [Double], isPinned: Bool, proof: [RunRecord]) {
    self.history = history
    self.isPinned = isPinned
    let known = proof.filter { $0.side == .before }
    let after = proof.filter { $0.side == .after }
    let failures = known.filter { $0.result == .symptom }
    hasPassedWithFix = after.contains { $0.result == .pass }
    search = FirstFailureSearch(
      history.ancestry, prior: prior,
      known: RunCount(failures: failures.count, passes: known.count { $0.result == .pass }),
      elsewhere: RunCount(
        failures: after.count { $0.result == .symptom }, passes: after.count { $0.result == .pass }))
    signatures = Set(failures.map(\.signatureAcrossCommits))
    plainSignatures = Set(failures.map(\.signatureWithoutDiff))
    excerpts[search.tip] = failures.last?.excerpt
    runs = known.count
    lastNumber = runs
    runSeconds = known.last?.seconds
  }

  /// The runs at a place.
  func count(at place: Int) -> RunCount { search.counts[place] ?? RunCount() }

  /// Takes in what was learnt at a commit; one that is not searched is passed over.
  mutating func take(_ entry: SearchEntry) {
    lastNumber = max(lastNumber, entry.number ?? entry.run?.pair ?? 0)
    guard entry.testsOf == nil, let place = history.place(of: entry.commit.digits) else { return }
    // Of two trees of one commit with different files in them the first that told something counts.
    let isOther = entry.manner != nil && manners[place] != nil && manners[place] != entry.manner
    if entry.isSetAside == true || isOther {
      if entry.run != nil { runs += 1 }
      if !isOther { setAside[place] = entry.manner }
      return
    }
    setAside[place] = nil
    if let manner = entry.manner, tells(entry, at: place) {
      manners[place] = manner
      lastManner = manner
    }
    if let obstacle = entry.obstacle { return block(place, obstacle) }
    guard let run = entry.run else { return }
    runs += 1
    runSeconds = run.seconds
    switch run.result {
    case .pass:
      note(hasFailed: false, at: place)
      search.record(RunCount(passes: 1), at: place)
    case .symptom where place == search.tip || isTheSymptom(run):
      if place == search.tip {
        signatures.insert(run.signatureAcrossCommits)
        plainSignatures.insert(run.signatureWithoutDiff)
      }
      excerpts[place] = run.excerpt
      note(hasFailed: true, at: place)
      search.record(RunCount(failures: 1), at: place)
    case .symptom: takeOther(run, at: place, because: Self.otherFailure)
    case .other: takeOther(run, at: place, because: Self.words(run.reason))
    }
  }

  private mutating func note(hasFailed: Bool, at place: Int) {
    if let last = lastHasFailed[place], last != hasFailed {
      if hasFailed { turnedToFailing.insert(place) } else { turnedToPassing.insert(place) }
    }
    lastHasFailed[place] = hasFailed
  }

  /// In words that stand behind the name of a commit.
  static let otherFailure = "it fails in another way than before the fix"

  /// Why a run neither passed nor failed, in words for a commit that is older than the fix.
  static func words(_ reason: OtherReason?) -> String {
    reason?.sentencePart(lacking: "only later commits bring") ?? otherFailure
  }

  /// Whether a failure is that which the repro shows before the fix.
  func isTheSymptom(_ run: RunRecord) -> Bool {
    guard run.result == .symptom, !isPinned else { return run.result == .symptom }
    // Where failures before the fix differ in what they printed as a difference, that tells nothing of which failure it is.
    return signatures.count > plainSignatures.count
      ? plainSignatures.contains(run.signatureWithoutDiff) : signatures.contains(run.signatureAcrossCommits)
  }

  /// Whether one failure before the fix is too little to know others by: what it printed as a difference may be another
  /// each time.
  var wantsAnotherFailure: Bool {
    !isPinned && count(at: search.tip).failures == 1 && signatures != plainSignatures
  }

  /// Whether what was learnt at a place says that the bug is there, or is not.
  func tells(_ entry: SearchEntry, at place: Int) -> Bool {
    guard let run = entry.run, entry.obstacle == nil else { return false }
    return run.result == .pass || run.result == .symptom && (place == search.tip || isTheSymptom(run))
  }

  /// The manners in which the files of the fix are to be carried onto a commit, until one tells something.
  func mannersToTry(at place: Int) -> [Carriage.Manner] {
    if let settled = manners[place] { return [settled] }
    if let failed = setAside[place] { return [failed == .file ? .change : .file] }
    return lastManner == .file ? [.file, .change] : [.change, .file]
  }

  /// A run that is neither: where there is nothing else, or more of it than of anything else, the repro cannot be run.
  private mutating func takeOther(_ run: RunRecord, at place: Int, because words: String) {
    others[place, default: 0] += 1
    guard place != search.tip else { return excerpts[place] = run.excerpt }
    let telling = count(at: place).runs
    if telling == 0 || others[place, default: 0] > max(2, telling) {
      block(place, Trials.Obstacle(words: words, excerpt: run.excerpt))
    }
  }

  private mutating func block(_ place: Int, _ obstacle: Trials.Obstacle) {
    obstacles[place] = obstacle
    search.recordUntestable(place)
  }

  /// How far it has come.
  var progress: SearchProgress {
    let likely = search.probabilities.indices.max { search.probabilities[$0] < search.probabilities[$1] } ?? 0
    return SearchProgress(
      runs: runs, commits: Set(search.counts.keys).union(obstacles.keys).count,
      commitsLeft: Int(search.pointsLeft.rounded(.up)), likely: history.commits[likely].short,
      probability: search.probabilities[likely])
  }
}
