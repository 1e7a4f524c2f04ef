import Repository
import Scratch
import Subprocess
import Testing

@testable import Proof

@Suite struct NewNamesTests {
  /// Whether the last of two commits, each a text of code, brings `name`.
  private func brings(_ name: String, from before: String, to after: String) throws -> Bool {
    let scratch = try ScratchRepository()
    try scratch.commit(["code": before], "Before")
    try scratch.commit(["code": after], "After")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let directory = try TemporaryDirectory()
    let borrowing = try BorrowingRepository(creating: "\(directory.path)/objects", borrowingFrom: repository)
    let names = try NewNames(
      before: repository.commit("HEAD~1").id, after: repository.commit("HEAD").id, in: borrowing)
    let first = names.contain(name)
    // An answer is kept: asking again gives the same.
    #expect(names.contain(name) == first)
    return first
  }

  @Test(arguments: [
    "def fresh(self):\n", "  def self.fresh\n", "class fresh:\n", "function fresh() {\n",
    "export const fresh = 1\n",
    "let fresh=1\n", "fresh = 1\n", "self.fresh = 1\n", "exports.fresh = () => 1\n",
    "  fresh: function () {},\n",
    "sub fresh {\n", "pub fn fresh<T>() {\n", "struct fresh {\n",
  ])
  func `a name that the fix defines is new`(definition: String) throws {
    #expect(try brings("fresh", from: "old\n", to: "old\n\(definition)"))
  }

  @Test(arguments: [
    ("def fresh():\n", "def fresh():\n  pass\n"), ("x.fresh\n", "x.fresh\ndef fresh():\n"),
    ("fresh(1)\n", "fresh(1)\ndef fresh():\n"), ("old\n", "old\nfreshen = 1\n"),
    ("old\n", "old\n# fresh air\n"),
    ("old\n", "old\nif fresh == 1:\n"), ("old\n", "old\ndef refresh():\n"),
    ("old\n", "old\ndef fresh_air():\n"),
  ])
  func `a name that was known, was used, or is not defined is none`(before: String, after: String) throws {
    #expect(try !brings("fresh", from: before, to: after))
  }

  @Test(arguments: ["", "a.*", "[", "a b", "ü", "-e"])
  func `what is no name is none`(name: String) throws {
    #expect(try !brings(name, from: "old\n", to: "def a b [ ü -e\n"))
  }
}
