import Testing

@testable import Repository

@Suite struct FileDiffTests {
  private func read(_ text: String) -> [FileDiff] {
    var reader = DiffReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(Array(line.utf8)[...])
    }
    return reader.files
  }

  @Test func `lines have places, kinds and the function that they stand in`() throws {
    let file = try #require(
      read(
        """
        diff --git a/a.c b/a.c
        index 1..2 100644
        --- a/a.c
        +++ b/a.c
        @@ -10,3 +10,4 @@ int main(void)
           one;
        -  two;
        +  TWO;
        +  three;
           four;
        """
      ).first)
    let hunk = try #require(file.hunks.first)
    #expect((hunk.oldStart, hunk.oldCount, hunk.newStart, hunk.newCount) == (10, 3, 10, 4))
    #expect(String(decoding: hunk.heading, as: UTF8.self) == "int main(void)")
    #expect(hunk.lines.map(\.kind) == [.context, .removed, .added, .added, .context])
    #expect(hunk.lines.map { String(decoding: $0.text, as: UTF8.self) }[1...2] == ["  two;", "  TWO;"])
  }

  @Test func `an empty line that stays counts, with the blank before it or without`() throws {
    let text = """
      diff --git a/a.c b/a.c
      --- a/a.c
      +++ b/a.c
      @@ -1,4 +1,4 @@
       one;

      -two;
      +TWO;
       three;
      diff --git a/b.c b/b.c
      """
    let files = read(text)
    #expect(files.map(\.path) == ["a.c", "b.c"].map { TreePath($0) })
    let kinds = try #require(files.first?.hunks.first).lines.map(\.kind)
    #expect(kinds == [.context, .context, .removed, .added, .context])
    #expect(read(text.replacing("\n\n", with: "\n \n")) == files)
  }

  @Test func `a rename has both names, a new file no old one`() {
    let files = read(
      """
      diff --git a/old b/new
      similarity index 90%
      rename from old
      rename to new
      diff --git a/fresh b/fresh
      new file mode 100644
      diff --git "a/t\\303\\274r" "b/t\\303\\274r"
      Binary files "a/t\\303\\274r" and "b/t\\303\\274r" differ
      """)
    #expect(files.map(\.path) == ["new", "fresh", "tür"].map { TreePath($0) })
    #expect(files.map(\.oldPath) == [TreePath("old"), nil, TreePath("tür")])
    #expect(files.map(\.isBinary) == [false, false, true])
  }

  @Test(arguments: ["@@ -1 +1", "@@ -a +1 @@", "@@", "@@ -1,2,3 +1 @@", "@@@ -1 -1 +1 @@@", ""])
  func `what is no header of a hunk is none`(_ text: String) {
    #expect(Hunk(header: Array(text.utf8)[...]) == nil)
  }

  @Test func `blame in pieces is read whole`() {
    let text = """
      \(String(repeating: "a", count: 40)) 3 7 2
      author A
      summary filename of the day
      boundary
      filename src/x.c
      \(String(repeating: "b", count: 40)) 1 1 1
      filename "t\\303\\274r"
      \(String(repeating: "a", count: 40)) 9 9 1
      filename src/x.c
      """
    var reader = BlameReader()
    for line in text.split(separator: "\n") { reader.read(Array(line.utf8)[...]) }
    #expect(reader.entries.map(\.lines) == [7..<9, 1..<2, 9..<10])
    #expect(reader.entries.map(\.path) == ["src/x.c", "tür", "src/x.c"].map { TreePath($0) })
  }
}
