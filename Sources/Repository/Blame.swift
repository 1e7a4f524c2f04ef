/// Which commits last touched some lines of a file.
public struct Blame: Sendable, Equatable {
  /// A run of lines that one commit last touched.
  public struct Entry: Sendable, Equatable {
    /// The commit.
    public var commit: ObjectID

    /// The lines, by their numbers in the file as it was asked for, from 1.
    public var lines: Range<Int>

    /// Where the file was in that commit.
    public var path: TreePath
  }

  /// The runs, in the order in which git found them.
  public var entries: [Entry] = []

  /// Whether all lines that were asked for are accounted for, or the time was over.
  public var end = StreamEnd.complete
}

/// Reads what `git blame --incremental` prints; see "INCREMENTAL OUTPUT" in git-blame(1).
struct BlameReader {
  private(set) var entries: [Blame.Entry] = []

  private var head: (commit: ObjectID, lines: Range<Int>)?

  /// Takes the next line.
  mutating func read(_ line: ArraySlice<UInt8>) {
    guard let (commit, lines) = head else {
      head = Self.head(line)
      return
    }
    if line.starts(with: "filename ".utf8) {
      // The file's name ends an entry; what else stands in it comes only with the first entry of its commit.
      let text = line.dropFirst("filename ".utf8.count)
      let path = TreePath(bytes: QuotedPath.read(text)?.name[...] ?? text)
      entries.append(Blame.Entry(commit: commit, lines: lines, path: path))
      head = nil
    }
  }

  /// Reads "<commit> <line then> <line asked for> <how many>".
  private static func head(_ line: ArraySlice<UInt8>) -> (ObjectID, Range<Int>)? {
    let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard fields.count == 4, let first = Int(fields[2]), let count = Int(fields[3]), first > 0, count > 0,
      count < 1 << 40, first < 1 << 40
    else { return nil }
    return (ObjectID(fields[0]), first..<first + count)
  }
}

extension Repository {
  /// Which commits last touched the given lines of a file, through renames, whatever white space they changed.
  ///
  /// Revisions that the user's settings pass over are not passed over.
  ///
  /// - Parameters:
  ///   - path: a name that is text.
  ///   - ranges: numbers of lines that are there, from 1.
  ///   - timeLimit: after this time what is known is given.
  /// - Throws: `RepositoryError`.
  public func blame(
    _ path: TreePath, at commit: Commit, lines ranges: [Range<Int>], timeLimit: Duration
  ) throws -> Blame {
    var reader = BlameReader()
    let spans = ranges.flatMap { ["-L", "\($0.lowerBound),\($0.upperBound - 1)"] }
    // An empty `blame.ignoreRevsFile` takes nothing away from the user's; this does, from git 2.23 on.
    let end = try stream(
      ["blame", "--incremental", "-w", "--no-ignore-revs-file"] + spans + [commit.id.digits, "--"],
      paths: [path], timeLimit: timeLimit
    ) { reader.read($0) }
    return Blame(entries: reader.entries, end: end)
  }
}
