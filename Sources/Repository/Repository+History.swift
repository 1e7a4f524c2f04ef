import Storage
import Subprocess

/// What changed in one file between two commits, as a list of changes tells it.
public struct ChangedFile: Sendable, Equatable {
  /// Where it is after the change, or was, where it goes.
  public var path: TreePath

  /// Where it was before; nil for a file that comes.
  public var oldPath: TreePath?

  /// Lines added; nil for a binary file.
  public var addedLines: Int?

  /// Lines deleted; nil for a binary file.
  public var deletedLines: Int?

  /// Whether it is the commit of a submodule and no file.
  public var isSubmodule: Bool
}

/// A commit and what it did to some files.
public struct CommitDiff: Sendable, Equatable {
  /// What is known of the commit itself.
  public var commit: CommitHead

  /// The files, without lines around the changes; none for a merge.
  public var files: [FileDiff] = []
}

/// A commit with the paths that it changed.
public struct CommitPaths: Sendable, Equatable {
  /// What is known of the commit itself.
  public var commit: CommitHead

  /// The paths, each with the letter of git for what happened to it; none for a merge.
  public var paths: [(kind: Change.Kind, path: TreePath)] = []

  /// Whether both say the same.
  public static func == (first: CommitPaths, second: CommitPaths) -> Bool {
    first.commit == second.commit && first.paths.elementsEqual(second.paths) { $0 == $1 }
  }
}

/// What the head of a commit says, where many are read.
public struct CommitHead: Sendable, Equatable {
  /// Its identifier.
  public var id: ObjectID

  /// How many parents it has.
  public var parentCount: Int

  /// When it was written: seconds since 1970.
  public var authorTime: Int

  /// When it was committed, likewise.
  public var committerTime: Int

  /// The address of who wrote it.
  public var authorAddress: String

  /// Who wrote it.
  public var authorName: String

  /// The day on which it was written, as the author saw it: "2026-03-12".
  public var day: String

  /// The first line of its message.
  public var subject: String

  /// What `init(line:)` reads, as git formats it: a line that begins with a byte that no path begins with.
  static let format = "%x01%H%x01%P%x01%at%x01%ct%x01%ae%x01%an%x01%ad%x01%s"

  /// Reads such a line; nil for any other.
  init?(line: ArraySlice<UInt8>) {
    guard line.first == 1 else { return nil }
    let fields = line.dropFirst().split(separator: 1, maxSplits: 7, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count == 8, let author = Int(fields[2]), let committer = Int(fields[3]) else { return nil }
    id = ObjectID(fields[0])
    parentCount = fields[1].split(separator: " ").count
    authorTime = author
    committerTime = committer
    authorAddress = fields[4]
    authorName = fields[5]
    day = fields[6]
    subject = fields[7]
  }
}

extension Repository {
  /// The files that differ between two commits, renames recognised.
  ///
  /// - Throws: `RepositoryError`.
  public func changedFiles(from before: Commit, to after: Commit) throws -> [ChangedFile] {
    let raw = try git.output(
      RawChange.options + [
        "-M", "-l200", "--ignore-submodules=none", before.id.digits, after.id.digits,
      ], in: directory, adding: offline)
    return RawChange.list(raw).map {
      ChangedFile(
        path: $0.path, oldPath: $0.status == "A" ? nil : $0.oldPath, addedLines: $0.addedLines,
        deletedLines: $0.deletedLines, isSubmodule: $0.oldMode == "160000" || $0.mode == "160000")
    }
  }

  /// What changed in files between two commits, with whole functions around the changes.
  ///
  /// - Parameters:
  ///   - files: files whose names are text.
  ///   - byteLimit: after so much of the text no more is read.
  public func functionDiffs(
    from before: Commit, to after: Commit, of files: [ChangedFile], byteLimit: Int, timeLimit: Duration
  ) throws -> (files: [FileDiff], end: StreamEnd) {
    // Without paths git would show all of them.
    guard !files.isEmpty else { return ([], .complete) }
    var reader = DiffReader()
    var left = byteLimit
    let end = try stream(
      ["diff-tree", "-r", "-p", "-M", "-l200", "-W", "-U4"] + Self.plainDiff
        + [before.id.digits, after.id.digits, "--"],
      paths: files.flatMap { [$0.path] + ($0.oldPath.map { [$0] } ?? []) }, timeLimit: timeLimit
    ) { line in
      left -= line.count + 1
      if left < 0 { throw EnoughRead() }
      reader.read(line)
    }
    return (reader.files, end)
  }

  /// The last commits before `commit`, itself included, that changed one of some files, the newest first; no merges.
  public func recentCommits(
    upTo commit: Commit, touching paths: [TreePath], limit: Int, timeLimit: Duration
  ) throws -> (commits: [ObjectID], end: StreamEnd) {
    try list(
      ["rev-list", "--no-merges", "-n", "\(limit)", commit.id.digits, "--"], paths: paths,
      timeLimit: timeLimit)
  }

  /// What commits did to some files, in the order of the commits; those that did nothing to them are left out.
  ///
  /// - Parameters:
  ///   - byteLimit: after so much of the text no more is read.
  ///   - processes: so many programs may read at a time.
  public func diffs(
    of commits: [ObjectID], in paths: [TreePath], byteLimit: Int, timeLimit: Duration, processes: Int = 1
  ) throws -> (diffs: [CommitDiff], end: StreamEnd) {
    guard !commits.isEmpty else { return ([], .complete) }
    let parts = Self.parts(of: commits, atMost: processes)
    let answers = try Workers.together(
      parts.map { part in
        { @Sendable in
          Result { try readDiffs(of: part, in: paths, byteLimit: byteLimit, timeLimit: timeLimit) }
        }
      }
    ).map { try $0.get() }
    if parts.count > 1, answers.reduce(0, { $0 + $1.bytes }) > byteLimit {
      // Where the limit lies is known in one order only.
      return try diffs(of: commits, in: paths, byteLimit: byteLimit, timeLimit: timeLimit)
    }
    // What stands behind a part that was cut off would be taken for later than it is.
    let cut = answers.firstIndex { $0.end != .complete }
    let whole = answers.prefix((cut ?? answers.count) + 1)
    return (whole.flatMap(\.diffs), cut.map { answers[$0].end } ?? .complete)
  }

  /// Few commits are not worth another process.
  private static let commitsPerProcess = 24

  /// Commits in parts of about the same size, in their order.
  private static func parts(of commits: [ObjectID], atMost limit: Int) -> [ArraySlice<ObjectID>] {
    let count = max(1, min(limit, commits.count / commitsPerProcess))
    return (0..<count).map { commits[commits.count * $0 / count..<commits.count * ($0 + 1) / count] }
  }

  private func readDiffs(
    of commits: ArraySlice<ObjectID>, in paths: [TreePath], byteLimit: Int, timeLimit: Duration
  ) throws -> (diffs: [CommitDiff], end: StreamEnd, bytes: Int) {
    var diffs: [CommitDiff] = []
    var reader = DiffReader()
    var bytes = 0
    let end = try stream(
      [
        "diff-tree", "--stdin", "--root", "-r", "-p", "-U0", "-w", "--format=\(CommitHead.format)",
        "--date=short",
      ]
        + ["--encoding=UTF-8", "--no-renames"] + Self.plainDiff + ["--"], paths: paths,
      input: Self.lines(commits), timeLimit: timeLimit
    ) { line in
      bytes += line.count + 1
      if bytes > byteLimit { throw EnoughRead() }
      if !reader.isInHunk, let head = CommitHead(line: line) {
        Self.close(&diffs, with: &reader)
        diffs.append(CommitDiff(commit: head))
      } else {
        reader.read(line)
      }
    }
    Self.close(&diffs, with: &reader)
    return (diffs, end, bytes)
  }

  private static func close(_ diffs: inout [CommitDiff], with reader: inout DiffReader) {
    let files = reader.takeFiles()
    if !diffs.isEmpty { diffs[diffs.count - 1].files = files }
  }

  /// The heads of commits, and which paths each changed, in their order.
  ///
  /// - Parameter pathLimit: of a commit that changed more paths, so many are kept.
  public func paths(
    of commits: [ObjectID], pathLimit: Int, timeLimit: Duration
  ) throws -> (commits: [CommitPaths], end: StreamEnd) {
    var read: [CommitPaths] = []
    let end = try stream(
      [
        "-c", "core.quotePath=false", "diff-tree", "--stdin", "--root", "-r", "--always", "--raw",
        "--no-renames",
      ]
        + ["--format=\(CommitHead.format)", "--date=short", "--encoding=UTF-8"],
      input: Self.lines(commits), timeLimit: timeLimit
    ) { line in
      if let head = CommitHead(line: line) {
        read.append(CommitPaths(commit: head))
      } else if line.first == UInt8(ascii: ":"), let last = read.indices.last,
        read[last].paths.count < pathLimit,
        let tab = line.firstIndex(of: UInt8(ascii: "\t")),
        let kind = Change.Kind(rawValue: String(decoding: line[..<tab].suffix(1), as: UTF8.self))
      {
        let name = line[(tab + 1)...]
        read[last].paths.append((kind, TreePath(bytes: QuotedPath.read(name)?.name[...] ?? name)))
      }
    }
    return (read, end)
  }

  /// The files that a commit changes against its first parent, or brings where it has none, with the counts of their
  /// lines; renames are not looked for.
  public func changedLines(
    of commit: Commit, timeLimit: Duration
  ) throws -> (files: [ChangedFile], end: StreamEnd) {
    var files: [ChangedFile] = []
    let end = try stream(
      [
        "-c", "core.quotePath=false", "diff-tree", "--root", "-r", "--numstat", "--no-renames",
        "--no-commit-id",
        "--ignore-submodules=none",
      ] + (commit.parents.first.map { [$0.digits] } ?? []) + [commit.id.digits], timeLimit: timeLimit
    ) { line in
      // "3<tab>1<tab>src/a.c"; binary files and submodules have "-" in both columns.
      let columns = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
      guard columns.count == 3 else { return }
      let path = TreePath(bytes: QuotedPath.read(columns[2])?.name[...] ?? columns[2])
      files.append(
        ChangedFile(
          path: path, oldPath: path, addedLines: Int(String(decoding: columns[0], as: UTF8.self)),
          deletedLines: Int(String(decoding: columns[1], as: UTF8.self)), isSubmodule: false))
    }
    return (files, end)
  }

  /// What the head of one commit says.
  ///
  /// - Throws: `RepositoryError`.
  public func head(of commit: Commit) throws -> CommitHead {
    let text = try line([
      "log", "-1", "--no-show-signature", "--no-notes", "--encoding=UTF-8", "--date=short",
      "--format=\(CommitHead.format)", commit.id.digits,
    ])
    guard let head = CommitHead(line: Array(text.utf8)[...]) else {
      throw RepositoryError.objectMissing(detail: "commit \(commit.id)")
    }
    return head
  }

  /// The commits of a shallow clone whose parents it does not hold: git shows them as if all began with them.
  ///
  /// - Throws: `FileError` where the list of them cannot be read.
  public var shallowEdge: Set<ObjectID> {
    get throws {
      // gitformat-repository-layout(5): a name a line; the file is there in a shallow clone only.
      let list = "\(commonDirectory)/shallow"
      guard FileTree.isFile(list) else { return [] }
      return Set(
        try FileTree.read(list).split(separator: UInt8(ascii: "\n")).map {
          ObjectID(String(decoding: $0, as: UTF8.self))
        })
    }
  }

  static func lines(_ commits: some Sequence<ObjectID>) -> [UInt8] {
    commits.flatMap { Array("\($0)\n".utf8) }
  }

  /// Options that keep the user's settings out of the text of a change.
  static let plainDiff = [
    "--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/",
    "--ignore-submodules=all",
  ]

  /// Like `output`, line by line as it comes; nothing is asked of a remote.
  ///
  /// - Parameter paths: taken as they are; they are text, for a program's arguments are.
  func stream(
    _ arguments: [String], paths: [TreePath] = [], input: [UInt8]? = nil, timeLimit: Duration?,
    receive: (ArraySlice<UInt8>) throws -> Void
  ) throws -> StreamEnd {
    try git.stream(
      arguments + paths.map(\.description), in: workTree ?? directory, input: input, adding: offline,
      timeLimit: timeLimit, receive: receive)
  }

  /// Names of commits that git prints, a line each.
  func list(
    _ arguments: [String], paths: [TreePath] = [], input: [UInt8]? = nil, timeLimit: Duration
  ) throws -> (commits: [ObjectID], end: StreamEnd) {
    var commits: [ObjectID] = []
    let end = try stream(arguments, paths: paths, input: input, timeLimit: timeLimit) {
      commits.append(ObjectID(String(decoding: $0, as: UTF8.self)))
    }
    return (commits, end)
  }

  /// Variables under which paths are taken as they are, and a partial clone does not fetch what it lacks.
  private var offline: [String: String] {
    naming.merging(["GIT_LITERAL_PATHSPECS": "1", "GIT_ALLOW_PROTOCOL": "none"]) { $1 }
  }
}
