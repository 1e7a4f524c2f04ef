import Testing

@testable import Origin

@Suite struct StatedOriginTests {
  private func stated(_ message: String) -> [StatedOrigin] {
    StatedOrigin.all(
      in: message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  @Test(arguments: [
    ("Fixes: 2f4c399 (\"evaluate: run a small step\")", StatedOrigin.Kind.trailer),
    ("Fixes: commit 2f4c399", .trailer),
    ("It never worked\nFixes: 2f4c399", .trailer),
    ("This reverts commit 2f4c399.", .revert),
    ("It is broken since 2f4c399.", .sentence),
    ("The check was lost; a regression introduced by commit 2f4c399 in May.", .sentence),
    ("Commit 2f4c399 broke the wait for an event.", .sentence),
    ("2f4c399 accidentally dropped the lock.", .sentence),
    ("This was caused by\n2f4c399.", .sentence),
    ("The bug in `drain` was introduced in 2f4c399.", .sentence),
    ("Fix a leak that was first introduced with commit 2f4c399", .sentence),
    ("A race condition introduced in \"queue: grow\" (2f4c399).", .sentence),
    ("The crash was inadvertently introduced in 2f4c399", .sentence),
    ("Ada introduced an off-by-one in 2f4c399", .sentence),
    ("2f4c399 (\"queue: grow\") introduced a subtle deadlock.", .sentence),
    ("Commit 2f4c399, which broke the build, is old.", .sentence),
    ("2f4c399 forgot to release the lock.", .sentence),
    ("2f4c399 was incomplete.", .sentence),
    ("Since 2f4c399 the drain hangs.", .sentence),
    ("Since commit 2f4c399 it no longer works.", .sentence),
    ("It has not worked since 2f4c399.", .sentence),
    (
      "It hasn’t compiled or worked properly; the tests fail to run and crash: broken since 2f4c399",
      .sentence
    ),
    ("The crash is due to 2f4c399.", .sentence),
    ("Fix a bug in MD5 introduced in \"2f4c399\".", .sentence),
    ("Fix a crash on start\n\nThe drain waits.\n\nIntroduced by 2f4c399", .sentence),
    ("A fix for a bug introduced with 2f4c399", .sentence),
    ("It leaks in the drain. This was introduced in 2f4c399.", .sentence),
    ("Introduced by 2f4c399, causing a crash at the end.", .sentence),
    ("Opening it works again: my change in 2f4c399 introduced this bug", .sentence),
    ("Bisected to 2f4c399.", .sentence),
    ("Not only broken by 2f4c399 but slow, too.", .sentence),
    ("Regression tests are broken since 2f4c399.", .sentence),
    ("- a regression from aaaaaaa\n- a regression from 2f4c399", .sentence),
    ("The lock was lost (e.g. in `drain`), a regression from 2f4c399", .sentence),
  ])
  func `a commit that a message blames is named`(_ message: String, _ kind: StatedOrigin.Kind) {
    let stated = stated(message)
    #expect(stated.map(\.name) == ["2f4c399"])
    #expect(stated.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "See also 2f4c399.", "(cherry picked from commit 2f4c399)", "Backport of 2f4c399, which broke nothing",
    "A bug was introduced. Much later 2f4c399 came.", "Fixes RILL-142", "Fixes: the defaced page", "2f4c39",
    "The bug was introduced\n\n2f4c399 is the build", "", "Fixes: the wait that 2f4c399 needs",
  ])
  func `one that it names for another reason is not`(_ message: String) {
    #expect(stated(message) == [])
  }

  @Test(arguments: [
    "The tenant groups were introduced in 2f4c399.", "Use the option that was introduced in 2f4c399.",
    "This was introduced in 2f4c399.", "The drain waits.\n\nIntroduced in 2f4c399.",
    "Crash: the option was introduced in 2f4c399.",
    "The test for the crash was introduced in 2f4c399.", "The error path introduced by 2f4c399 is long.",
    "Since commit 2f4c399 the queue owns its lock, so this check is dead.",
    "Since 2f4c399 crashes are logged.", "We log crashes since 2f4c399.", "The crash is fixed since 2f4c399.",
    "2f4c399 introduced the drain.", "2f4c399 introduced a crash handler.", "The fix for 2f4c399 broke it.",
    "Add a regression test from 2f4c399.", "The regression was fixed in 2f4c399.",
    "It is broken in the way that is mentioned in 2f4c399.", "Fix the \"regression\" of the tests in 2f4c399",
    "The drain was caused to wait before 2f4c399.", "This is broken, and see 2f4c399.",
    "The bug fix introduced in 2f4c399 is right.", "The \"2f4c399 broke it\" of Ada",
  ])
  func `one that it names without a word of harm is not`(_ message: String) {
    #expect(stated(message) == [])
  }

  @Test(arguments: [
    "This was not caused by 2f4c399.", "It wasn't introduced by 2f4c399.",
    "It isn’t a regression from 2f4c399.",
    "The crash was not introduced in 2f4c399.", "No crash was introduced in 2f4c399.",
    "This is no regression introduced by 2f4c399.", "It was never broken by 2f4c399.",
    "It was neither introduced nor caused by 2f4c399.", "2f4c399 did not break it.", "2f4c399 broke nothing.",
    "2f4c399, which never broke it, is fine.", "2f4c399 introduced no bug.",
    "It is no longer broken since 2f4c399.",
    "Nothing fails since 2f4c399.", "The crash is not due to 2f4c399.",
    "Slow by itself rather than broken by 2f4c399.",
  ])
  func `one that it says is not to blame is not`(_ message: String) {
    #expect(stated(message) == [])
  }

  @Test func `several are kept in their order, each once`() {
    let lines = ["Fixes: aaaaaa1", "Fixes: bbbbbb2", "Broken since aaaaaa1."]
    #expect(StatedOrigin.all(in: lines).map(\.name) == ["aaaaaa1", "bbbbbb2"])
    #expect(stated("A regression from aaaaaa1 and bbbbbb2.").map(\.name) == ["aaaaaa1", "bbbbbb2"])
  }

  @Test func `the line that names it is kept as it stands`() {
    #expect(
      stated("Mend it\n\nThis was caused\nby (commit)  2f4c399.").map(\.line) == ["by (commit)  2f4c399."])
  }

  @Test func `words run at the end of a message, too`() {
    #expect(stated("since 2f4c399").isEmpty && stated("to 2f4c399").isEmpty && stated("2f4c399").isEmpty)
    #expect(stated("introduced by 2f4c399").isEmpty && stated("2f4c399 introduced").isEmpty)
    #expect(stated("Since 2f4c399 it never").isEmpty && stated("\"2f4c399 broke").isEmpty)
  }
}
