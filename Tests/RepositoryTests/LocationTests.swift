import Repository
import Scratch
import Storage
import Subprocess
import Testing

@Suite struct LocationTests {
  @Test func `a directory in no repository is refused`() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: RepositoryError.notARepository(directory.path)) { try Repository(at: directory.path) }
  }

  @Test func `a directory that does not exist is in no repository`() {
    #expect(throws: RepositoryError.notARepository("/no/such/directory")) {
      try Repository(at: "/no/such/directory")
    }
  }

  @Test func `without git the error says so`() throws {
    let scratch = try ScratchRepository()
    #expect(throws: RepositoryError.gitMissing) {
      try Repository(around: scratch.path, environment: ["PATH": "/nonexistent"], spawner: Spawner())
    }
  }

  @Test func `a subdirectory belongs to the repository around it`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["inner/deep/file": "x"], "Add a file")
    let repository = try Repository(at: "\(scratch.path)/inner/deep")
    #expect(repository.workTree == scratch.path)
    #expect(repository.commonDirectory == "\(scratch.path)/.git")
    #expect(repository.treePath(of: "../x", from: "\(scratch.path)/inner/deep") == "inner/x")
    #expect(repository.treePath(of: "../../../x", from: "\(scratch.path)/inner/deep") == nil)
  }

  @Test func `a linked working tree has its own state and shares the rest`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Add a file")
    let linked = "\(scratch.surroundings.path)/linked"
    try scratch.git("worktree", "add", "--quiet", linked)
    let repository = try Repository(at: linked)
    #expect(repository.workTree == linked)
    #expect(repository.gitDirectory == "\(scratch.path)/.git/worktrees/linked")
    #expect(repository.commonDirectory == "\(scratch.path)/.git")
  }

  @Test func `a bare repository has no working tree`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Add a file")
    let bare = try ScratchRepository(cloning: scratch, ["--bare"])
    let repository = try Repository(bare)
    #expect(repository.workTree == nil)
    #expect(repository.commonDirectory == bare.path)
    #expect(try repository.commit("main").subject == "Add a file")
  }

  @Test(arguments: [
    "with space", "it's \"quoted\"", "two\nlines", "ends in newline\n", "ünïcode\nü", "a:colon", "#hash",
  ])
  func `any name of a directory is found`(name: String) throws {
    let scratch = try ScratchRepository(named: name)
    try scratch.commit(["file": "x"], "Add a file")
    let repository = try Repository(scratch)
    #expect(repository.workTree == scratch.path)
    #expect(repository.commonDirectory == "\(scratch.path)/.git")
  }

  @Test func `variables of git lead to the repository, as they do for git`() throws {
    let scratch = try ScratchRepository()
    let head = try scratch.commit(["file": "x"], "Add a file")
    let elsewhere = try TemporaryDirectory()
    let repository = try Repository(
      at: elsewhere.path, adding: ["GIT_DIR": "\(scratch.path)/.git", "GIT_WORK_TREE": scratch.path])
    #expect(repository.gitDirectory == "\(scratch.path)/.git")
    #expect(try repository.commit("HEAD").id == ObjectID(head))
  }
}
