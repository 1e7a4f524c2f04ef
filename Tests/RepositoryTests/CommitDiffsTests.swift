import Scratch
import Testing

@testable import Repository

@Suite struct CommitDiffsTests {
  private let limit = Duration.seconds(60)

  /// A hundred commits of one file, the newest first.
  private func history() throws -> (repository: Repository, commits: [ObjectID], scratch: ScratchRepository) {
    let scratch = try ScratchRepository()
    for number in 0..<100 { try scratch.commit(["a.c": "int a = \(number);\n"], "Change \(number)") }
    let repository = try Repository(scratch)
    let commits = try repository.recentCommits(
      upTo: repository.commit("HEAD"), touching: [TreePath("a.c")], limit: 1000, timeLimit: limit)
    return (repository, commits.commits, scratch)
  }

  @Test func `several programs read the same as one, in the order of the commits`() throws {
    let (repository, commits, scratch) = try history()
    defer { withExtendedLifetime(scratch) {} }
    let one = try repository.diffs(of: commits, in: [TreePath("a.c")], byteLimit: 1 << 20, timeLimit: limit)
    let four = try repository.diffs(
      of: commits, in: [TreePath("a.c")], byteLimit: 1 << 20, timeLimit: limit, processes: 4)
    #expect(one.diffs.map(\.commit.id) == commits && one.end == .complete)
    #expect(four == one)
  }

  @Test func `where there is too much of it the same is left out, however many read`() throws {
    let (repository, commits, scratch) = try history()
    defer { withExtendedLifetime(scratch) {} }
    func read(_ processes: Int) throws -> (diffs: [CommitDiff], end: StreamEnd) {
      try repository.diffs(
        of: commits, in: [TreePath("a.c")], byteLimit: 12_000, timeLimit: limit, processes: processes)
    }
    let one = try read(1)
    #expect(one.end == .stopped && !one.diffs.isEmpty && one.diffs.count < 100)
    #expect(try read(4) == one)
  }
}
