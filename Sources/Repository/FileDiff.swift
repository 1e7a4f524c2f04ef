/// What a change does to one file, with the places of the lines.
public struct FileDiff: Sendable, Equatable {
  /// Where it is after the change; for a file that goes, where it was.
  public var path: TreePath

  /// Where it was before; nil for a file that comes.
  public var oldPath: TreePath?

  /// The stretches that change, in order.
  public var hunks: [Hunk] = []

  /// Whether git shows no lines of it.
  public var isBinary = false
}

/// A stretch of a file that changes, with the lines around it as far as they were asked for.
public struct Hunk: Sendable, Equatable {
  /// What becomes of a line.
  public enum LineKind: Sendable, Equatable {
    /// It stays.
    case context
    /// It goes.
    case removed
    /// It comes.
    case added
  }

  /// A line, without its newline.
  public struct Line: Sendable, Equatable {
    /// What becomes of it.
    public var kind: LineKind

    /// Its bytes.
    public var text: [UInt8]
  }

  /// The number of its first line before the change, from 1; where it has none there, of the line that it follows.
  public var oldStart: Int

  /// How many of its lines were there before.
  public var oldCount: Int

  /// The number of its first line after the change.
  public var newStart: Int

  /// How many of its lines are there after.
  public var newCount: Int

  /// What git shows behind the numbers: the line that begins the function, most often.
  public var heading: [UInt8]

  /// The lines, in order.
  public var lines: [Line] = []

  /// Reads "@@ -12,3 +14,2 @@ int main(void)"; nil where it is no such line.
  init?(header: ArraySlice<UInt8>) {
    var rest = header
    func skip(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }
    func number() -> Int? {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(18)
      rest = rest[digits.endIndex...]
      return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard skip("@@ -"), let oldStart = number(), let oldCount = skip(",") ? number() : 1, skip(" +"),
      let newStart = number(), let newCount = skip(",") ? number() : 1, skip(" @@")
    else { return nil }
    (self.oldStart, self.oldCount, self.newStart, self.newCount) = (oldStart, oldCount, newStart, newCount)
    heading = Array(rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest)
  }
}

/// Reads the text of a change, as `git diff-tree -p` prints it, line by line.
struct DiffReader {
  /// The files so far.
  private(set) var files: [FileDiff] = []

  private var oldLeft = 0
  private var newLeft = 0

  /// Whether the next line belongs to a hunk: its header says how many follow, and a line may look like anything.
  var isInHunk: Bool { oldLeft > 0 || newLeft > 0 }

  /// Takes the next line.
  mutating func read(_ line: ArraySlice<UInt8>) {
    let last = files.count - 1
    if isInHunk, readHunkLine(line) { return }
    if line.starts(with: "diff --git ".utf8) {
      let path = Self.path(ofHeader: line)
      files.append(FileDiff(path: path, oldPath: path))
      (oldLeft, newLeft) = (0, 0)
    } else if last >= 0, line.starts(with: "+++ ".utf8) {
      if let path = Self.path(behind: line.dropFirst(4), side: "b/") { files[last].path = path }
    } else if last >= 0, line.starts(with: "--- ".utf8) {
      files[last].oldPath = Self.path(behind: line.dropFirst(4), side: "a/")
    } else if last >= 0, line.starts(with: "rename from ".utf8) {
      files[last].oldPath = Self.name(line.dropFirst("rename from ".utf8.count))
    } else if last >= 0, line.starts(with: "rename to ".utf8) {
      files[last].path = Self.name(line.dropFirst("rename to ".utf8.count))
    } else if last >= 0, line.starts(with: "new file mode ".utf8) {
      files[last].oldPath = nil
    } else if last >= 0, line.starts(with: "Binary files ".utf8) {
      files[last].isBinary = true
    } else if last >= 0, let hunk = Hunk(header: line) {
      files[last].hunks.append(hunk)
      (oldLeft, newLeft) = (hunk.oldCount, hunk.newCount)
    }
  }

  /// Takes the files that are read, and forgets them.
  mutating func takeFiles() -> [FileDiff] {
    defer { self = DiffReader() }
    return files
  }

  private mutating func readHunkLine(_ line: ArraySlice<UInt8>) -> Bool {
    let kind: Hunk.LineKind
    switch line.first {
    case UInt8(ascii: "-") where oldLeft > 0:
      kind = .removed
      oldLeft -= 1
    case UInt8(ascii: "+") where newLeft > 0:
      kind = .added
      newLeft -= 1
    // With `diff.suppressBlankEmpty` git leaves out the blank before a line that is empty and stays.
    case UInt8(ascii: " ") where oldLeft > 0 && newLeft > 0, nil where oldLeft > 0 && newLeft > 0:
      kind = .context
      oldLeft -= 1
      newLeft -= 1
    case UInt8(ascii: "\\"): return true  // "\ No newline at end of file"
    default: return false
    }
    let (file, hunk) = (files.count - 1, files[files.count - 1].hunks.count - 1)
    files[file].hunks[hunk].lines.append(.init(kind: kind, text: Array(line.dropFirst())))
    return true
  }

  /// The path in "diff --git a/PATH b/PATH", where both are the same.
  ///
  /// By bytes: a name may begin with an accent, which makes one character with the slash before it.
  private static func path(ofHeader line: ArraySlice<UInt8>) -> TreePath {
    let both = line.dropFirst("diff --git ".utf8.count)
    if let quoted = QuotedPath.read(both) { return TreePath(bytes: quoted.name.dropFirst("a/".utf8.count)) }
    let rest = both.dropFirst("a/".utf8.count)
    let half = (rest.count - " b/".utf8.count) / 2
    return TreePath(bytes: rest.prefix(max(0, half)))
  }

  /// The path in "b/PATH", quoted or not; nil for "/dev/null".
  private static func path(behind text: ArraySlice<UInt8>, side: String) -> TreePath? {
    // git puts a tab behind a path with a blank in it; one with a tab in it is quoted.
    let name = QuotedPath.read(text)?.name[...] ?? text.prefix { $0 != UInt8(ascii: "\t") }
    return name.starts(with: side.utf8) ? TreePath(bytes: name.dropFirst(side.utf8.count)) : nil
  }

  /// A path that stands alone, quoted or not.
  private static func name(_ text: ArraySlice<UInt8>) -> TreePath {
    TreePath(bytes: QuotedPath.read(text)?.name[...] ?? text)
  }
}
