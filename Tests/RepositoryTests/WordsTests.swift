import Repository
import Scratch
import Storage
import Testing

/// Words are searched for in the files of commits.
struct WordsTests {
  let scratch: ScratchRepository
  let commit: ObjectID

  init() throws {
    scratch = try ScratchRepository()
    commit = ObjectID(
      try scratch.commit(
        ["a.c": "int alpha_beta, beta_gamma_delta; /* x/y.h a.b */\n", "out/b.c": "int hidden_name;\n"], "One"
      ))
  }

  @Test(arguments: [
    ("alpha_beta", true), ("alpha", false), ("beta", false), ("beta_gamma", false), ("x/y.h", true),
    ("a.b", true), ("aXb", false), ("x.y", false), ("hidden_name", false), ("(", false),
  ])
  func `a word is found whole, as it is written, outside of what is left out`(word: String, isThere: Bool)
    throws
  {
    let found = try Repository(scratch).words([word, "none"], foundIn: commit, excluding: ["out"])
    #expect(found == (isThere ? [word] : []))
  }

  @Test func `a beginning is found at the beginning of a word, and beside a longer one`() throws {
    let asked: Set = ["beta_", "beta_gamma_", "gamma_", "alpha_b", "lpha_"]
    let found = try Repository(scratch).words(asked, foundIn: commit, asBeginnings: true)
    #expect(found == ["beta_", "beta_gamma_", "alpha_b"])
  }

  @Test func `many words are found at once`() throws {
    let many = Set((0..<1000).map { "word_number_\($0)" }).union(["alpha_beta", "beta_gamma_delta"])
    #expect(try Repository(scratch).words(many, foundIn: commit) == ["alpha_beta", "beta_gamma_delta"])
  }

  @Test func `what the user has set for git grep changes nothing`() throws {
    for setting in ["lineNumber", "column", "fullName"] {
      _ = try scratch.git("config", "grep.\(setting)", "true")
    }
    _ = try scratch.git("config", "color.ui", "always")
    #expect(try Repository(scratch).words(["alpha_beta"], foundIn: commit) == ["alpha_beta"])
    #expect(
      try Repository(scratch).files(holding: ["alpha_beta", "none"]) == ["alpha_beta": TreePath("a.c")])
  }

  @Test func `files that differ from a commit are told, and searched alone where that is asked for`() throws {
    let repository = try Repository(scratch)
    #expect(try repository.filesDiffering(from: commit) == [])
    try scratch.write("int other_name;\n", to: "a.c")
    try scratch.write("int new_name;\n", to: "dir/z ü.c")
    _ = try scratch.git("add", "--intent-to-add", "dir/z ü.c")
    let differing = try repository.filesDiffering(from: commit)
    #expect(differing == [TreePath("a.c"), TreePath("dir/z ü.c")])
    let asked: Set = ["other_name", "new_name", "hidden_name", "alpha_beta"]
    #expect(
      try repository.files(holding: asked, among: differing) == [
        "other_name": TreePath("a.c"), "new_name": TreePath("dir/z ü.c"),
      ])
    #expect(try repository.files(holding: asked)["hidden_name"] == TreePath("out/b.c"))
    #expect(try repository.files(holding: asked, among: []) == [:])
  }

  @Test func `words are found in messages, and in what was taken out of files`() throws {
    let repository = try Repository(scratch)
    try scratch.commit(["a.c": "int new_name;\n"], "Call it new_name\n\nIt was old-word before.")
    try scratch.commit(["out/b.c": ""], "Two")
    let tip = try repository.commit("HEAD")
    let asked: Set = ["new_name", "word", "ol", "alpha_beta"]
    #expect(try repository.words(asked, inMessagesUpTo: tip, limit: 5) == ["new_name", "word"])
    #expect(try repository.words(asked, inMessagesUpTo: tip, limit: 1) == [])
    let changed = { (limit: Int) in
      try repository.words(
        ["alpha_beta", "hidden_name"], inChangesOf: [TreePath("a.c")], upTo: tip, limit: limit)
    }
    #expect(try changed(5) == ["alpha_beta"])
    #expect(try changed(1) == ["alpha_beta"])
    #expect(try repository.words(["alpha_beta"], inChangesOf: [], upTo: tip, limit: 5) == [])
  }

  @Test func `a git without PCRE finds the same`() throws {
    let directory = "\(scratch.path)/.git/bin"
    try FileTree.makeDirectory(directory)
    let path = ScratchRepository.environment["PATH"] ?? "/usr/bin:/bin"
    let script = """
      #!/bin/sh
      for word; do [ "$word" != -P ] || { echo "fatal: no PCRE" >&2; exit 128; }; done
      PATH='\(path)' exec git "$@"
      """
    try FileTree.write(Array(script.utf8), to: "\(directory)/git", mode: 0o755)
    let repository = try Repository(at: scratch.path, adding: ["PATH": "\(directory):\(path)"])
    #expect(
      try repository.words(["alpha_beta", "alpha", "x/y.h"], foundIn: commit) == ["alpha_beta", "x/y.h"])
    let begun = try repository.words(["beta_", "gamma_", "beta_gamma_"], foundIn: commit, asBeginnings: true)
    #expect(begun == ["beta_", "beta_gamma_"])
  }
}
