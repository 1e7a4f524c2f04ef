import Repository
import Scratch
import Storage
import Testing

@Suite struct SettingsTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["file": "one\ntwo\n"], "Begin")
  }

  /// The file whose presence shows that a hook ran.
  private var trace: String { "\(scratch.surroundings.path)/hook-ran" }

  /// What the hooks wrote; nil where none ran.
  private var ran: String? { (try? FileTree.read(trace)).map { String(decoding: $0, as: UTF8.self) } }

  private func writeHooks(in directory: String) throws {
    try FileTree.makeDirectory(directory)
    for hook in ["post-checkout", "post-index-change", "reference-transaction", "post-commit", "pre-commit"] {
      let text = "#!/bin/sh\necho \(hook) >> '\(trace)'\n"
      try FileTree.write(Array(text.utf8), to: "\(directory)/\(hook)", mode: 0o755)
    }
  }

  @Test func `hooks of the user's repository do not run`() throws {
    try writeHooks(in: "\(scratch.path)/.git/hooks")
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut()
    #expect(ran == nil)
  }

  /// A private repository made by a user whose own settings name a directory of hooks.
  private func borrowedWithGlobalHooks() throws -> Borrowed {
    let settings = "\(scratch.surroundings.path)/gitconfig"
    try writeHooks(in: "\(scratch.surroundings.path)/hooks")
    try FileTree.write(
      Array(
        "[core]\n\thooksPath = \(scratch.surroundings.path)/hooks\n[init]\n\ttemplateDir = /nonexistent\n"
          .utf8),
      to: settings)
    return try Borrowed(from: scratch, adding: ["GIT_CONFIG_GLOBAL": settings])
  }

  @Test func `hooks of the user's own settings do not run`() throws {
    let borrowed = try borrowedWithGlobalHooks()
    let tree = try borrowed.checkOut()
    try borrowed.borrowing.restore(tree)
    #expect(ran == nil)
  }

  @Test func `hooks of the user's own settings do not run while the working tree is taken`() throws {
    let borrowed = try borrowedWithGlobalHooks()
    try scratch.write("three", to: "file")
    _ = try borrowed.borrowing.snapshot(on: borrowed.repository.commit("HEAD"))
    #expect(ran == nil)
  }

  @Test func `how files are checked out is carried over`() throws {
    try scratch.git("config", "core.autocrlf", "true")
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut()
    #expect(borrowed.text("file") == "one\r\ntwo\r\n")
  }

  @Test func `filters and attributes of the repository are carried over`() throws {
    try scratch.git("config", "filter.upper.smudge", "tr a-z A-Z")
    try scratch.git("config", "filter.upper.clean", "tr A-Z a-z")
    try scratch.write("file filter=upper\n", to: ".git/info/attributes")
    let borrowed = try Borrowed(from: scratch)
    _ = try borrowed.checkOut()
    #expect(borrowed.text("file") == "ONE\nTWO\n")
  }

  @Test func `what ties the user's repository is not carried over`() throws {
    for (name, value) in [
      ("core.worktree", "/nonexistent"), ("core.fsmonitor", "/nonexistent"), ("branch.main.remote", "x"),
      ("alias.x", "!false"), ("core.editor", "false"), ("gc.auto", "1"), ("user.name", "Somebody"),
      ("core.sharedRepository", "all"), ("include.path", "/nonexistent"),
    ] {
      try scratch.git("config", name, value)
    }
    try scratch.git("config", "--unset", "core.worktree")
    let borrowed = try Borrowed(from: scratch)
    let listing = try borrowed.git("config", "--local", "--list")
    let names = listing.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
    // Those of Git LFS are there where git-lfs is not.
    #expect(
      Set(names.filter { !$0.hasPrefix("filter.lfs.") }) == [
        "core.repositoryformatversion", "core.filemode", "core.bare", "core.hookspath", "core.fsmonitor",
        "gc.auto",
        "maintenance.auto", "advice.detachedhead",
      ])
    #expect(try borrowed.git("config", "gc.auto") == "0")
    #expect(try borrowed.git("config", "core.hooksPath") == "/dev/null")
  }

  @Test func `remotes are carried over with all that is odd in them`() throws {
    try scratch.git("config", "remote.a \"b\\c.url", "https://example.org/x;y#z")
    try scratch.git("config", "remote.a \"b\\c.fetch", "  +refs/heads/*:refs/remotes/a/*  ")
    try scratch.git("config", "url.git@example.org:.insteadOf", "https://example.org/")
    let borrowed = try Borrowed(from: scratch)
    for name in ["remote.a \"b\\c.url", "remote.a \"b\\c.fetch", "url.git@example.org:.insteadof"] {
      #expect(try borrowed.git("config", name) == scratch.git("config", name))
    }
  }
}
