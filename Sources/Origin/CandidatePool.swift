import Repository
import Subprocess

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
  private let budget: OriginBudget

  /// Files as they were named earlier, by what blame says.
  private var earlierPaths: Set<TreePath> = []

  /// The last commits of that many files of a fix are looked at.
  private static let historyFiles = 3

  /// What more commits than these did is not read.
  private static let diffLimit = 240

  /// Gathers the candidates for a fix whose change is `change`, in the history that ends at `before`.
  init(for change: FixChange, before: Commit, in repository: Repository, within budget: OriginBudget) throws {
    self.repository = repository
    self.before = before
    self.change = change
    self.budget = budget
    edge = try repository.shallowEdge
    let asked = change.files.map { ($0, $0.function.union($0.adjacent).union($0.removed.keys)) }.filter {
      !$0.1.isEmpty
    }
    // Blame mostly meets no other names than those that it is asked for. So the history of these is read meanwhile, and
    // that of the directory, which no answer of blame's changes.
    let expected = historyPaths(met: asked.map(\.0.path).filter(\.isText))
    let walks = HistoryWalks(upTo: before, in: repository, budget)
    let history = try Meanwhile { try walks.history(of: expected) }
    let nearby = try Meanwhile { [directory] in try walks.directory(directory) }
    try blame(asked)
    let paths = historyPaths(met: Array(earlierPaths))
    let recent = take(try paths == expected ? history.value() : walks.history(of: paths), .history)
    try read(recent, take(try nearby.value(), .directory))
    candidates = candidates.filter { $0.value.head != nil }
  }

  // MARK: Blame

  private mutating func blame(_ asked: [(file: FixChange.File, lines: Set<Int>)]) throws {
    let jobs = asked.map { file, lines in
      { @Sendable [repository, before, budget] () -> Result<Blame?, any Error> in
        let time = budget.left(for: .blame)
        guard time > .zero else { return .success(nil) }
        return Result {
          try repository.blame(file.path, at: before, lines: Self.ranges(of: lines), timeLimit: time)
        }
      }
    }
    let answers = try Workers.together(jobs, atMost: Machine.current().processorCount)
    for ((file, _), answer) in zip(asked, answers) {
      guard let blame = try answer.get() else {
        unread.note(.blame, .timeLimit)
        continue
      }
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

  /// The files whose last commits are looked at, where blame met some names.
  private func historyPaths(met: [TreePath]) -> [TreePath] {
    mainFiles + met.sorted().prefix(8).filter { !mainFiles.contains($0) }
  }

  /// The directory of the file with the most changes: a bug may have begun in the file beside it.
  private var directory: TreePath? {
    mainFiles.first.map { file in
      let slash = file.bytes.lastIndex(of: UInt8(ascii: "/"))
      return slash.map { TreePath(bytes: file.bytes[..<$0]) } ?? TreePath(".")
    }
  }

  /// The last commits that changed some files, without those that seem to have made all files because nothing before
  /// them is here.
  private mutating func take(_ recent: HistoryWalks.Commits, _ gap: OriginGap) -> [ObjectID] {
    unread.note(gap, recent.end)
    return recent.commits.filter { !edge.contains($0) }
  }

  // MARK: What they did

  /// Reads what the owners of lines and the last commits did.
  ///
  /// - Parameter nearby: the last commits of the directory.
  private mutating func read(_ recent: [ObjectID], _ nearby: [ObjectID]) throws {
    let known = Set(recent)
    // Those that speak most come first: where the time is over, the others are missed.
    let blamed = candidates.filter { !known.contains($0.key) }.sorted {
      ($0.value.removedWeight, $0.value.adjacentLines, $0.value.functionLines, $0.key.digits)
        > ($1.value.removedWeight, $1.value.adjacentLines, $1.value.functionLines, $1.key.digits)
    }
    let paths = Set(change.files.map(\.path)).union(earlierPaths)
    let wanted = paths.isEmpty ? [] : Array((recent + blamed.map(\.key)).prefix(Self.diffLimit))
    let others = nearby.filter { candidates[$0] == nil && !wanted.contains($0) }
    let all = Set(candidates.keys).union(wanted).union(others)

    let inFiles = try Meanwhile { [repository, budget] in
      try repository.diffs(
        of: wanted, in: paths.sorted(), byteLimit: 32 << 20, timeLimit: budget.left(for: .diffs),
        processes: Machine.current().processorCount)
    }
    let besides = try Meanwhile { [self] in try self.diffs(of: others) }
    let changed = try Meanwhile { [self] in try changedPaths(of: all) }
    addDiffs(try inFiles.value(), recent: known)
    try addDirectory(besides.value())
    // What did nothing to the lines of the files was no candidate until now, and is one for the directory.
    let rest = nearby.filter { candidates[$0] == nil && wanted.contains($0) }
    if !rest.isEmpty { try addDirectory(diffs(of: rest)) }
    addPaths(try changed.value())
  }

  private mutating func addDiffs(_ read: (diffs: [CommitDiff], end: StreamEnd), recent: Set<ObjectID>) {
    unread.note(.diffs, read.end)
    let digest = ChangeDigest(change)
    var counts: [TreePath: Int] = [:]
    for diff in read.diffs {
      var candidate = candidates[diff.commit.id] ?? Candidate()
      candidate.head = diff.commit
      if recent.contains(diff.commit.id) {
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

  /// What commits did in the directory.
  private func diffs(of commits: [ObjectID]) throws -> (diffs: [CommitDiff], end: StreamEnd) {
    guard let directory else { return ([], .complete) }
    return try repository.diffs(
      of: commits, in: [directory], byteLimit: 16 << 20, timeLimit: budget.left(for: .directory))
  }

  private mutating func addDirectory(_ read: (diffs: [CommitDiff], end: StreamEnd)) {
    unread.note(.directory, read.end)
    let digest = ChangeDigest(change)
    for diff in read.diffs {
      var candidate = Candidate(head: diff.commit)
      digest.read(diff, into: &candidate)
      candidates[diff.commit.id] = candidate
    }
  }

  private func changedPaths(of commits: Set<ObjectID>) throws -> (commits: [CommitPaths], end: StreamEnd) {
    // In the same order.
    let ids = commits.map { ($0, candidates[$0]) }.sorted {
      ($0.1?.removedWeight ?? 0, $0.1?.adjacentLines ?? 0, $0.0.digits)
        > ($1.1?.removedWeight ?? 0, $1.1?.adjacentLines ?? 0, $1.0.digits)
    }.map(\.0)
    return try repository.paths(of: ids, pathLimit: 2000, timeLimit: budget.left(for: .paths))
  }

  private mutating func addPaths(_ read: (commits: [CommitPaths], end: StreamEnd)) {
    let files = Set(change.files.map(\.path)).union(earlierPaths)
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
