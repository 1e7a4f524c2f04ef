import Repository
import Scratch
import Storage
import Testing

/// Changes of one commit, put on the files of an older one.
@Suite struct FittingTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    let lines = (1...9).map { "line \($0)\n" }.joined()
    try scratch.commit(["tests/a.txt": lines, "tests/b.bin": "\u{0}old"], "Old")
    try scratch.commit(
      ["tests/a.txt": "newer\n" + lines, "tests/b.bin": "\u{0}newer", "tests/c.txt": "c\n"], "Before")
    try scratch.commit(
      [
        "tests/a.txt": "newer\n" + lines + "test\n", "tests/b.bin": "\u{0}fix", "tests/c.txt": "c\nd\n",
        "tests/new.txt": "new\n",
      ], "Fix")
  }

  /// The files of the old commit with the changes of the fix on them.
  private func fitted(_ borrowed: Borrowed, over versions: [TreePath: ObjectID] = [:]) throws {
    let (old, before, fix) = try (
      borrowed.repository.commit("HEAD~2"), borrowed.repository.commit("HEAD~1"),
      borrowed.repository.commit("HEAD")
    )
    let changes = try borrowed.borrowing.changes(from: before.id, to: fix.id)
    let fitting = try borrowed.borrowing.fitting(changes, since: before.id, onto: old.id, over: versions)
    let made = try borrowed.borrowing.commit(on: old, applying: fitting, message: "Fitted")
    _ = try borrowed.borrowing.checkOut(made, at: "\(borrowed.directory.path)/a")
  }

  @Test func `what was changed is put on the file as it was`() throws {
    let borrowed = try Borrowed(from: scratch)
    try fitted(borrowed)
    #expect(borrowed.text("tests/a.txt") == (1...9).map { "line \($0)\n" }.joined() + "test\n")
  }

  @Test func `a file that is no text, is not there or is new comes whole`() throws {
    let borrowed = try Borrowed(from: scratch)
    try fitted(borrowed)
    #expect(borrowed.text("tests/b.bin") == "\u{0}fix")
    #expect(borrowed.text("tests/c.txt") == "c\nd\n")
    #expect(borrowed.text("tests/new.txt") == "new\n")
  }

  @Test func `another version of the file takes the place of the commit's`() throws {
    let borrowed = try Borrowed(from: scratch)
    let other = try borrowed.git("rev-parse", "\(scratch.git("rev-parse", "HEAD~1")):tests/a.txt")
    try fitted(borrowed, over: [TreePath("tests/a.txt"): ObjectID(other)])
    #expect(borrowed.text("tests/a.txt")?.hasPrefix("newer\n") == true)
    #expect(borrowed.text("tests/a.txt")?.hasSuffix("test\n") == true)
  }

  @Test func `nothing of it reaches the user's repository`() throws {
    let before = try scratch.git("count-objects", "-v")
    try fitted(Borrowed(from: scratch))
    #expect(try scratch.git("count-objects", "-v") == before)
  }
}
