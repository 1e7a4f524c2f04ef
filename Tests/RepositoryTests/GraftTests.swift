import Chance
import Testing

@testable import Repository

@Suite struct GraftTests {
  /// Hunks as `git diff -U0` prints them.
  private static func hunks(_ text: String) -> [Hunk] {
    var reader = DiffReader()
    for line in ("diff --git a/x b/x\n" + text).split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(Array(line.utf8)[...])
    }
    return reader.files.first?.hunks ?? []
  }

  private static func graft(_ fix: String, since past: String, onto text: String) -> String? {
    Graft(hunks(fix), since: hunks(past), onto: Array(text.utf8)).text
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a test that is added behind one that is not there yet comes to the end`() {
    // Before the fix: a, blank, b; with it: and c. At the old commit there is another in the place of b.
    let text = Self.graft(
      "@@ -5,0 +6,3 @@\n+\n+def c():\n+    3\n",
      since: "@@ -4,2 +4,3 @@\n-def b():\n-    2\n+def old():\n+    0\n+    1\n",
      onto: "def a():\n    1\n\ndef old():\n    0\n    1\n")
    #expect(text == "def a():\n    1\n\ndef old():\n    0\n    1\n\ndef c():\n    3\n")
  }

  @Test func `one that comes into what is another function there goes behind that`() {
    // The lines behind the place are those of another function by accident: git has taken them for what stayed.
    let old = "def old():\n    call(\n        1,\n    )\n\n\ndef last():\n    9\n"
    let text = Self.graft(
      "@@ -3,0 +4,4 @@\n+def new():\n+    7\n+\n+\n",
      since: "@@ -1,3 +1,3 @@\n-def b():\n-    2\n-\n+def old():\n+    call(\n+        1,\n",
      onto: old)
    #expect(
      text == "def old():\n    call(\n        1,\n    )\n\n\ndef new():\n    7\n\n\ndef last():\n    9\n")
  }

  @Test func `lines that take the place of others do so where these are there`() {
    let past = "@@ -1 +0,0 @@\n-first\n"
    #expect(
      Self.graft("@@ -3 +3 @@\n-c\n+C\n", since: past, onto: "b\nc\nd\n") == "b\nC\nd\n")
  }

  @Test func `a change of what is not there is left out where something else is added`() {
    let fix = "@@ -1 +1 @@\n-a\n+A\n@@ -3,0 +4 @@\n+new\n"
    #expect(Self.graft(fix, since: "@@ -1 +1 @@\n-a\n+x\n", onto: "x\nb\nc\n") == "x\nb\nc\nnew\n")
  }

  @Test(arguments: [
    // Nothing but a change of what is not there.
    ("@@ -1 +1 @@\n-a\n+A\n", "@@ -1 +1 @@\n-a\n+x\n"),
    // More is added than taken away, and there is no place for it.
    ("@@ -1 +1,2 @@\n-a\n+A\n+new\n", "@@ -1 +1 @@\n-a\n+x\n"),
    // Lines that only go.
    ("@@ -2 +1,0 @@\n-b\n", "@@ -1 +1 @@\n-a\n+x\n"),
  ])
  func `where nothing that is added finds a place nothing is grafted`(_ fix: String, _ past: String) {
    #expect(Self.graft(fix, since: past, onto: "x\nb\nc\n") == nil)
  }

  @Test func `what comes to the end of a file without a last newline begins on a line of its own`() {
    #expect(Self.graft("@@ -2,0 +3 @@\n+c\n", since: "@@ -2 +2 @@\n-b\n+x\n", onto: "a\nx") == "a\nx\nc\n")
  }

  @Test(arguments: 0..<20) func `nothing of the older version is lost where the fix only adds`(_ seed: Int) {
    let fix = Self.hunks("@@ -2,0 +3,2 @@\n+new\n+\n@@ -4,0 +7 @@\n+  more\n")
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<20 {
      let words = ["", "a", "  b", "\tc", "}", "d"]
      let lines = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      // Whatever the stretches are that went: not even those of another file may do harm.
      let past = (1...6).filter { _ in Bool.random(using: &random) }
        .map { "@@ -\($0) +\($0) @@\n-x\n+y\n" }.joined()
      let text = lines.map { $0 + "\n" }.joined()
      guard let result = Graft(fix, since: Self.hunks(past), onto: Array(text.utf8)).text else {
        Issue.record("nothing was grafted onto \(lines) since \(past)")
        return
      }
      var rest = String(decoding: result, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)[...]
      #expect(rest.count == lines.count + 4)
      for line in lines {
        rest = rest.drop { $0 != line }
        #expect(!rest.isEmpty)
        rest = rest.dropFirst()
      }
    }
  }
}
