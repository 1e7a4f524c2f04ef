import Repository
import Scratch
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ChangeTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
  }

  /// What the last commit changed.
  private func changes() throws -> [Change] {
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD")
    return try borrowed.borrowing.changes(from: borrowed.repository.firstParent(of: head).id, to: head.id)
  }

  @Test func `each kind of change is told, in the order of paths`() throws {
    try scratch.commit(["changed": "one\n", "gone": "x\ny\n", "mode": "#\n", "type": "t\n"], "Begin")
    try scratch.remove("gone")
    try scratch.remove("type")
    symlink("changed", "\(scratch.path)/type")
    chmod("\(scratch.path)/mode", 0o755)
    try scratch.commit(["changed": "one\ntwo\n", "new/file": "a\nb\nc\n"], "Change all")
    let changes = try changes()
    #expect(changes.map(\.path.description) == ["changed", "gone", "mode", "new/file", "type"])
    #expect(changes.map(\.kind) == [.modified, .deleted, .modified, .added, .typeChanged])
    #expect(changes.map(\.mode) == ["100644", "000000", "100755", "100644", "120000"])
    #expect(changes.map(\.addedLines) == [1, 0, 0, 3, 1])
    #expect(changes.map(\.deletedLines) == [0, 2, 0, 0, 1])
  }

  @Test func `a rename is a deletion and an addition`() throws {
    try scratch.commit(["old": "the same\n"], "Begin")
    try scratch.git("mv", "old", "renamed")
    try scratch.commit("Rename")
    #expect(try changes().map(\.kind) == [.deleted, .added])
  }

  @Test func `a binary file has no lines`() throws {
    try scratch.commit(["data": "a\0b"], "Begin")
    try scratch.commit(["data": "a\0c"], "Change it")
    let change = try #require(try changes().first)
    #expect(change.addedLines == nil)
    #expect(change.deletedLines == nil)
  }

  @Test func `a commit that changes nothing has no changes`() throws {
    try scratch.commit(["file": "x"], "Begin")
    try scratch.commit("Nothing")
    #expect(try changes().isEmpty)
  }

  @Test(arguments: [
    "two\nlines", "a \"quoted\" name", "with space", "tab\there", " leads", "trails ", "back\\slash", "ünï",
    "-dash",
    "*", "a => b", "{a => b}/c", ":(top)x", "\u{1}", "new\n\nline/in\ndirectory",
  ])
  func `a file may have any name`(name: String) throws {
    try scratch.commit(["first": "x"], "Begin")
    try scratch.commit([name: "a\nb\n"], "Add it")
    #expect(try changes().map(\.path) == [TreePath(name)])
    #expect(try changes().map(\.addedLines) == [2])
  }

  @Test func `a name that is no UTF-8 keeps its bytes`() throws {
    try scratch.commit(["first": "x"], "Begin")
    let bytes: [UInt8] = [0x66, 0xFF, 0xFE, 0x2F, 0x80]
    let blob = try scratch.git("rev-parse", "HEAD:first")
    let line = Array("100644 \(blob)\t".utf8) + bytes + [0]
    let command = Command(
      "git", ["update-index", "-z", "--index-info"], environment: ScratchRepository.environment,
      workingDirectory: scratch.path)
    _ = try Spawner().capture(command, input: line)
    try scratch.git("commit", "--quiet", "--message", "Add an odd name")
    let change = try #require(try changes().first)
    #expect(change.path.bytes == bytes)
    #expect(change.path.parts == ["f\u{FFFD}\u{FFFD}", "\u{FFFD}"])
    #expect(change.addedLines == 1)
  }

  @Test func `a submodule that moves is a change`() throws {
    let module = try ScratchRepository()
    try module.commit(["inner": "x"], "Begin")
    try scratch.commit(["first": "x"], "Begin")
    try scratch.addSubmodule(module, at: "module")
    let next = try module.commit(["inner": "y"], "Go on")
    try ScratchRepository.git(["fetch", "--quiet", "origin"], in: "\(scratch.path)/module")
    try ScratchRepository.git(["checkout", "--quiet", next], in: "\(scratch.path)/module")
    try scratch.commit("Move the submodule")
    let change = try #require(try changes().first)
    #expect(change.path.description == "module")
    #expect(change.mode == "160000")
    #expect(change.blob == ObjectID(next))
  }
}
