import Proof
import Repository
import Scratch
import Subprocess
import Testing

/// A history: `first`, `second`, `third` on `main`, and `beside` on `side`, which parts at `first`; `merged` is both.
@Suite struct FixSpanTests {
  let scratch: ScratchRepository
  let repository: Repository
  private let names: [String: String]

  init() throws {
    scratch = try ScratchRepository()
    var names: [String: String] = [:]
    names["first"] = try scratch.commit(["a": "1"], "first")
    try scratch.git("checkout", "--quiet", "-b", "side")
    names["beside"] = try scratch.commit(["b": "1"], "beside")
    try scratch.git("checkout", "--quiet", "main")
    for name in ["second", "third", "fourth"] { names[name] = try scratch.commit(["a": name], name) }
    try scratch.git("checkout", "--quiet", "-b", "both")
    names["merged"] = try scratch.merge("side")
    for (name, id) in names { try scratch.git("tag", name, id) }
    self.names = names
    repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
  }

  private func span(_ revisions: String..., before: String? = nil, after: String? = nil) throws -> FixSpan {
    try FixSpan.find(.revisions(revisions), before: before, after: after, in: repository)
  }

  @Test func `one commit is compared with its first parent`() throws {
    let span = try span("third")
    #expect(span.before.subject == "second")
    #expect(span.after.subject == "third")
    #expect(span.named.map(\.subject) == ["third"])
    #expect(span.remarks.isEmpty)
    #expect(!span.isUncommitted)
  }

  @Test(arguments: [
    ("first..third", "first", "third"), ("first..", "first", "Merge branch 'side' into both"),
    ("main..side", "fourth", "beside"), ("side...main", "first", "fourth"),
    ("main...side", "first", "beside"),
    ("...side", "beside", "beside"), ("main^..main", "third", "fourth"),
  ])
  func `a range has two ends`(range: String, before: String, after: String) throws {
    let span = try span(range)
    #expect(span.before.subject == before)
    #expect(span.after.subject == after)
  }

  @Test func `a range whose start is left out begins at HEAD`() throws {
    #expect(try span("..side").before.id.digits == names["merged"])
  }

  @Test func `a symmetric range without a common ancestor is none`() throws {
    try scratch.git("checkout", "--quiet", "--orphan", "alone")
    try scratch.commit(["z": "1"], "alone")
    #expect(throws: FixSpanError.noCommonAncestor("main", "alone")) { try span("main...alone") }
  }

  @Test(arguments: [["second", "third"], ["third", "second"], ["third", "second", "third"]])
  func `several commits stand in the order of history, whatever the order of their names`(revisions: [String])
    throws
  {
    let span = try FixSpan.find(.revisions(revisions), before: nil, after: nil, in: repository)
    #expect(span.named.map(\.subject) == ["second", "third"])
    #expect(span.before.subject == "first")
    #expect(span.after.subject == "third")
    #expect(span.remarks.isEmpty)
  }

  @Test func `commits between those that are named are remarked on`() throws {
    #expect(
      try span("second", "fourth").remarks == [
        "1 other commit between the first and the last commit of the fix is part of what is compared."
      ])
    #expect(try span("second", "third", "fourth").remarks.isEmpty)
  }

  @Test func `commits of two branches are no fix`() throws {
    let expected = try FixSpanError.notInOneLine(
      ObjectID(#require(names["third"])), ObjectID(#require(names["beside"])))
    #expect(throws: expected) { try span("third", "beside") }
  }

  @Test func `a merge is compared with the branch that was merged into`() throws {
    let span = try span("merged")
    #expect(span.before.subject == "fourth")
    #expect(span.after.parents.count == 2)
  }

  @Test func `given trees replace those that were found`() throws {
    let span = try span("third", before: "beside", after: "fourth")
    #expect(span.before.subject == "beside")
    #expect(span.after.subject == "fourth")
    #expect(span.named.map(\.subject) == ["third"])
  }

  @Test func `a root commit needs the tree before it`() throws {
    #expect(throws: RepositoryError.rootCommit(ObjectID(try #require(names["first"])))) { try span("first") }
    #expect(try span("first", before: "beside").before.subject == "beside")
  }

  @Test func `no name is no fix`() {
    #expect(throws: FixSpanError.nothingNamed) {
      try FixSpan.find(.revisions([]), before: nil, after: nil, in: repository)
    }
  }

  @Test func `what is not committed is compared with HEAD`() throws {
    let span = try FixSpan.find(.uncommitted, before: nil, after: nil, in: repository)
    #expect(span.isUncommitted)
    #expect(span.before == span.after)
    #expect(span.named.isEmpty)
  }
}
