import Testing

@testable import Origin
@testable import Repository

@Suite struct PiecesTests {
  @Test(arguments: [
    ("int a = 1;", "a.c", 1.0), ("// a", "a.c", 0.2), ("#define A 1", "a.c", 1), ("#include <a>", "a.c", 0.2),
    ("  }", "a.c", 0.2), ("", "a.c", 0.05), ("# a", "a.py", 0.2), ("#a", "a.py", 0.2),
    ("import os", "a.py", 0.2),
    ("x = 1  # a", "a.py", 1), ("end", "a.rb", 0.2), ("* text", "a.java", 0.2), ("*p = 1;", "a.c", 1),
    ("-- a", "a.sql", 0.2), ("\t\r", "a.c", 0.05),
  ])
  func `a line weighs what it says`(_ line: String, _ path: String, _ weight: Double) {
    #expect(CodeLine(Array(line.utf8), in: CommentStyle(of: TreePath(path))).weight == weight)
  }

  @Test(arguments: [
    ("if (a)", true), ("} else if (a) {", true), ("unless a", true), ("iffy()", false), ("// if (a)", false),
  ])
  func `a condition is told from what is none`(_ line: String, _ isCondition: Bool) {
    #expect(CodeLine(Array(line.utf8), in: .slashes).isCondition == isCondition)
  }

  @Test func `identifiers are words of three letters or more that begin with no digit`() {
    var words: [String] = []
    Identifiers.each(in: Array("wait_for(ev, 0x12, größe) + ab1 3ab".utf8)[...]) {
      words.append(String(decoding: $0, as: UTF8.self))
    }
    #expect(words == ["wait_for", "größe", "ab1"])
  }

  @Test func `lines become ranges, at most 200`() {
    #expect(CandidatePool.ranges(of: [3, 1, 2, 7]) == [1..<4, 7..<8])
    #expect(CandidatePool.ranges(of: []) == [])
    let many = CandidatePool.ranges(of: Set((1...2000).map { $0 * 3 }))
    #expect(many.count <= 200)
    #expect(many.first?.lowerBound == 3 && many.last?.upperBound == 6001)
  }

  @Test func `probabilities add up to one, and are none's where there is no candidate`() {
    let model = OriginModel(
      weights: [.removedAny: 2, .age: -1], outside: 0.5, slope: 0.6, offset: 0.1, threshold: 0.3)
    let (each, outside) = model.probabilities([[.removedAny: 1], [.age: 1], [:]])
    #expect(abs(each.reduce(outside, +) - 1) < 1e-12)
    #expect(each[0] > outside && outside > each[2] && each[2] > each[1])
    #expect(model.probabilities([]).outside == 1)
  }

  @Test func `subjects are compared without names of commits and quotes`() {
    let words = SubjectWords("Revert \"queue: grow\" of 2f4c399a, which crashes")
    #expect(words.all == ["revert", "which", "crashes"])
    #expect(words.saysRepair && !words.saysCosmetic)
  }

  @Test func `sources are looked at before documents, and tests where there is nothing else`() {
    func files(_ names: String...) -> FixFiles {
      FixFiles(
        of: names.map {
          ChangedFile(
            path: TreePath($0), oldPath: TreePath($0), addedLines: 1, deletedLines: 0, isSubmodule: false)
        })
    }
    #expect(files("README.md", "src/a.c", "tests/a.c").chosen.map(\.path.line) == ["src/a.c"])
    #expect(files("README.md", "tests/a.c").chosen.map(\.path.line) == ["README.md"])
    #expect(files("tests/a.c").isTestsOnly)
    #expect(FixFiles(of: []).chosen.isEmpty)
  }
}
