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
    #expect(try repository.releases(holding: first, without: last) == ["v1.9.0", "v1.10.0"])
    #expect(try repository.releases(holding: last, without: last) == [])
  }
}
