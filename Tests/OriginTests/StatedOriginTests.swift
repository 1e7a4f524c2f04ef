import Testing

@testable import Origin

@Suite struct StatedOriginTests {
  @Test(arguments: [
    ("Fixes: 2f4c399 (\"evaluate: run a small step\")", StatedOrigin.Kind.trailer),
    ("This reverts commit 2f4c399.", .revert),
    ("It is broken since 2f4c399.", .sentence),
    ("The check was lost; a regression introduced by commit 2f4c399 in May.", .sentence),
    ("Commit 2f4c399 broke the wait for an event.", .sentence),
    ("2f4c399 accidentally dropped the lock.", .sentence),
    ("This was caused by\n2f4c399.", .sentence),
  ])
  func `a commit that a message blames is named`(_ message: String, _ kind: StatedOrigin.Kind) {
    let stated = StatedOrigin.all(in: message.split(separator: "\n").map(String.init))
    #expect(stated.map(\.name) == ["2f4c399"])
    #expect(stated.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "See also 2f4c399.", "(cherry picked from commit 2f4c399)", "Backport of 2f4c399, which broke nothing",
    "A bug was introduced. Much later 2f4c399 came.", "Fixes RILL-142", "Fixes: the defaced page", "2f4c39",
    "The bug was introduced\n\n2f4c399 is the build", "",
  ])
  func `one that it names for another reason is not`(_ message: String) {
    #expect(
      StatedOrigin.all(in: message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        == [])
  }

  @Test func `several are kept in their order, each once`() {
    let lines = ["Fixes: aaaaaa1", "Fixes: bbbbbb2", "Broken since aaaaaa1."]
    #expect(StatedOrigin.all(in: lines).map(\.name) == ["aaaaaa1", "bbbbbb2"])
  }
}
