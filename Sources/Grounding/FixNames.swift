public import Repository

/// What a record of a fix has to name: the names in the lines that it changes, its files, its commits.
public struct FixNames: Sendable {
  /// Names of the code: first those of changed lines that can be nothing else, then the others, each by its letters.
  public private(set) var identifiers: [String] = []

  /// The files that the fix changes, from the root.
  public private(set) var paths: [String] = []

  /// The commits of the fix, and the others that the record is about.
  public private(set) var commits: [Commit] = []

  /// Of a larger difference no more is read.
  private static let mostBytes = 2_000_000
  private static let mostNames = 5_000

  /// Reads the difference of the fix.
  ///
  /// - Throws: `RepositoryError` where git fails.
  public init(_ sources: GroundingSources) throws {
    commits = sources.fix.reversed() + sources.others
    guard let fix = sources.fix.last, let first = sources.fix.first,
      let before = try? sources.repository.firstParent(of: first)
    else { return }
    let files = try sources.repository.changedFiles(from: before, to: fix).filter { file in
      file.path.isText && !sources.excluded.contains { file.path.bytes.starts(with: Array("\($0)/".utf8)) }
    }
    paths = files.map(\.path.description)
    let diffs = try sources.repository.functionDiffs(
      from: before, to: fix, of: files.filter { $0.oldPath?.isText != false }, byteLimit: Self.mostBytes,
      timeLimit: .seconds(5)
    ).files
    take(diffs)
  }

  private mutating func take(_ diffs: [FileDiff]) {
    var changed: Set<String> = []
    var around: Set<String> = []
    for hunk in diffs.lazy.flatMap(\.hunks) {
      for line in hunk.lines {
        if line.kind == .context {
          around.formUnion(Self.names(in: line.text))
        } else {
          changed.formUnion(Self.names(in: line.text))
        }
      }
      around.formUnion(Self.names(in: hunk.heading))
    }
    let isSure = { (name: String) in CodeClaims.isDistinct(Array(name.utf8)) }
    // Words of prose stand in comments, too: what has the shape of a name comes first.
    let sure = changed.filter(isSure)
    let others = changed.subtracting(sure)
    let context = around.subtracting(changed).filter(isSure)
    identifiers = [sure, context, others].flatMap { $0.sorted() }
    if identifiers.count > Self.mostNames { identifiers.removeSubrange(Self.mostNames...) }
  }

  private static func names(in line: [UInt8]) -> [String] {
    line.split { !Letters.isWord($0) }.compactMap { word in
      guard (3...120).contains(word.count), let first = word.first, !Letters.isDigit(first) else {
        return nil
      }
      return String(validating: word, as: UTF8.self)
    }
  }
}
