@testable import Repository
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

@Suite struct PatchTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
  }

  /// The lines that the last commit changed.
  private func patch() throws -> Patch {
    let repository = try Repository(scratch)
    let head = try repository.commit("HEAD")
    return try repository.patch(from: repository.firstParent(of: head), to: head)
  }

  private func file(_ path: String, removed: [String] = [], added: [String] = [], isBinary: Bool = false)
    -> Patch.File
  {
    var file = Patch.File(path: TreePath(path))
    file.removed = removed
    file.added = added
    file.isBinary = isBinary
    return file
  }

  @Test func `each file has its lines, in the order of git`() throws {
    try scratch.commit(["a": "one\ntwo\nthree\n", "d/b": "x\n", "gone": "g\n"], "Begin")
    try scratch.remove("gone")
    try scratch.commit(["a": "one\nTWO\nthree\nfour\n", "d/b": "y\n", "new": "n\nm\n"], "Change")
    #expect(
      try patch().files == [
        file("a", removed: ["two"], added: ["TWO", "four"]), file("d/b", removed: ["x"], added: ["y"]),
        file("gone", removed: ["g"]), file("new", added: ["n", "m"]),
      ])
  }

  @Test(arguments: ["\u{301}a", "\u{73F}", "\u{301}a b"])
  func `a name may begin with an accent`(_ name: String) throws {
    try scratch.commit([name: "a\n"], "Begin")
    try scratch.commit([name: "b\n"], "Change")
    #expect(try patch().files == [file(name, removed: ["a"], added: ["b"])])
    #expect(Patch(Array("diff --git a/\(name) b/\(name)\n".utf8)).files == [file(name)])
  }

  @Test func `lines that look like headers are lines`() throws {
    let odd = [
      "--- a/file", "+++ b/file", "@@ -1,2 +3,4 @@", "diff --git a/x b/x", "Binary files a/x and b/x differ",
      "\\ No newline at end of file", "-", "+", "index 000..111", "",
    ]
    try scratch.commit(["file": "keep\n"], "Begin")
    try scratch.commit(["file": "keep\n" + odd.joined(separator: "\n") + "\n"], "Add them")
    #expect(try patch().files == [file("file", added: odd)])
    try scratch.commit(["file": "keep\n"], "Take them away")
    #expect(try patch().files == [file("file", removed: odd)])
  }

  @Test func `a line that is removed like a header, and added again like another`() throws {
    try scratch.commit(["file": "-- a\n++ b\n"], "Begin")
    try scratch.commit(["file": "++ a\n-- b\n@@ -1 +1 @@\n"], "Swap")
    let change = try #require(try patch().files.first)
    #expect(change.removed.count + 1 == change.added.count)
    #expect(change.added.contains("@@ -1 +1 @@"))
  }

  @Test func `a missing newline at the end is no line`() throws {
    try scratch.commit(["file": "one\ntwo"], "Begin")
    try scratch.commit(["file": "one\ntwo\n"], "End it")
    #expect(try patch().files == [file("file", removed: ["two"], added: ["two"])])
    try scratch.commit(["file": "one\nTWO"], "Leave it open")
    #expect(try patch().files == [file("file", removed: ["two"], added: ["TWO"])])
  }

  @Test func `a binary file is said to be one, and has no lines`() throws {
    try scratch.commit(["data": "a\0b", "text": "x\n"], "Begin")
    try scratch.commit(["data": "a\0c", "text": "y\n"], "Change")
    #expect(try patch().files == [file("data", isBinary: true), file("text", removed: ["x"], added: ["y"])])
  }

  @Test func `a renamed file is one that goes and one that comes, whatever the user's settings`() throws {
    try scratch.git("config", "diff.renames", "copies")
    try scratch.git("config", "diff.noprefix", "true")
    try scratch.git("config", "diff.mnemonicPrefix", "true")
    try scratch.git("config", "diff.context", "7")
    try scratch.git("config", "diff.external", "/bin/false")
    try scratch.git("config", "color.ui", "always")
    try scratch.commit(["old": "the same\n"], "Begin")
    try scratch.git("mv", "old", "renamed")
    try scratch.commit("Rename")
    #expect(try patch().files == [file("old", removed: ["the same"]), file("renamed", added: ["the same"])])
  }

  @Test func `a change of mode alone is a file without lines`() throws {
    try scratch.commit(["a b": "x\n"], "Begin")
    chmod("\(scratch.path)/a b", 0o755)
    try scratch.commit("Make it executable")
    #expect(try patch().files == [file("a b")])
  }

  @Test func `an empty file that comes or goes is a file without lines`() throws {
    try scratch.commit(["first": "x\n"], "Begin")
    try scratch.commit(["empty": ""], "Add it")
    #expect(try patch().files == [file("empty")])
  }

  @Test func `text conversions of the user do not act`() throws {
    try scratch.commit([".gitattributes": "*.x diff=x\n", "a.x": "one\n"], "Begin")
    try scratch.git("config", "diff.x.textconv", "tr a-z A-Z <")
    try scratch.commit(["a.x": "two\n"], "Change")
    #expect(try patch().files == [file("a.x", removed: ["one"], added: ["two"])])
  }

  @Test func `lines keep their carriage returns, tabs and blanks`() throws {
    try scratch.commit(["file": "a\r\n\tb \n"], "Begin")
    try scratch.commit(["file": "a\n    b\n"], "Change")
    #expect(try patch().files == [file("file", removed: ["a\r", "\tb "], added: ["a", "    b"])])
  }

  @Test func `a line that begins with a combining mark is a line`() throws {
    try scratch.commit(["file": "keep\n"], "Begin")
    try scratch.commit(["file": "keep\n\u{301}x\n\u{FE0F}y\n"], "Add it")
    #expect(try patch().files == [file("file", added: ["\u{301}x", "\u{FE0F}y"])])
  }

  /// What the patch has of a file that is changed under this name.
  private func patch(ofFileNamed name: String) throws -> [Patch.File] {
    try scratch.commit(["first": "x\n"], "Begin")
    try scratch.commit([name: "one\n"], "Add it")
    try scratch.commit([name: "two\n"], "Change it")
    return try patch().files
  }

  @Test(arguments: [
    "plain", "deep/er/file", "-dash", "*", "{a}", ":(top)x", "b/b/b", "with space", "a => b", "a b/c",
    "b/b b/b", "ünï",
    "a \"quoted\" name", "\"", "\"a/x\" b/x", "tab\there", "tab\tand blank ", "two\nlines", "ends\r",
    "back\\slash", "\\",
    "\\303\\274", " leads", "\u{1}\u{7}\u{8}\u{B}\u{C}\u{1B}\u{7F}", "ü\"", "\u{301}\"", "b/\"b\" b/x",
    "👨‍👩‍👧/\t",
  ])
  func `a file may have any name`(name: String) throws {
    for quoted in ["true", "false"] {
      try scratch.git("config", "core.quotePath", quoted)
      #expect(try patch(ofFileNamed: name) == [file(name, removed: ["one"], added: ["two"])])
      try scratch.remove(name)
    }
  }

  @Test func `a name need not be UTF-8`() throws {
    // "\200\"x" cannot be made as a file everywhere; in a tree it can.
    let blob = try scratch.git("hash-object", "-w", "-t", "blob", "/dev/null")
    let repository = try Repository(scratch)
    let name: [UInt8] = [0xE9, 0x22, 0x80]
    let tree = try commit(tree: [UInt8]("100644 blob \(blob)\t".utf8) + name + [0])
    let empty = try commit(tree: [])
    let patch = try repository.patch(from: repository.commit(empty), to: repository.commit(tree))
    #expect(patch.files.map(\.path.bytes) == [name])
  }

  /// A commit of a tree with these entries, as `git mktree -z` reads them.
  private func commit(tree entries: [UInt8]) throws -> String {
    let place = "\(scratch.surroundings.path)/entries"
    try FileTree.write(entries, to: place)
    let capture = try Spawner().capture(
      Command(
        "sh", ["-c", "git commit-tree -m x $(git mktree -z <\"$1\")", "sh", place],
        environment: ScratchRepository.environment, workingDirectory: scratch.path))
    #expect(capture.outcome.ending == .exit(0))
    return String(decoding: capture.output.dropLast(), as: UTF8.self)
  }

  @Test(arguments: [
    (#""b/\303\274 \"x\" \\ \a\b\t\n\v\f\r""#, "ü \"x\" \\ \u{7}\u{8}\t\n\u{B}\u{C}\r"),
    (#""b/\001\177""#, "\u{1}\u{7F}"),
    (#""b/a b"\#t"#, "a b"), ("b/a b\t", "a b"), ("b/a", "a"), ("b/\"a\"", "\"a\""), ("/dev/null", "old"),
    (#""b/open"#, "old"),
    (#""b/\x""#, "old"), (#""b/\400""#, "old"), (#""b/\12""#, "old"), (#""b/\18""#, "old"), (#""b/\"#, "old"),
    (#""c/x""#, "old"),
  ])
  func `what git quotes is read, and what is no name changes none`(name: String, path: String) {
    #expect(Patch(Array("diff --git a/old b/old\n+++ \(name)\n".utf8)).files == [file(path)])
  }

  @Test func `a path on one line is what git prints of it, and is read as the path`() throws {
    try scratch.git("config", "core.quotePath", "false")
    let names = (1...0x7F).filter { $0 != 0x2F }.map { "x\(String(decoding: [UInt8($0)], as: UTF8.self))ü" }
    for name in names { try scratch.write("", to: name) }
    let printed = try scratch.git("ls-files", "--others").split(separator: "\n").map(String.init)
    #expect(Set(printed) == Set(names.map { TreePath($0).line }))
    for name in names {
      let line = Array(TreePath(name).line.utf8)
      #expect((QuotedPath.read(line[...])?.name ?? line) == Array(name.utf8))
    }
  }

  @Test func `many hunks in a large file`() throws {
    let lines = (0..<2000).map { "line \($0)" }
    try scratch.commit(["file": lines.joined(separator: "\n") + "\n"], "Begin")
    let changed = lines.enumerated().map { $0.offset % 10 == 3 ? "-- \($0.element)" : $0.element }
    try scratch.commit(["file": changed.joined(separator: "\n") + "\n"], "Change")
    let change = try #require(try patch().files.first)
    #expect(change.removed == lines.enumerated().filter { $0.offset % 10 == 3 }.map(\.element))
    #expect(change.added == change.removed.map { "-- \($0)" })
  }

  @Test(arguments: [
    "", "\n", "@@ -1 +1 @@\n-a\n+b\n", "+++ b/x\n", "Binary files a and b differ\n", "diff --git \n",
  ])
  func `a text that is no patch holds no lines`(text: String) {
    #expect(Patch(Array(text.utf8)).files.allSatisfy { $0.added.isEmpty && $0.removed.isEmpty })
  }
}
