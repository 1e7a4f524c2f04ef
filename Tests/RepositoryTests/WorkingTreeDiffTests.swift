import Repository
import Scratch
import Storage
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct WorkingTreeDiffTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
  }

  private func diff() throws -> WorkingTreeDiff {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: .init())
    let place = "\(scratch.surroundings.path)/for git"
    let before = try scratch.digest()
    let diff = try repository.workingTreeDiff(excluding: ".postmortem", scratch: place)
    expectEqualText(try scratch.digest(), before)
    #expect(!FileTree.isDirectory(place))
    return diff
  }

  /// Gives a file the age that others have.
  private func age(_ name: String) throws {
    var times = [timespec(), timespec()]
    (times[0].tv_sec, times[1].tv_sec) = (1_600_000_000, 1_600_000_000)
    try #require(utimensat(AT_FDCWD, "\(scratch.path)/\(name)", times, 0) == 0)
  }

  @Test func `a clean working tree differs in nothing`() throws {
    let commit = try scratch.commit(["file": "1\n"], "Begin")
    let diff = try diff()
    #expect(diff.commit?.id.digits == commit)
    #expect(diff.files == 0)
    #expect(diff.text.isEmpty)
  }

  @Test func `staged, unstaged, untracked and removed files are in it, and it can be applied`() throws {
    try scratch.commit([".gitignore": "ignored\n", "staged": "1\n", "plain": "1\n", "gone": "1\n"], "Begin")
    try scratch.write("2\n", to: "staged")
    try scratch.git("add", "staged")
    try scratch.write("2\n", to: "plain")
    try scratch.write("new\nlines\n", to: "with blank/ü")
    try scratch.write("i\n", to: "ignored")
    try scratch.remove("gone")
    let diff = try diff()
    #expect((diff.files, diff.added, diff.removed) == (4, 4, 3))
    #expect(diff.leftOut.isEmpty)
    try FileTree.write(diff.text, to: "\(scratch.surroundings.path)/diff")
    try scratch.git("clean", "-fdq")
    try scratch.git("reset", "--quiet", "--hard")
    try scratch.git("apply", "../diff")
    #expect(try self.diff().text == diff.text)
  }

  @Test func `what changed in the moment in which the index was written is in it`() throws {
    try scratch.commit(["plain": "1\n"], "Begin")
    // Of the same length, and as old as its index: git looks into such a file.
    try scratch.git("config", "core.checkStat", "minimal")
    try scratch.git("config", "core.trustCTime", "false")
    try age("plain")
    try scratch.git("update-index", "--refresh")
    try age(".git/index")
    try scratch.write("2\n", to: "plain")
    try age("plain")
    #expect(try diff().files == 1)
  }

  @Test func `any name is in it as it is where it can be, is counted, and can be applied`() throws {
    let names = [
      "ü b", "a \"quoted\" name", "tab\there", "two\nlines", "back\\slash", "\\303\\274", "-dash", " leads ",
    ]
    try scratch.commit(["first": "1\n"], "Begin")
    for name in names.prefix(4) { try scratch.write("1\n", to: name) }
    try scratch.commit("Add some")
    for name in names { try scratch.write("2\n", to: name) }
    let diff = try diff()
    #expect((diff.files, diff.added, diff.removed) == (8, 8, 4))
    #expect(Patch(diff.text).files.map(\.path) == names.map { TreePath($0) }.sorted())
    #expect(diff.text.contains("diff --git a/ü b b/ü b\n".utf8))
    try FileTree.write(diff.text, to: "\(scratch.surroundings.path)/diff")
    try scratch.git("clean", "-fdq")
    try scratch.git("reset", "--quiet", "--hard")
    try scratch.git("apply", "../diff")
    #expect(try self.diff().text == diff.text)
  }

  @Test func `a large untracked file of any name is told by it`() throws {
    let names = ["two\nlines", "ü \"x\"\t"]
    try scratch.commit(["file": "1\n"], "Begin")
    for name in names { try scratch.write(String(repeating: "x", count: 2 << 20), to: name) }
    #expect(try diff().leftOut == names.map { TreePath($0) })
  }

  @Test func `what is excluded does not count, tracked or not`() throws {
    try scratch.commit(["file": "1\n", ".postmortem/a": "1\n"], "Begin")
    try scratch.write("2\n", to: ".postmortem/a")
    try scratch.write("2\n", to: ".postmortem/b")
    #expect(try diff().files == 0)
  }

  @Test func `a large untracked file is named and left out`() throws {
    try scratch.commit(["file": "1\n"], "Begin")
    try scratch.write(String(repeating: "x", count: 2 << 20), to: "core")
    try scratch.write("small\n", to: "small")
    let diff = try diff()
    #expect(diff.leftOut.map(\.description) == ["core"])
    #expect(diff.files == 1)
  }

  @Test func `a repository inside of this one is left out`() throws {
    try scratch.commit(["file": "1\n"], "Begin")
    try ScratchRepository.git(["init", "--quiet", "inner"], in: scratch.path)
    try scratch.write("x\n", to: "inner/file")
    #expect(try diff().leftOut.map(\.description) == ["inner/"])
  }

  @Test func `before the first commit everything is new`() throws {
    try scratch.write("1\n", to: "file")
    let diff = try diff()
    #expect(diff.commit == nil)
    #expect((diff.files, diff.added) == (1, 1))
  }

  @Test func `settings of the user do not change the form`() throws {
    try scratch.commit(["file": "1\n"], "Begin")
    try scratch.write("2\n", to: "file")
    let plain = try diff().text
    for (name, value) in [
      ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"),
      ("diff.context", "0"),
      ("diff.external", "false"),
    ] {
      try scratch.git("config", name, value)
    }
    #expect(try diff().text == plain)
  }
}
