import Repository

/// What git prints of a change.
struct PatchTarget: FuzzTarget {
  let name = "patch"

  let shapes = [
    GrowingShape("diff --git a/f{} b/f{}\n"), GrowingShape("x", after: "diff --git a/"),
    GrowingShape("+x\n", after: "diff --git a/f b/f\n@@ -0,0 +1,99999999 @@\n"),
    GrowingShape("@@ -1 +1 @@\n-a\n+b\n", after: "diff --git a/f.c b/f.c\n"),
    GrowingShape("+[DBG-{}]\n", after: "diff --git a/f b/f\n@@ -0,0 +1,99999999 @@\n"),
    GrowingShape("[DBG-", after: "diff --git a/f b/f\n@@ -0,0 +1 @@\n+"),
    GrowingShape("[DBG-a{}]", after: "diff --git a/f b/f\n@@ -0,0 +1 @@\n+"),
    GrowingShape("/* ", after: "diff --git a/f.c b/f.c\n@@ -0,0 +1 @@\n+"),
    GrowingShape("+/*\n", after: "diff --git a/f.c b/f.c\n@@ -0,0 +1,99999999 @@\n"),
    GrowingShape("\"\\", after: "diff --git a/f.c b/f.c\n@@ -1 +1 @@\n-print(\"a\")\n+print("),
    GrowingShape("a/", after: "diff --git a/", before: " b/x\n"), GrowingShape("Binary files \n"),
    GrowingShape("+++ b/x\n", after: "diff --git a/f b/f\n"), GrowingShape("\n"), GrowingShape(" "),
    GrowingShape(",", after: "diff --git a/f b/f\n@@ "), GrowingShape("+ \t \n"), GrowingShape("e\u{301}"),
    GrowingShape(" ", after: "diff --git a/f.c b/f.c\n@@ -0,0 +1 @@\n+"),
    GrowingShape("\\303", after: "diff --git \"a/", before: "\" \"b/x\""),
    GrowingShape("\\", after: "diff --git \"a/"),
    GrowingShape("diff --git a/d{}/f_test.py b/d{}/f_test.py\n@@ -0,0 +1 @@\n+[DBG-1]\n"),
  ]

  func read(_ bytes: [UInt8]) {
    let patch = Patch(bytes)
    _ = ProbeTag.added(by: patch)
    _ = Triviality.reason(for: patch)
    for file in patch.files { _ = TestPath.reason(file.path) }
  }

  func check(_ input: FuzzInput) throws {
    read(input.text)
    let lines = input.text.split(separator: 0x0A, omittingEmptySubsequences: false).count
    let patch = Patch(input.text)
    let told = patch.files.map { $0.added.count + $0.removed.count + 1 }.reduce(0, +)
    try promise(told <= lines, "\(told) lines are read from \(lines)")
    for tag in ProbeTag.added(by: patch) {
      try promise(
        tag.paths.allSatisfy { path in
          patch.files.contains { $0.path == path && $0.added.contains { $0.utf8.contains(tag.text.utf8) } }
        }, "\(tag.text) stands in none of its files")
    }
    try checkReading(input)
  }

  /// What git prints of the files in the input is read as those files.
  private func checkReading(_ input: FuzzInput) throws {
    let files = input.parts.prefix(8).compactMap(WrittenFile.init)
    let read = Patch(files.flatMap(\.printed)).files
    try promise(read.count == files.count, "\(files.count) files are read as \(read.count)")
    for (file, written) in zip(read, files) {
      try promise(
        file.path.bytes.elementsEqual(written.path), "\(shown(written.path)) is read as \(file.path)")
      let (removed, added) = (written.removed.map(text), written.added.map(text))
      try promise(
        file.removed == removed && file.added == added && !file.isBinary,
        "\(removed) and \(added) are read as \(file.removed) and \(file.added)")
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A file whose first line is its path, and whose others are removed or added by turns.
  private struct WrittenFile {
    let path: [UInt8]
    var removed: [[UInt8]] = []
    var added: [[UInt8]] = []
    let isCut: Bool

    init?(_ bytes: [UInt8]) {
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      path = lines.removeFirst()
      guard !path.isEmpty, !path.contains(0), !lines.isEmpty else { return nil }
      for (index, line) in lines.enumerated() {
        if index % 3 == 0 { removed.append(line) } else { added.append(line) }
      }
      isCut = bytes.count % 2 == 0
    }

    var printed: [UInt8] {
      let tab = path.contains(0x20) ? "\t" : ""
      let (old, new) = (named("a/"), named("b/"))
      var text = Array("diff --git ".utf8) + old + [0x20] + new
      text += Array("\nindex 1..2 100644\n--- ".utf8) + old + Array("\(tab)\n+++ ".utf8) + new
      text += Array("\(tab)\n".utf8)
      text += Array("@@ -\(span(removed)) +\(span(added)) @@ func f()\n".utf8)
      for line in removed { text += [UInt8(ascii: "-")] + line + [0x0A] }
      for line in added { text += [UInt8(ascii: "+")] + line + [0x0A] }
      return text + (isCut ? Array("\\ No newline at end of file\n".utf8) : [])
    }

    /// The path as git prints it: quoted where it holds quotes, backslashes and control characters.
    private func named(_ prefix: String) -> [UInt8] {
      let name = Array(prefix.utf8) + path
      guard name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else { return name }
      return [0x22] + name.flatMap(isCut ? Self.escapedByName : Self.escapedByNumber) + [0x22]
    }

    private static func escapedByName(_ byte: UInt8) -> [UInt8] {
      switch byte {
      case 0x07...0x0D: [0x5C, Array("abtnvfr".utf8)[Int(byte) - 7]]
      case 0x22, 0x5C: [0x5C, byte]
      case ..<0x20, 0x7F: escapedByNumber(byte)
      default: [byte]
      }
    }

    /// "\303": what git writes of a byte that has no letter of its own.
    private static func escapedByNumber(_ byte: UInt8) -> [UInt8] {
      [0x5C, 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
    }

    private func span(_ lines: [[UInt8]]) -> String { lines.count == 1 ? "1" : "1,\(lines.count)" }
  }
}
