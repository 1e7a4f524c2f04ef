import Repository
import Synchronization

/// The lines that the fix changes: what it takes out and what it brings.
final class ChangedLines: Sendable {
  private let repository: Repository
  private let memory: GroundingMemory
  private let excluded: [String]

  /// The commit before the fix, and the fix; nil where either is not known.
  private let span: (before: Commit, after: Commit)?

  private let read = Mutex<Set<String>?>(nil)

  /// Of a larger difference no more is read.
  private static let mostBytes = 4_000_000

  init(_ sources: GroundingSources, _ span: (before: Commit, after: Commit)?) {
    repository = sources.repository
    memory = sources.memory
    excluded = sources.excluded
    self.span = span
  }

  /// Whether a figure stands there as a whole.
  func hasFigure(_ figure: String) throws -> Bool {
    guard let name else { return false }
    return try memory.answer(about: "\(name), figures", to: figure) {
      try figures().contains(figure) ? "1" : nil
    } != nil
  }

  private var name: String? {
    span.map { "lines \($0.before.id)..\($0.after.id) \(excluded.joined(separator: " "))" }
  }

  private func figures() throws -> Set<String> {
    if let figures = read.withLock({ $0 }) { return figures }
    var figures: Set<String> = []
    if let span {
      let files = try repository.changedFiles(from: span.before, to: span.after).filter {
        $0.path.isText && $0.oldPath?.isText != false && !$0.path.stands(in: excluded)
      }
      let diffs = try repository.functionDiffs(
        from: span.before, to: span.after, of: files, byteLimit: Self.mostBytes, timeLimit: .seconds(10)
      ).files
      for line in diffs.lazy.flatMap(\.hunks).flatMap(\.lines) where line.kind != .context {
        figures.formUnion(FigureWords.all(in: line.text))
      }
    }
    read.withLock { $0 = figures }
    return figures
  }
}
