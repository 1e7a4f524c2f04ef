import Repository
import Scratch
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct SnapshotTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(
      [
        ".gitignore": "ignored\n", "staged": "1", "unstaged": "1", "gone": "1", "removed": "1", "mode": "1",
        "same": "1",
      ],
      "Begin")
  }

  /// Makes every kind of difference from HEAD that a working tree can have.
  private func makeDirty() throws {
    try scratch.write("2", to: "staged")
    try scratch.git("add", "staged")
    try scratch.write("2", to: "unstaged")
    try scratch.write("u", to: "untracked/file")
    try scratch.write("i", to: "ignored")
    try scratch.remove("gone")
    try scratch.git("rm", "--quiet", "removed")
    chmod("\(scratch.path)/mode", 0o755)
    try scratch.write("n", to: "intended")
    try scratch.git("add", "--intent-to-add", "intended")
  }

  @Test func `a snapshot holds the working tree and leaves the repository byte for byte as it was`() throws {
    try makeDirty()
    let borrowed = try Borrowed(from: scratch)
    let before = try scratch.digest()
    let head = try borrowed.repository.commit("HEAD")
    let snapshot = try borrowed.borrowing.snapshot(on: head)
    let changes = try borrowed.borrowing.changes(from: head.id, to: snapshot)
    expectEqualText(try scratch.digest(), before)
    let told = changes.map { "\($0.kind.rawValue) \($0.mode) \($0.path)" }
    #expect(
      told == [
        "D 000000 gone", "A 100644 intended", "M 100755 mode", "D 000000 removed", "M 100644 staged",
        "M 100644 unstaged", "A 100644 untracked/file",
      ])
  }

  @Test func `a snapshot can be checked out`() throws {
    try makeDirty()
    let borrowed = try Borrowed(from: scratch)
    let snapshot = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    _ = try borrowed.borrowing.checkOut(snapshot, at: "\(borrowed.directory.path)/a")
    #expect(borrowed.text("unstaged") == "2")
    #expect(borrowed.text("untracked/file") == "u")
    #expect(borrowed.text("ignored") == nil)
    #expect(borrowed.text("gone") == nil)
  }

  @Test func `equal trees give equal snapshots`() throws {
    try makeDirty()
    let (first, second) = try (Borrowed(from: scratch), Borrowed(from: scratch))
    let head = try first.repository.commit("HEAD")
    #expect(try first.borrowing.snapshot(on: head) == second.borrowing.snapshot(on: head))
  }

  @Test func `a clean working tree is no snapshot`() throws {
    try scratch.write("i", to: "ignored")
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD")
    #expect(throws: RepositoryError.workingTreeClean) { try borrowed.borrowing.snapshot(on: head) }
  }

  @Test func `a bare repository has nothing to take`() throws {
    let borrowed = try Borrowed(from: ScratchRepository(cloning: scratch, ["--bare"]))
    let head = try borrowed.repository.commit("HEAD")
    #expect(throws: RepositoryError.noWorkingTree) { try borrowed.borrowing.snapshot(on: head) }
  }

  @Test func `a snapshot from a subdirectory holds the whole working tree`() throws {
    try scratch.commit(["sub/file": "1"], "Add a directory")
    try scratch.write("2", to: "same")
    let repository = try Repository(at: "\(scratch.path)/sub")
    let directory = try TemporaryDirectory()
    let borrowing = try BorrowingRepository(creating: "\(directory.path)/objects", borrowingFrom: repository)
    let head = try repository.commit("HEAD")
    let changes = try borrowing.changes(from: head.id, to: borrowing.snapshot(on: head))
    #expect(changes.map(\.path.description) == ["same"])
  }

  @Test func `a conflict that is not resolved is taken as it stands in the file`() throws {
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.commit(["same": "side\n"], "Beside")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.commit(["same": "main\n"], "Go on")
    #expect(throws: ScratchError.self) { try scratch.merge("side") }
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    let snapshot = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    _ = try borrowed.borrowing.checkOut(snapshot, at: "\(borrowed.directory.path)/a")
    expectEqualText(try scratch.digest(), before)
    #expect(borrowed.text("same")?.hasPrefix("<<<<<<< ") == true)
  }

  @Test func `settings that act on the index are kept out of a snapshot`() throws {
    for (name, value) in [
      ("core.splitIndex", "true"), ("core.untrackedCache", "true"), ("core.fsmonitor", "true"),
      ("index.version", "4"),
      ("core.autocrlf", "input"), ("core.safecrlf", "true"), ("core.preloadIndex", "true"),
    ] {
      try scratch.git("config", name, value)
    }
    try scratch.git("update-index", "--split-index")
    try scratch.write("2", to: "same")
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    expectEqualText(try scratch.digest(), before)
  }

  @Test(arguments: ["with space", "it's \"quoted\"", "two\nlines", "ünïcode", "a:colon", "a\"b:c"])
  func `a working tree of any name can be taken`(name: String) throws {
    let scratch = try ScratchRepository(named: name)
    try scratch.commit(["file": "1", "other": "1"], "Begin")
    try scratch.write("2", to: "file")
    let before = try scratch.digest()
    let borrowed = try Borrowed(from: scratch)
    let snapshot = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    _ = try borrowed.borrowing.checkOut(snapshot, at: "\(borrowed.directory.path)/a")
    #expect(borrowed.text("file") == "2")
    #expect(borrowed.text("other") == "1")
    expectEqualText(try scratch.digest(), before)
  }

  @Test func `a working tree whose name has a newline and a letter beyond ASCII can be taken`() throws {
    let scratch = try ScratchRepository(named: "ünïcode\nü")
    try scratch.commit(["file": "1", "other": "1"], "Begin")
    try scratch.write("2", to: "file")
    let borrowed = try Borrowed(from: scratch)
    let snapshot = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    _ = try borrowed.borrowing.checkOut(snapshot, at: "\(borrowed.directory.path)/a")
    #expect(borrowed.text("other") == "1")
  }

  @Test func `files that a sparse checkout leaves out are not deleted by a snapshot`() throws {
    try scratch.commit(["in/file": "1", "out/file": "1"], "Add directories")
    try scratch.git("sparse-checkout", "set", "in")
    try scratch.write("2", to: "in/file")
    let borrowed = try Borrowed(from: scratch)
    let head = try borrowed.repository.commit("HEAD")
    let changes = try borrowed.borrowing.changes(from: head.id, to: borrowed.borrowing.snapshot(on: head))
    #expect(changes.map(\.path.description) == ["in/file"])
  }
}
