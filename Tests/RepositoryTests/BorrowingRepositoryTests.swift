import Repository
import Scratch
import Storage
import Testing

@Suite struct BorrowingRepositoryTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["file": "one", "gone": "x", "#keep": "k"], "Begin")
    try scratch.commit(["file": "two", "test/new": "t"], "Go on")
  }

  // MARK: Commits

  @Test func `changes of one commit are applied to the tree of another`() throws {
    try scratch.remove("gone")
    try scratch.commit(["file": "three", "test/new": "u", "test/odd\nname": "#!v"], "Fix")
    let borrowed = try Borrowed(from: scratch)
    let (base, fix) = try (borrowed.repository.commit("HEAD~2"), borrowed.repository.commit("HEAD"))
    let changes = try borrowed.borrowing.changes(from: base.id, to: fix.id)
    let chosen = changes.filter { $0.path.parts[0] == "test" || $0.kind == .deleted }
    let id = try borrowed.borrowing.commit(on: base, applying: chosen, message: "Both")
    let made = try borrowed.borrowing.commit(id)
    #expect(made.parents == [base.id])
    #expect(made.subject == "Both")
    _ = try borrowed.borrowing.checkOut(id, at: "\(borrowed.directory.path)/a")
    #expect(borrowed.text("file") == "one")
    #expect(borrowed.text("gone") == nil)
    #expect(borrowed.text("test/new") == "u")
    #expect(borrowed.text("test/odd\nname") == "#!v")
  }

  @Test func `equal changes on equal trees give equal commits`() throws {
    let (first, second) = try (Borrowed(from: scratch), Borrowed(from: scratch))
    let base = try first.repository.commit("HEAD~1")
    let changes = try first.borrowing.changes(from: base.id, to: first.repository.commit("HEAD").id)
    #expect(
      try first.borrowing.commit(on: base, applying: changes, message: "x")
        == second.borrowing.commit(on: base, applying: changes, message: "x"))
  }

  @Test func `a file that takes the place of a directory is applied, and a directory that of a file`() throws
  {
    try scratch.commit(["a": "file", "b/inner": "in"], "A file and a directory")
    try scratch.remove("a")
    try scratch.remove("b")
    try scratch.commit(["a/inner": "in", "b": "file"], "The other way round")
    let borrowed = try Borrowed(from: scratch)
    let (base, fix) = try (borrowed.repository.commit("HEAD~1"), borrowed.repository.commit("HEAD"))
    let changes = try borrowed.borrowing.changes(from: base.id, to: fix.id)
    let id = try borrowed.borrowing.commit(on: base, applying: changes, message: "x")
    #expect(try borrowed.borrowing.commit(id).tree == fix.tree)
  }

  @Test func `a line is found in a tree by a regular expression`() throws {
    try scratch.commit(["code": "let answer_one = -dash(42)\n"], "Add code")
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD").id
    #expect(try borrowed.borrowing.matches("^let answer_[a-z]+ =", in: head))
    #expect(try borrowed.borrowing.matches("-dash[(]", in: head))
    #expect(try !borrowed.borrowing.matches("^answer", in: head))
    #expect(try !borrowed.borrowing.matches("answer_one", in: borrowed.repository.commit("HEAD~1").id))
  }

  @Test func `a path is found in a tree by its letters, file and directory alike`() throws {
    try scratch.commit(["a*b": "x", "sub/file": "y"], "Add files")
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD").id
    for path in ["a*b", "sub/file", "sub", "#keep"] {
      #expect(try borrowed.borrowing.contains(path: path, in: head), "\(path)")
    }
    for path in ["a*", "nothing", "sub/nothing", "file/below", "../file"] {
      #expect(try !borrowed.borrowing.contains(path: path, in: head), "\(path)")
    }
  }

  // MARK: Trees

  @Test func `two trees stand side by side and the lender is as before`() throws {
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut("HEAD~1", named: "a")
    _ = try borrowed.checkOut("HEAD", named: "b")
    #expect(borrowed.text("file", in: "a") == "one")
    #expect(borrowed.text("file", in: "b") == "two")
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `what a repro does with git stays in the private repository`() throws {
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    for arguments in [
      ["commit", "--quiet", "--allow-empty", "--message", "x"], ["tag", "mine"], ["branch", "mine"],
      ["config", "user.name", "x"], ["stash", "--quiet", "--include-untracked"], ["gc", "--quiet"],
      ["worktree", "prune"], ["update-ref", "refs/heads/main", "HEAD~1"],
    ] {
      try ScratchRepository.git(arguments, in: tree.path)
    }
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `the names of commits are those of the lender`() throws {
    try scratch.git("tag", "--annotate", "--message", "one", "v1.0", "HEAD~1")
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    #expect(try ScratchRepository.git(["describe"], in: tree.path).hasPrefix("v1.0-1-g"))
    #expect(
      try ScratchRepository.git(["rev-parse", "main"], in: tree.path) == scratch.git("rev-parse", "main"))
  }

  @Test(arguments: [
    "with space", "it's \"quoted\"", "two\nlines", "ünïcode", "a:colon", "#hash", "back\\slash\n",
  ])
  func `the lender may have any name`(name: String) throws {
    let scratch = try ScratchRepository(named: name)
    try scratch.commit(["file": "one"], "Begin")
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut()
    #expect(borrowed.text("file") == "one")
  }

  @Test func `the lender may have a name with a newline and a letter beyond ASCII`() throws {
    let scratch = try ScratchRepository(named: "ünïcode\nü")
    try scratch.commit(["file": "1", "other": "1"], "Begin")
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut()
    #expect(borrowed.text("file") == "1")
  }

  @Test func `the private repository may stand below any name`() throws {
    let repository = try Repository(scratch)
    let surroundings = try TemporaryDirectory()
    let directory = "\(surroundings.path)/it's a \"name\""
    try FileTree.makeDirectory(directory)
    let borrowing = try BorrowingRepository(creating: "\(directory)/objects", borrowingFrom: repository)
    let tree = try borrowing.checkOut(repository.commit("HEAD").id, at: "\(directory)/a")
    #expect(FileTree.isFile("\(tree.path)/file"))
  }

  @Test func `objects that the lender borrows itself are there`() throws {
    let shared = try ScratchRepository(cloning: scratch, ["--shared", "--local"])
    let reference = try ScratchRepository(
      cloning: scratch, ["--reference", scratch.path], named: "reference")
    for lender in [shared, reference] {
      let borrowed = try Borrowed(from: lender)
      _ = try borrowed.checkOut()
      #expect(borrowed.text("file") == "two")
    }
  }

  @Test func `a linked working tree can lend`() throws {
    let linked = "\(scratch.surroundings.path)/linked"
    try scratch.git("worktree", "add", "--quiet", linked)
    try FileTree.write(Array("three".utf8), to: "\(linked)/file")
    let before = try scratch.digest()
    let repository = try Repository(at: linked)
    let directory = try TemporaryDirectory()
    let borrowing = try BorrowingRepository(creating: "\(directory.path)/objects", borrowingFrom: repository)
    let snapshot = try borrowing.snapshot(on: repository.commit("HEAD"))
    let tree = try borrowing.checkOut(snapshot, at: "\(directory.path)/a")
    #expect(try FileTree.read("\(tree.path)/file") == Array("three".utf8))
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `a shallow clone can lend what it has`() throws {
    let borrowed = try Borrowed(from: ScratchRepository(cloning: scratch, ["--depth=1"]))
    let tree = try borrowed.checkOut()
    #expect(borrowed.text("file") == "two")
    #expect(try ScratchRepository.git(["rev-list", "--count", "HEAD"], in: tree.path) == "1")
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func `a partial clone lends, and what is fetched for the trees does not go into it`(filter: String) throws {
    let partial = try ScratchRepository(cloning: scratch, ["--filter=\(filter)", "--no-checkout"])
    let before = try partial.digest()
    let borrowed = try Borrowed(from: partial)
    let changes = try borrowed.borrowing.changes(
      from: borrowed.repository.commit("HEAD~1").id, to: borrowed.repository.commit("HEAD").id)
    #expect(changes.map(\.path.description) == ["file", "test/new"])
    _ = try borrowed.checkOut("HEAD~1")
    #expect(borrowed.text("file") == "one")
    expectEqualText(try partial.digest(), before)
  }

  @Test func `a partial clone whose remote is gone says that an object is missing`() throws {
    let partial = try ScratchRepository(cloning: scratch, ["--filter=blob:none", "--no-checkout"])
    try scratch.remove("")
    let borrowed = try Borrowed(from: partial)
    let error = #expect(throws: RepositoryError.self) { try borrowed.checkOut("HEAD~1") }
    #expect(error.map(\.isMissingObject) == true, "\(String(describing: error))")
  }

  // MARK: Back to what was checked out

  @Test func `a tree is brought back to what was checked out`() throws {
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    let before = try directoryDigest(tree.path)
    try FileTree.write(Array("changed".utf8), to: "\(tree.path)/file")
    try FileTree.makeDirectory("\(tree.path)/built/nested")
    try FileTree.write([], to: "\(tree.path)/built/nested/object")
    try FileTree.remove("\(tree.path)/gone")
    try ScratchRepository.git(["init", "--quiet", "\(tree.path)/inner"], in: tree.path)
    try ScratchRepository.git(["add", "file"], in: tree.path)
    try borrowed.borrowing.restore(tree)
    expectEqualText(try directoryDigest(tree.path), before)
  }

  @Test func `a commit that a run makes in the tree does not stay`() throws {
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    let before = try directoryDigest(tree.path)
    try FileTree.write(Array("changed".utf8), to: "\(tree.path)/file")
    try ScratchRepository.git(["commit", "--quiet", "--all", "--message", "A run's own"], in: tree.path)
    try borrowed.borrowing.restore(tree)
    expectEqualText(try directoryDigest(tree.path), before)
  }

  @Test func `a branch that a run checks out in the tree does not stay`() throws {
    let borrowed = try Borrowed(from: scratch)
    let tree = try borrowed.checkOut()
    try ScratchRepository.git(["checkout", "--quiet", "-B", "other", "HEAD~1"], in: tree.path)
    try borrowed.borrowing.restore(tree)
    #expect(borrowed.text("file") == "two")
  }
}

extension RepositoryError {
  /// Whether an object is missing.
  var isMissingObject: Bool {
    guard case .objectMissing = self else { return false }
    return true
  }
}
