import Testing

@testable import Proof
@testable import Repository

@Suite struct CarriageTests {
  private func change(_ path: String, _ kind: Change.Kind = .modified) -> Change {
    Change(
      path: TreePath(path), kind: kind, mode: "100644", blob: ObjectID("0"), addedLines: 1, deletedLines: 0)
  }

  private func told(_ carriage: Carriage) -> [String] {
    carriage.items.map { "\($0.change.path): \($0.reason)" }
  }

  private var changes: [Change] {
    [
      change("data/table.txt", .added), change("docs/guide.md"), change("scripts/repro.sh", .added),
      change("src/a.c"),
      change("tests/a.c", .added), change("tests/old.c", .deleted),
    ]
  }

  @Test func `tests are carried, deleted ones too, and the rest is not`() {
    let carriage = Carriage(of: changes, carriesTests: true, asked: [], script: nil)
    #expect(told(carriage) == ["tests/a.c: under tests/", "tests/old.c: under tests/"])
    #expect(carriage.leftOut.isEmpty)
  }

  @Test func `without tests they are left out, and what is asked for is carried all the same`() {
    let carriage = Carriage(
      of: changes, carriesTests: false, asked: ["data", "tests/a.c"], script: "scripts/repro.sh")
    #expect(told(carriage) == ["data/table.txt: asked for by --carry", "tests/a.c: asked for by --carry"])
    #expect(carriage.leftOut.map(\.path.description) == ["tests/old.c"])
  }

  @Test(arguments: [
    ("src/a.c", true), ("src", true), ("src/", true), ("./src/a.c", true), ("./src//", true), (".", true),
    ("sr", false), ("src/a", false), ("a.c", false), ("/src", false), ("SRC", false),
  ])
  func `a wish covers a file or a directory`(wish: String, isCovered: Bool) {
    let carriage = Carriage(of: [change("src/a.c")], carriesTests: true, asked: [wish], script: nil)
    #expect(carriage.items.count == (isCovered ? 1 : 0))
    #expect(carriage.unmatched == (isCovered ? [] : [wish]))
  }

  @Test func `the script of the repro is carried if the fix adds it`() {
    #expect(
      told(Carriage(of: changes, carriesTests: true, asked: [], script: "scripts/repro.sh")).first
        == "scripts/repro.sh: run by the repro")
    #expect(
      told(Carriage(of: changes, carriesTests: true, asked: [], script: "src/a.c")).first
        == "tests/a.c: under tests/")
  }
}
