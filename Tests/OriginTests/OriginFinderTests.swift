import Repository
import Scratch
import Storage
import Subprocess
import Testing

@testable import Origin

@Suite struct OriginFinderTests {
  let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
  }

  private func find(
    _ fix: String = "HEAD", blind: Bool = false, in other: ScratchRepository? = nil
  ) throws -> OriginReport {
    let repository = try Repository(
      around: (other ?? scratch).path, environment: ScratchRepository.environment, spawner: Spawner())
    var request = OriginRequest(fix: [fix])
    request.isBlind = blind
    // What is tested is the answer, not how long a loaded machine takes for it.
    request.timeLimit = .seconds(120)
    return try OriginFinder(in: repository).find(request)
  }

  private func source(_ wait: String, _ rest: String = "") -> String {
    """
    int submit(int streams)
    {
      int event = next_event();
    \(wait)  push(event);
      return event;
    }

    int drain(void)
    {
      return pop_all();
    }
    \(rest)
    """
  }

  /// A history in which the second commit adds the lines that the fix removes; gives its name.
  @discardableResult
  private func history(_ message: String = "Mend it") throws -> String {
    try scratch.commit(["src/a.c": source("")], "Begin")
    let guilty = try scratch.commit(
      ["src/a.c": source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
    try scratch.commit(["src/b.c": "int other;\n"], "Something else")
    try scratch.commit(["src/a.c": source(""), "tests/a.c": "int test;\n"], message)
    return guilty
  }

  @Test func `the commit that added what the fix removes is most likely, with its reasons`() throws {
    let guilty = try history()
    let report = try find()
    #expect(report.verdict == .mostLikely)
    #expect(report.origin?.commit == guilty)
    let best = try #require(report.candidates.first)
    #expect(best.reasons.first == "last touched both lines that the fix removes")
    #expect(best.reasons.contains("wrote the condition that the fix removes: `if (streams == 1)`"))
    #expect(report.fix.searched == ["src/a.c"])
    #expect(report.sentence.hasPrefix("Most likely \(guilty.prefix(10))"))
    #expect(report.unread == [] && report.notes == [])
    #expect(report.candidates.map(\.probability).reduce(report.outside, +) < 1.001)
  }

  @Test func `the same question has the same answer`() throws {
    try history()
    #expect(try find() == find())
  }

  @Test func `a list of the commits is made meanwhile, and changes no answer`() throws {
    try history()
    let cache = try TemporaryDirectory()
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let graph = try #require(
      CommitGraph(of: repository, at: "\(cache.path)/graphs/one", now: 1, worthwhile: 0))
    var request = OriginRequest(fix: ["HEAD"])
    request.timeLimit = .seconds(120)
    let expected = try find()
    for _ in 0..<3 {
      #expect(try OriginFinder(in: repository, with: graph).find(request) == expected)
      #expect(graph.isThere)
    }
  }

  @Test func `a commit that the message names comes first, unless the message is left aside`() throws {
    try scratch.commit(["x": "1\n"], "Before all")
    let named = try scratch.git("rev-parse", "HEAD")
    let guilty = try history("Mend it\n\nFixes: \(named.prefix(9)) (\"Before all\")")
    let report = try find()
    #expect(report.verdict == .named)
    #expect(report.origin?.commit == named)
    #expect(report.named.map(\.kind) == ["trailer"])
    #expect(report.candidates.first?.commit.commit == guilty)
    let blind = try find(blind: true)
    #expect(blind.verdict == .mostLikely && blind.named == [])
  }

  @Test func `a name that is no commit here, or comes after the fix, is not believed`() throws {
    try history("Mend it\n\nFixes: 0123456789ab")
    #expect(try find().named == [])
  }

  @Test func `a name that belongs to the fix itself, or is that of a branch, is not believed`() throws {
    let guilty = try history("Mend it")
    let first = try scratch.git("rev-parse", "HEAD")
    try scratch.git("branch", "beef0001", guilty)
    try scratch.commit(
      ["src/a.c": source("  wait();\n")], "Mend it well\n\nFixes: \(first.prefix(9))\nFixes: beef0001")
    #expect(try find("HEAD~2..HEAD").named == [])
    // Where only the second is the fix, the first comes before it.
    #expect(try find().named.map(\.commit.commit) == [first])
  }

  @Test func `who touched only white space since is not blamed`() throws {
    try scratch.commit(["src/a.c": source("")], "Begin")
    let guilty = try scratch.commit(
      ["src/a.c": source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
    try scratch.commit(
      ["src/a.c": source("\tif (streams == 1)\n\t\treturn skip(event);\n")], "Indent by tabs")
    try scratch.commit(["src/a.c": source("")], "Mend it")
    #expect(try find().origin?.commit == guilty)
  }

  @Test func `a file is followed through its renaming`() throws {
    try scratch.commit(["src/a.c": source("")], "Begin")
    let guilty = try scratch.commit(
      ["src/a.c": source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
    try scratch.git("mv", "src/a.c", "src/new name.c")
    try scratch.commit("Rename")
    try scratch.commit(["src/new name.c": source("")], "Mend it")
    #expect(try find().origin?.commit == guilty)
  }

  @Test func `a fix that only adds lines has candidates from around them`() throws {
    try scratch.commit(["src/a.c": source("")], "Begin")
    try scratch.commit(["src/a.c": source("  if (streams == 1)\n    return skip(event);\n")], "Mend it")
    let report = try find()
    #expect(report.candidates.map(\.commit.subject) == ["Begin"])
    #expect(report.candidates.first?.reasons.first?.contains("next to what the fix changes") == true)
  }

  @Test func `a fix that only adds files determines nothing, and says why`() throws {
    try scratch.commit(["src/a.c": source("")], "Begin")
    try scratch.commit(["src/b.c": "int b;\n"], "Mend it")
    let report = try find()
    #expect(report.verdict == .notDetermined && report.candidates == [])
    #expect(report.notes.contains("The fix only adds files: nothing that was there before could be blamed."))
  }

  @Test func `binary files and submodules are told of, not guessed about`() throws {
    let module = try ScratchRepository()
    try module.commit(["m": "1\n"], "Module")
    try scratch.commit(["image": "a\u{0}b"], "Begin")
    try scratch.addSubmodule(module, at: "lib/module")
    try module.commit(["m": "2\n"], "Module again")
    try ScratchRepository.git(["pull", "--quiet"], in: "\(scratch.path)/lib/module")
    try scratch.commit(["image": "a\u{0}c"], "Mend it")
    let report = try find()
    #expect(report.verdict == .notDetermined)
    #expect(report.notes.contains("1 binary file of the fix could not be read."))
    #expect(
      report.notes.contains { $0.hasPrefix("The fix moves lib/module to another commit of a submodule") })
  }

  @Test func `a root commit has nothing before it`() throws {
    let root = try scratch.commit(["a": "1\n"], "Begin")
    #expect(throws: RepositoryError.rootCommit(ObjectID(root))) { try find() }
  }

  @Test func `a commit that changes nothing is no fix`() throws {
    try scratch.commit(["a": "1\n"], "Begin")
    try scratch.commit("Nothing")
    #expect(throws: RepositoryError.self) { try find() }
  }

  @Test func `a merge is looked at as what it brought to its first parent`() throws {
    try scratch.commit(["src/a.c": source("")], "Begin")
    let guilty = try scratch.commit(
      ["src/a.c": source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
    try scratch.git("switch", "--quiet", "-c", "topic")
    try scratch.commit(["src/a.c": source("")], "Mend it")
    try scratch.git("switch", "--quiet", "main")
    try scratch.merge("topic")
    #expect(try find().origin?.commit == guilty)
  }

  @Test func `where the history is cut off nothing is most likely`() throws {
    try history()
    let shallow = try ScratchRepository(cloning: scratch, ["--depth=2"])
    let report = try find(in: shallow)
    #expect(report.verdict == .notDetermined && report.isCut)
    #expect(report.notes.contains { $0.contains("git fetch --unshallow") })
  }

  @Test func `the commit where the history of a shallow clone ends is no candidate`() throws {
    try history()
    try scratch.commit(["src/b.c": "int other;\nint more;\n"], "More")
    let edge = try scratch.commit(["src/b.c": "int other;\n"], "Mend the other")
    try scratch.commit(["src/a.c": source("  wait();\n"), "src/b.c": "int one;\n"], "Wait")
    let guilty = try scratch.git("rev-parse", "HEAD")
    try scratch.commit(["src/a.c": source("  if (event)\n    wait();\n")], "Mend the wait")
    let report = try find(in: ScratchRepository(cloning: scratch, ["--depth=3"]))
    #expect(report.candidates.map(\.commit.commit) == [guilty])
    #expect(report.isCut)
    #expect(!report.candidates.map(\.commit.commit).contains(edge))
  }

  @Test func `a file whose name is no text is left out, with a word`() throws {
    let guilty = try history()
    func add(_ blob: String) throws {
      let line = Array("100644 \(blob)\tsrc/".utf8) + [0xE9] + Array(".c\0".utf8)
      let command = Command(
        "git", ["update-index", "-z", "--index-info"], environment: ScratchRepository.environment,
        workingDirectory: scratch.path)
      _ = try Spawner().capture(command, input: line)
    }
    try add(scratch.git("rev-parse", "HEAD:src/a.c"))
    try scratch.git("commit", "--quiet", "--amend", "--no-edit")
    let report = try find()
    #expect(report.origin?.commit == guilty)
    let note = try #require(report.notes.first { $0.hasPrefix("Left out, because git cannot be asked") })
    #expect(note.hasSuffix("src/\u{FFFD}.c."))
    // Where there is no other file, nothing is left to judge by.
    try add(scratch.git("rev-parse", "HEAD:src/b.c"))
    try scratch.git("commit", "--quiet", "--message", "Mend the other")
    let none = try find()
    #expect(none.sentence == "Not determined: the fix changes no file whose lines could be read.")
  }

  @Test func `a clone that lacks the files asks no remote for them`() throws {
    try history()
    let partial = try ScratchRepository(
      cloning: scratch, ["--filter=blob:none", "--no-checkout"], named: "partial")
    #expect(throws: RepositoryError.self) { try find(in: partial) }
  }

  @Test func `settings of the user do not change what is read`() throws {
    let guilty = try history()
    let report = try find()
    #expect(report.origin?.commit == guilty)
    for (name, value) in [
      ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"),
      ("log.showSignature", "true"),
      ("diff.external", "false"), ("blame.showEmail", "true"), ("core.quotePath", "true"),
      ("diff.renames", "false"), ("diff.suppressBlankEmpty", "true"),
      ("blame.showRoot", "true"),
      ("blame.ignoreRevsFile", "\(scratch.surroundings.path)/passed over"),
    ] {
      try scratch.git("config", name, value)
    }
    try FileTree.write(Array("\(guilty)\n".utf8), to: "\(scratch.surroundings.path)/passed over")
    #expect(try find() == report)
  }

  @Test func `the repository is as it was`() throws {
    try history()
    let before = try scratch.digest()
    _ = try find()
    #expect(try scratch.digest() == before)
  }

  @Test func `with no time the fix is still told, and what was not read`() throws {
    try history()
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    var request = OriginRequest(fix: ["HEAD"])
    request.timeLimit = .zero
    let report = try OriginFinder(in: repository).find(request)
    #expect(report.verdict == .notDetermined)
    #expect(!report.unread.isEmpty)
    #expect(report.sentence.hasSuffix("could not be read in the time given."))
  }
}
