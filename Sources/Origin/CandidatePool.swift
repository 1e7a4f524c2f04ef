import Repository

/// The commits that may have introduced a bug, gathered from history.
struct CandidatePool {
  /// What speaks for each.
  private(set) var candidates: [ObjectID: Candidate] = [:]

  /// What was not read to its end.
  private(set) var unread = Unread()

  /// How many of the lines that were asked for belong to a commit where the history of a shallow clone is cut off.
  private(set) var linesAtEdge = 0

  private let repository: Repository
  private let before: Commit
  private let edge: Set<ObjectID>
  let change: FixChange
  private var budget: OriginBudget

  /// Files as they were named earlier, by what blame says.
  private var earlierPaths: Set<TreePath> = []

  /// So many of the last commits of the files of a fix are looked at.
  private static let historyLimit = 120

  /// Of that many files.
  private static let historyFiles = 3

  /// And so many of the directory of the first: a bug may have begun in the file beside it.
  private static let directoryLimit = 40

  /// What more commits than these did is not read.
  private static let diffLimit = 240

  /// Gathers the candidates for a fix whose change is `change`, in the history that ends at `before`.
  init(for change: FixChange, before: Commit, in repository: Repository, within budget: OriginBudget) throws {
    self.repository = repository
    self.before = before
    self.change = change
    self.budget = budget
    edge = try repository.shallowEdge
    try blame()
    let recent = try addHistory()
    try readDiffs(of: recent)
    try addDirectory()
    try readPaths()
    candidates = candidates.filter { $0.value.head != nil }
  }

  // MARK: Blame

  private mutating func blame() throws {
    for file in change.files {
      let lines = file.function.union(file.adjacent).union(file.removed.keys)
      guard !lines.isEmpty else { continue }
      let time = budget.left(for: .blame)
      guard time > .zero else { return unread.note(.blame, .timeLimit) }
      let blame = try repository.blame(file.path, at: before, lines: Self.ranges(of: lines), timeLimit: time)
      unread.note(.blame, blame.end)
      for entry in blame.entries {
        if edge.contains(entry.commit) {
          linesAtEdge += entry.lines.count
          continue
        }
        if entry.path.isText { earlierPaths.insert(entry.path) }
        credit(entry, in: file)
      }
    }
  }

  private mutating func credit(_ entry: Blame.Entry, in file: FixChange.File) {
    var candidate = candidates[entry.commit] ?? Candidate()
    for number in entry.lines {
      if let line = file.removed[number] {
        candidate.removedWeight += line.weight
        candidate.removedLines += 1
        if line.isCode { candidate.removedCodeLines += 1 }
        if candidate.condition == nil, line.isCondition { candidate.condition = Array(line.text) }
      } else if file.adjacent.contains(number) {
        candidate.adjacentLines += 1
      }
      if file.function.contains(number) { candidate.functionLines += 1 }
    }
    candidates[entry.commit] = candidate
  }

  /// Lines as ranges, at most 200 of them: where there are more, the smallest gaps are closed.
  static func ranges(of lines: Set<Int>) -> [Range<Int>] {
    var gap = 0
    while true {
      var ranges: [Range<Int>] = []
      for line in lines.sorted() where line > 0 {
        if let last = ranges.last, line <= last.upperBound + gap {
          ranges[ranges.count - 1] = last.lowerBound..<line + 1
        } else {
          ranges.append(line..<line + 1)
        }
      }
      if ranges.count <= 200 { return ranges }
      gap = gap * 2 + 1
    }
  }

  // MARK: History

  private var mainFiles: [TreePath] {
    Array(change.files.prefix(Self.historyFiles).map(\.path))
  }

  private mutating func addHistory() throws -> [ObjectID] {
    let earlier = earlierPaths.sorted().prefix(8)
    let paths = mainFiles + earlier.filter { !mainFiles.contains($0) }
    guard !paths.isEmpty else { return [] }
    let time = budget.left(for: .history)
    return try recentCommits(touching: paths, limit: Self.historyLimit, .history, within: time)
  }

  /// The last commits that changed some files, without those that seem to have made all files because nothing before
  /// them is here.
  private mutating func recentCommits(
    touching paths: [TreePath], limit: Int, _ gap: OriginGap, within time: Duration
  ) throws -> [ObjectID] {
    guard time > .zero else {
      unread.note(gap, .timeLimit)
      return []
    }
    let recent = try repository.recentCommits(
      upTo: before, touching: paths, limit: limit, timeLimit: time)
    unread.note(gap, recent.end)
    return recent.commits.filter { !edge.contains($0) }
  }

  private mutating func readDiffs(of recent: [ObjectID]) throws {
    let known = Set(recent)
    // Those that speak most come first: where the time is over, the others are missed.
    let blamed = candidates.filter { !known.contains($0.key) }.sorted {
      ($0.value.removedWeight, $0.value.adjacentLines, $0.value.functionLines, $0.key.digits)
        > ($1.value.removedWeight, $1.value.adjacentLines, $1.value.functionLines, $1.key.digits)
    }
    let wanted = Array((recent + blamed.map(\.key)).prefix(Self.diffLimit))
    let paths = Set(change.files.map(\.path)).union(earlierPaths)
    guard !wanted.isEmpty, !paths.isEmpty else { return }
    let read = try repository.diffs(
      of: wanted, in: paths.sorted(), byteLimit: 32 << 20, timeLimit: budget.left(for: .diffs))
    unread.note(.diffs, read.end)
    let digest = ChangeDigest(change)
    var counts: [TreePath: Int] = [:]
    for diff in read.diffs {
      var candidate = candidates[diff.commit.id] ?? Candidate()
      candidate.head = diff.commit
      if known.contains(diff.commit.id) {
        for file in diff.files where mainFiles.contains(file.path) || earlierPaths.contains(file.path) {
          let place = counts[file.path, default: 0]
          counts[file.path] = place + 1
          if candidate.history.map({ place < $0.place }) ?? true { candidate.history = (place, file.path) }
        }
      }
      digest.read(diff, into: &candidate)
      candidates[diff.commit.id] = candidate
    }
  }

  /// The last commits of the directory of the file with the most changes, with what they did there.
  private mutating func addDirectory() throws {
    guard let file = mainFiles.first else { return }
    let slash = file.bytes.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { TreePath(bytes: file.bytes[..<$0]) } ?? TreePath(".")
    let recent = try recentCommits(
      touching: [directory], limit: Self.directoryLimit, .directory, within: budget.left(for: .directory))
    let new = recent.filter { candidates[$0] == nil }
    guard !new.isEmpty else { return }
    let read = try repository.diffs(
      of: new, in: [directory], byteLimit: 16 << 20, timeLimit: budget.left(for: .directory))
    unread.note(.directory, read.end)
    let digest = ChangeDigest(change)
    for diff in read.diffs {
      var candidate = Candidate(head: diff.commit)
      digest.read(diff, into: &candidate)
      candidates[diff.commit.id] = candidate
    }
  }

  private mutating func readPaths() throws {
    let files = Set(change.files.map(\.path)).union(earlierPaths)
    let ids = candidates.sorted {
      ($0.value.removedWeight, $0.value.adjacentLines, $0.key.digits)
        > ($1.value.removedWeight, $1.value.adjacentLines, $1.key.digits)
    }.map(\.key)
    let read = try repository.paths(of: ids, pathLimit: 2000, timeLimit: budget.left(for: .paths))
    unread.note(.paths, read.end)
    for commit in read.commits {
      candidates[commit.commit.id]?.head = commit.commit
      candidates[commit.commit.id]?.fileCount = commit.paths.count
      let shared = commit.paths.filter { files.contains($0.path) }
      candidates[commit.commit.id]?.sharedFiles = shared.count
      candidates[commit.commit.id]?.createsFile = shared.contains { $0.kind == .added }
    }
  }
}
