import Repository
import Scratch
import Storage
import Testing

@Suite struct PartialTreeTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["in/file": "1", "out/file": "1", "out/carried": "1", "top": "1"], "Begin")
  }

  @Test(arguments: [["set", "--cone", "in"], ["set", "--no-cone", "/in/", "/top"]])
  func `a sparse checkout gives sparse trees`(options: [String]) throws {
    try ScratchRepository.git(["sparse-checkout"] + options, in: scratch.path)
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    #expect(borrowed.borrowing.isSparse)
    let tree = try borrowed.checkOut()
    #expect(borrowed.text("in/file") == "1")
    #expect(borrowed.text("top") == "1")
    #expect(!FileTree.isDirectory("\(tree.path)/out"))
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `files that are carried stand in a sparse tree, wherever they are`() throws {
    try scratch.git("sparse-checkout", "set", "in")
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD").id
    let tree = try borrowed.borrowing.checkOut(
      head, at: "\(borrowed.directory.path)/a", always: [TreePath("out/carried")])
    #expect(borrowed.text("out/carried") == "1")
    #expect(!FileTree.isFile("\(tree.path)/out/file"))
  }

  @Test func `a sparse checkout that was switched off gives whole trees`() throws {
    try scratch.git("sparse-checkout", "set", "in")
    try scratch.git("sparse-checkout", "disable")
    let borrowed = try Borrowed(from: scratch)
    #expect(!borrowed.borrowing.isSparse)
    _ = try borrowed.checkOut()
    #expect(borrowed.text("out/file") == "1")
  }

  @Test func `a sparse tree is brought back to what was checked out`() throws {
    try scratch.git("sparse-checkout", "set", "in")
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    let before = try directoryDigest(tree.path)
    try FileTree.write(Array("changed".utf8), to: "\(tree.path)/in/file")
    try FileTree.makeDirectory("\(tree.path)/built")
    try FileTree.write([], to: "\(tree.path)/built/out")
    try borrowed.borrowing.restore(tree)
    expectEqualText(try directoryDigest(tree.path), before)
  }

  @Test func `pointers of Git LFS whose content is not here are named`() throws {
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 3\n"
    try scratch.commit(
      [
        "data/.gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n", "data/a.bin": pointer,
        "data/b.bin": "content", "data/ü \"c\".bin": pointer, "d.bin": pointer,
      ], "Add data")
    let tree = try Borrowed(from: scratch).checkOut()
    #expect(tree.lfsPointers == ["data/a.bin", "data/ü \"c\".bin"])
  }

  @Test func `a repository without Git LFS has no pointers`() throws {
    try scratch.commit(
      ["d.bin": "version https://git-lfs.github.com/spec/v1\n", ".gitattributes": "* text\n"], "Add")
    #expect(try Borrowed(from: scratch).checkOut().lfsPointers.isEmpty)
  }
}
