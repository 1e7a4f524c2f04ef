import Repository

/// What a fix changes, as far as the search for its origin looks at it.
struct FixChange {
  /// One file, by its path before the fix.
  struct File {
    let path: TreePath

    /// Lines that go, by their numbers before the fix.
    var removed: [Int: CodeLine] = [:]

    /// Lines that come.
    var added: [CodeLine] = []

    /// Numbers of lines within four of a change.
    var adjacent: Set<Int> = []

    /// Numbers of lines of the functions that change.
    var function: Set<Int> = []

    /// The lines that begin these functions, as numbers.
    var headings: Set<UInt64> = []

    /// The names of these functions, as far as they can be read.
    var functions: [String] = []
  }

  /// The files that were there before the fix.
  var files: [File] = []

  /// Paths of files that come with the fix.
  var newPaths: [TreePath] = []

  /// Identifiers on changed lines of code, with their texts.
  var identifiers: [UInt64: [UInt8]] = [:]

  /// Those of them on lines that go.
  var removedIdentifiers: Set<UInt64> = []

  /// Those on lines that come.
  var addedIdentifiers: Set<UInt64> = []

  /// How far from a change a line still is next to it.
  private static let reach = 4

  /// Of a longer function, only so many lines on either side of a change count.
  private static let longFunction = (lines: 160, reach: 30)

  /// Lines of one file beyond this number are not looked at.
  static let lineLimit = 5000

  init(_ diffs: [FileDiff]) {
    for diff in diffs {
      guard let path = diff.oldPath else {
        newPaths.append(diff.path)
        continue
      }
      var file = File(path: path)
      let style = CommentStyle(of: path)
      for hunk in diff.hunks { read(hunk, into: &file, style) }
      files.append(file)
    }
  }

  /// Adds files of which no line was read.
  mutating func add(_ unread: [ChangedFile]) {
    let known = Set(files.map(\.path))
    files += unread.compactMap(\.oldPath).filter { !known.contains($0) }.map { File(path: $0) }
  }

  private mutating func read(_ hunk: Hunk, into file: inout File, _ style: CommentStyle) {
    var old = hunk.oldStart
    let end = hunk.oldStart + hunk.oldCount
    var heading: ArraySlice<UInt8> = hunk.heading[...]
    for line in hunk.lines {
      if line.kind != .added, let first = line.text.first, Self.beginsFunction(first) {
        heading = line.text[...]
      }
      if line.kind == .context {
        old += 1
        continue
      }
      let code = CodeLine(line.text, in: style)
      note(code, line.kind)
      mark(around: old, in: hunk.oldStart..<end, of: &file)
      if heading.count > 3, file.headings.insert(Self.digest(ofHeading: heading)).inserted,
        let name = FunctionName.read(heading), !file.functions.contains(name)
      {
        file.functions.append(name)
      }
      if line.kind == .removed {
        if file.removed.count < Self.lineLimit { file.removed[old] = code }
        old += 1
      } else if file.added.count < Self.lineLimit {
        file.added.append(code)
      }
    }
  }

  /// Marks the lines next to a change before the line `place`, and those of its function.
  private func mark(around place: Int, in hunk: Range<Int>, of file: inout File) {
    guard file.function.count + file.adjacent.count < Self.lineLimit * 2 else { return }
    let near = (place - Self.reach..<place + Self.reach + 1).clamped(to: hunk)
    file.adjacent.formUnion(near)
    let isLong = hunk.count > Self.longFunction.lines
    let reach = Self.longFunction.reach
    if isLong {
      file.function.formUnion((place - reach..<place + reach + 1).clamped(to: hunk))
    } else if !file.function.contains(hunk.lowerBound) {
      file.function.formUnion(hunk)
    }
  }

  private mutating func note(_ line: CodeLine, _ kind: Hunk.LineKind) {
    guard line.isCode else { return }
    var found: [(UInt64, [UInt8])] = []
    Identifiers.each(in: line.text) { found.append((Identifiers.digest($0), Array($0))) }
    for (digest, text) in found {
      identifiers[digest] = text
      if kind == .removed { removedIdentifiers.insert(digest) } else { addedIdentifiers.insert(digest) }
    }
  }

  /// git takes a line that begins with a letter, "_" or "$" for the beginning of a function.
  private static func beginsFunction(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "$")
      || (Identifiers.isPart(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte))
  }

  /// git shows at most eighty bytes of such a line.
  static func digest(ofHeading line: ArraySlice<UInt8>) -> UInt64 {
    var text = line.prefix(80)
    while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D { text = text.dropLast() }
    return Identifiers.digest(text)
  }
}
