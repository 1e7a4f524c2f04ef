import Repository
import Scratch
import Subprocess
import Testing

@Suite struct CommitTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
  }

  @Test func `a commit is what git says it is`() throws {
    let first = try scratch.commit(["file": "one"], "Begin")
    let second = try scratch.commit(["file": "two"], "Change “file”\n\nWhy it was changed.")
    let commit = try Repository(scratch).commit("HEAD")
    #expect(commit.id == ObjectID(second))
    #expect(commit.tree == ObjectID(try scratch.git("rev-parse", "HEAD^{tree}")))
    #expect(commit.parents == [ObjectID(first)])
    #expect(commit.subject == "Change “file”")
    #expect(commit.authorName == "Ada Byron")
    #expect(commit.authorDate == "2026-03-01T12:00:00+01:00")
    #expect(commit.id.short.count == 10)
  }

  @Test func `a commit without a message is a commit`() throws {
    try scratch.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "--message", "")
    #expect(try Repository(scratch).commit("HEAD").subject == "")
  }

  @Test func `a branch, a tag, an annotated tag and a short name all name the commit`() throws {
    let id = try scratch.commit(["file": "one"], "Begin")
    try scratch.git("branch", "side")
    try scratch.git("tag", "light")
    try scratch.git("tag", "--annotate", "--message", "heavy", "heavy")
    let repository = try Repository(scratch)
    for name in ["side", "light", "heavy", "HEAD", "@", String(id.prefix(7)), "refs/heads/main"] {
      #expect(try repository.commit(name).id == ObjectID(id), "\(name)")
    }
  }

  @Test(arguments: [
    "nothing", "--all", "-h", "", "HEAD~7", "HEAD:file", "a\0b", "0000000000000000000000000000000000000000",
  ])
  func `what names no commit is an unknown revision`(name: String) throws {
    try scratch.commit(["file": "one"], "Begin")
    #expect(throws: RepositoryError.unknownRevision(name)) { try Repository(scratch).commit(name) }
  }

  @Test func `on an unborn branch there are no commits`() throws {
    #expect(throws: RepositoryError.noCommits) { try Repository(scratch).commit("HEAD") }
  }

  @Test func `an unborn branch beside a born one is an unknown revision`() throws {
    try scratch.commit(["file": "one"], "Begin")
    try scratch.git("checkout", "--quiet", "--orphan", "empty")
    #expect(throws: RepositoryError.unknownRevision("HEAD")) { try Repository(scratch).commit("HEAD") }
  }

  @Test func `a root commit has nothing before it`() throws {
    let id = try scratch.commit(["file": "one"], "Begin")
    let repository = try Repository(scratch)
    let root = try repository.commit("HEAD")
    #expect(throws: RepositoryError.rootCommit(ObjectID(id))) { try repository.firstParent(of: root) }
  }

  @Test func `the parent at the edge of a shallow clone is not there`() throws {
    try scratch.commit(["file": "one"], "Begin")
    let id = try scratch.commit(["file": "two"], "Go on")
    let repository = try Repository(ScratchRepository(cloning: scratch, ["--depth=1"]))
    let edge = try repository.commit("HEAD")
    #expect(throws: RepositoryError.parentNotInShallowClone(ObjectID(id))) {
      try repository.firstParent(of: edge)
    }
  }

  @Test func `the root commit of a shallow clone is a root commit`() throws {
    let id = try scratch.commit(["file": "one"], "Begin\n\nparent of all that follows")
    let repository = try Repository(ScratchRepository(cloning: scratch, ["--depth=1"]))
    let root = try repository.commit("HEAD")
    #expect(throws: RepositoryError.rootCommit(ObjectID(id))) { try repository.firstParent(of: root) }
  }

  @Test func `the first parent of a merge is the branch that was merged into`() throws {
    try scratch.commit(["file": "one"], "Begin")
    try scratch.git("checkout", "--quiet", "-b", "side")
    let side = try scratch.commit(["other": "x"], "Beside")
    try scratch.git("checkout", "--quiet", "main")
    let main = try scratch.commit(["file": "two"], "Go on")
    try scratch.merge("side")
    let repository = try Repository(scratch)
    let merge = try repository.commit("HEAD")
    #expect(merge.parents == [ObjectID(main), ObjectID(side)])
    #expect(try repository.firstParent(of: merge).id == ObjectID(main))
  }

  @Test func `ancestry, the best common ancestor and distances are those of git`() throws {
    let base = try scratch.commit(["file": "one"], "Begin")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.commit(["other": "x"], "Beside")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.commit(["file": "two"], "Go on")
    try scratch.git("checkout", "--quiet", "--orphan", "alone")
    try scratch.commit(["else": "y"], "Alone")
    let repository = try Repository(scratch)
    let (main, side, alone) = try (
      repository.commit("main"), repository.commit("side"), repository.commit("alone")
    )
    #expect(try repository.mergeBase(main, side)?.id == ObjectID(base))
    #expect(try repository.mergeBase(main, alone) == nil)
    #expect(try repository.isAncestor(repository.commit(base), of: side))
    #expect(try !repository.isAncestor(main, of: side))
    #expect(try repository.isAncestor(main, of: main))
    #expect(try repository.commitCount(from: side, to: main) == 1)
  }

  @Test func `a repository of SHA-256 works like any other`() throws {
    let scratch = try ScratchRepository(format: "sha256")
    try scratch.commit(["file": "one"], "Begin")
    let id = try scratch.commit(["file": "two"], "Go on")
    let borrowed = try Borrowed(from: scratch)
    #expect(borrowed.repository.objectFormat == "sha256")
    let head = try borrowed.repository.commit("HEAD")
    #expect(head.id.digits == id)
    let changes = try borrowed.borrowing.changes(
      from: borrowed.repository.firstParent(of: head).id, to: head.id)
    #expect(changes.map(\.blob.digits.count) == [64])
    _ = try borrowed.checkOut()
    #expect(borrowed.text("file") == "two")
  }

  @Test func `settings of the user change nothing of what is read`() throws {
    try scratch.commit(["a b": "one\n", "ä": "one\n"], "Begin")
    try scratch.commit(["a b": "two\n", "ä": "two\n"], "Go on")
    let plain = try Borrowed(from: scratch)
    let commit = try plain.repository.commit("HEAD")
    let changes = try plain.borrowing.changes(from: commit.parents[0], to: commit.id)
    for (name, value) in [
      ("log.showSignature", "true"), ("color.ui", "always"), ("core.quotePath", "true"),
      ("diff.renames", "copies"),
      ("core.abbrev", "4"), ("log.date", "human"), ("diff.noprefix", "true"), ("diff.external", "/bin/false"),
      ("diff.orderFile", "/nonexistent"), ("core.pager", "/bin/false"), ("format.pretty", "oneline"),
      ("i18n.logOutputEncoding", "ISO-8859-1"), ("diff.ignoreSubmodules", "all"), ("log.follow", "true"),
    ] {
      try scratch.git("config", name, value)
    }
    let changed = try Borrowed(from: scratch)
    #expect(try changed.repository.commit("HEAD") == commit)
    #expect(try changed.borrowing.changes(from: commit.parents[0], to: commit.id) == changes)
  }

  @Test func `commits are read together, and one that is not here is an error`() throws {
    let scratch = try ScratchRepository()
    let first = ObjectID(try scratch.commit("One\n\nand more"))
    let second = ObjectID(try scratch.commit("Two"))
    let repository = try Repository(scratch)
    let missing = ObjectID(String(repeating: "a", count: 40))
    let found = try repository.commits([first, second])
    #expect(found.mapValues(\.subject) == [first: "One", second: "Two"])
    #expect(found[second]?.parents == [first])
    #expect(throws: RepositoryError.self) { try repository.commits([first, missing]) }
    #expect(try repository.commits([first])[first]?.committerName == "Ada Byron")
  }
}
