import Repository
import Testing

@Suite struct ProbeTagTests {
  private static func patch(_ files: (path: String, added: [String], removed: [String])...) -> Patch {
    Patch(
      Array(
        files.map { file in
          "diff --git a/\(file.path) b/\(file.path)\n--- a/\(file.path)\n+++ b/\(file.path)\n"
            + "@@ -1,\(file.removed.count) +1,\(file.added.count) @@\n"
            + file.removed.map { "-\($0)\n" }.joined() + file.added.map { "+\($0)\n" }.joined()
        }.joined().utf8))
  }

  @Test func `each mark that is added is named once, with its files`() {
    let patch = Self.patch(
      ("a.c", ["log(\"[DBG-4f2a] x\"); // [DBG-9]", "[DBG-4f2a]"], ["[DBG-gone]"]),
      ("b.c", ["[[DBG-4f2a]"], []))
    let tags = ProbeTag.added(by: patch)
    #expect(tags.map(\.text) == ["[DBG-4f2a]", "[DBG-9]"])
    #expect(tags.map { $0.paths.map(\.description) } == [["a.c", "b.c"], ["a.c"]])
  }

  @Test(arguments: [
    "[DBG-]", "[DBG-4f", "DBG-4f2a]", "[dbg-4f2a]", "[DBG 4f2a]", "[DBG-a b]", "[", "", "[DBG-ü]",
  ])
  func `what only looks like a mark is none`(line: String) {
    #expect(ProbeTag.added(by: Self.patch(("a.c", [line], []))) == [])
  }
}
