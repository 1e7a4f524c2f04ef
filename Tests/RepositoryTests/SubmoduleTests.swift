import Repository
import Scratch
import Storage
import Testing

@Suite struct SubmoduleTests {
  let module: ScratchRepository
  let scratch: ScratchRepository

  init() throws {
    module = try ScratchRepository()
    try module.commit(["inner": "one"], "Begin")
    scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Begin")
    try scratch.addSubmodule(module, at: "libs/the module")
  }

  @Test func `a submodule is checked out at the commit that each tree wants`() throws {
    let next = try module.commit(["inner": "two"], "Go on")
    let path = "\(scratch.path)/libs/the module"
    try ScratchRepository.git(["fetch", "--quiet", "origin"], in: path)
    try ScratchRepository.git(["checkout", "--quiet", next], in: path)
    try scratch.commit("Move the submodule")
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    #expect(try borrowed.checkOut("HEAD~1", named: "a").emptySubmodules.isEmpty)
    #expect(try borrowed.checkOut("HEAD", named: "b").emptySubmodules.isEmpty)
    #expect(borrowed.text("libs/the module/inner", in: "a") == "one")
    #expect(borrowed.text("libs/the module/inner", in: "b") == "two")
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `a submodule that is not checked out stays empty and is named`() throws {
    let clone = try ScratchRepository(cloning: scratch)
    let borrowed = try Borrowed(from: clone)
    let tree = try borrowed.checkOut()
    #expect(tree.emptySubmodules == ["libs/the module"])
    #expect(borrowed.text("libs/the module/inner") == nil)
  }

  @Test func `a submodule whose commit is missing is an error that names it`() throws {
    let next = try module.commit(["inner": "two"], "Go on")
    try scratch.git("update-index", "--cacheinfo", "160000,\(next),libs/the module")
    try scratch.git("commit", "--quiet", "--message", "Move the submodule, unseen")
    let borrowed = try Borrowed(from: scratch)
    #expect(throws: RepositoryError.submoduleCommitMissing(path: "libs/the module", commit: ObjectID(next))) {
      try borrowed.checkOut()
    }
  }

  @Test func `submodules of submodules are checked out`() throws {
    let outer = try ScratchRepository()
    try outer.commit(["file": "x"], "Begin")
    try outer.addSubmodule(scratch, at: "outer")
    try outer.git("submodule", "--quiet", "update", "--init", "--recursive")
    let before = try outer.digest()
    let borrowed = try Borrowed(from: outer)
    #expect(try borrowed.checkOut().emptySubmodules.isEmpty)
    #expect(borrowed.text("outer/libs/the module/inner") == "one")
    expectEqualText(try outer.digest(), before)
  }

  @Test func `a submodule of a submodule that is not checked out is named from the root`() throws {
    let outer = try ScratchRepository()
    try outer.commit(["file": "x"], "Begin")
    try outer.addSubmodule(scratch, at: "outer")
    let tree = try Borrowed(from: outer).checkOut()
    #expect(tree.emptySubmodules == ["outer/libs/the module"])
  }

  @Test func `a tree with submodules is brought back whole`() throws {
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    let before = try directoryDigest(tree.path)
    try FileTree.write(Array("changed".utf8), to: "\(tree.path)/libs/the module/inner")
    try FileTree.write([], to: "\(tree.path)/libs/the module/built")
    try borrowed.borrowing.restore(tree)
    expectEqualText(try directoryDigest(tree.path), before)
  }

  @Test func `a snapshot takes the commit that a submodule stands at`() throws {
    let path = "\(scratch.path)/libs/the module"
    let next = try module.commit(["inner": "two"], "Go on")
    try ScratchRepository.git(["fetch", "--quiet", "origin"], in: path)
    try ScratchRepository.git(["checkout", "--quiet", next], in: path)
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    let snapshot = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    _ = try borrowed.borrowing.checkOut(snapshot, at: "\(borrowed.directory.path)/a")
    #expect(borrowed.text("libs/the module/inner") == "two")
    expectEqualText(try scratch.digest(), before)
  }
}
