import Repository
import Scratch
import Testing

@Suite struct ReleasesTests {
  @Test func `the releases with a bug hold its origin and not its fix, in the order of versions`() throws {
    let scratch = try ScratchRepository()
    _ = try scratch.commit(["a": "0"], "base")
    _ = try scratch.git("tag", "v1.0.0")
    let origin = try scratch.commit(["a": "1"], "origin")
    for tag in ["v1.10.0", "v1.9.0", "nightly", "release-2"] { _ = try scratch.git("tag", tag) }
    let fix = try scratch.commit(["a": "2"], "fix")
    _ = try scratch.git("tag", "-a", "-m", "x", "v2.0.0")
    let repository = try Repository(scratch)
    let (first, last) = (try repository.commit(origin), try repository.commit(fix))
    #expect(try repository.releases(holding: first.id, without: [last.id]).names == ["v1.9.0", "v1.10.0"])
    #expect(try repository.releases(holding: last.id, without: [last.id]).names == [])
  }

  @Test func `a version may be written with underscores`() throws {
    let scratch = try ScratchRepository()
    let origin = try scratch.commit(["a": "1"], "origin")
    for tag in ["curl-8_10_0", "curl-8_9_1", "some_name", "snapshot_7"] { _ = try scratch.git("tag", tag) }
    let repository = try Repository(scratch)
    #expect(
      try repository.releases(holding: repository.commit(origin).id, without: []).names == [
        "curl-8_9_1", "curl-8_10_0",
      ])
  }

  /// A tag with a date of its own.
  private func tag(_ name: String, at commit: String, on day: Int, in scratch: ScratchRepository) throws {
    try scratch.git("-c", "user.name=Ada", "tag", "-a", "-m", "x", name, commit)
    let text = try scratch.git("cat-file", "tag", name)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("tagger ")
        ? "tagger Ada <ada@example.org> \(1_800_000_000 + day * 86_400) +0000" : String(line)
    }
    try scratch.write(lines.joined(separator: "\n") + "\n", to: ".git/tag-text")
    let made = try scratch.git("hash-object", "-t", "tag", "-w", ".git/tag-text")
    try scratch.git("update-ref", "refs/tags/\(name)", made)
  }

  @Test func `the first release with a fix is the one that was tagged first, not the lowest version`() throws
  {
    let scratch = try ScratchRepository()
    let before = try scratch.commit(["a": "1"], "begin")
    let fix = try scratch.commit(["a": "2"], "fix")
    let more = try scratch.commit(["a": "3"], "more")
    let repository = try Repository(scratch)
    func first(_ commits: String...) throws -> String? {
      try repository.firstRelease(holding: commits.map { try repository.commit($0) })
    }
    #expect(try first(fix) == nil)
    try tag("v0.9.0", at: before, on: 0, in: scratch)
    try tag("nightly", at: fix, on: 1, in: scratch)
    #expect(try first(fix) == nil)
    try tag("v1.0.0", at: more, on: 3, in: scratch)
    #expect(try first(fix) == "v1.0.0")
    try tag("v2.0.0", at: fix, on: 2, in: scratch)
    #expect(try first(fix) == "v2.0.0")
    #expect(try first(fix, more) == "v1.0.0")
    #expect(try first(before) == "v0.9.0")
    #expect(try repository.firstRelease(holding: []) == nil)
  }

  @Test func `of releases that were tagged at once the lowest version is the first, a candidate before it`()
    throws
  {
    let scratch = try ScratchRepository()
    let fix = try scratch.commit(["a": "1"], "fix")
    for tag in ["v1.10.0", "v1.9.0", "v1.9.0-rc2"] { try scratch.git("tag", tag) }
    let repository = try Repository(scratch)
    #expect(try repository.firstRelease(holding: [repository.commit(fix)]) == "v1.9.0-rc2")
  }

  @Test func `where there are more commits elsewhere than are asked for, that is told`() throws {
    let scratch = try ScratchRepository()
    let base = try scratch.commit(["a": "1"], "base")
    for text in ["2", "3"] { try scratch.commit(["a": text], text) }
    let repository = try Repository(scratch)
    func elsewhere(_ limit: Int) throws -> (commits: [ObjectID], end: StreamEnd) {
      try repository.commits(
        outside: repository.commit(base), since: 1_000_000_000, touching: [TreePath("a")], limit: limit,
        timeLimit: .seconds(120))
    }
    let (cut, all) = (try elsewhere(1), try elsewhere(2))
    #expect(cut.commits.map(\.digits) == [try scratch.git("rev-parse", "HEAD")] && cut.end == .stopped)
    #expect(all.commits.count == 2 && all.end == .complete)
  }
}
