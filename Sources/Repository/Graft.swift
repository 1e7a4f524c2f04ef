/// Puts what a fix changes in a file on an older version of that file, where the two do not merge.
///
/// A test that was added behind another one is to come to where that one is not there yet, and what was changed in a test that
/// is not there is of no use. So lines that are added find a place where such lines can begin, and lines that take the place of
/// others do so where these are there. Whether the result can be run is told by running it.
struct Graft {
  /// What leads from the version before the fix to that with it, without lines around.
  let fix: [Hunk]

  /// What leads from the version before the fix to the older one.
  let past: [Hunk]

  /// The lines of the older version, each with its end.
  let lines: [ArraySlice<UInt8>]

  init(_ fix: [Hunk], since past: [Hunk], onto text: [UInt8]) {
    self.fix = fix
    self.past = past
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    self.lines = lines
  }

  /// The older version with what the fix changes; nil where nothing that the fix adds finds a place, or more than a change of
  /// what is not there would be lost.
  var text: [UInt8]? {
    // What comes before a line, and whether the line goes.
    var added: [Int: [UInt8]] = [:]
    var removed: Set<Int> = []
    var adds = false
    for hunk in fix {
      let new = hunk.lines.filter { $0.kind == .added }.map(\.text)
      if hunk.oldCount == 0 {
        let place = place(behind: hunk.oldStart)
        let (found, block) = fit(new, at: place.line, isSure: place.isSure)
        added[found, default: []] += block
        adds = true
      } else if let first = unchanged(from: hunk.oldStart - 1, count: hunk.oldCount),
        first + hunk.oldCount <= lines.count
      {
        removed.formUnion(first..<first + hunk.oldCount)
        added[first, default: []] += Self.text(of: new)
        adds = adds || !new.isEmpty
      } else if hunk.newCount > hunk.oldCount {
        return nil
      }
    }
    guard adds else { return nil }
    var text: [UInt8] = []
    for place in 0...lines.count {
      if let block = added[place] {
        if let last = text.last, last != 0x0A { text.append(0x0A) }
        text += block
      }
      if place < lines.count, !removed.contains(place) { text += lines[place] }
    }
    return text
  }

  /// Where, among the older lines, is what stands behind so many lines of the version before the fix, and whether both lines
  /// beside it are there.
  private func place(behind count: Int) -> (line: Int, isSure: Bool) {
    var offset = 0
    for hunk in past {
      let (start, end) = Self.range(of: hunk)
      if end < count {
        offset += hunk.newCount - hunk.oldCount
      } else if start <= count {
        // Behind what is there instead, but for where the line before it has stayed.
        let isBehind = start < count || hunk.oldCount == 0
        return (isBehind ? start + offset + hunk.newCount : count + offset, false)
      }
    }
    return (count + offset, true)
  }

  /// Where lines of the version before the fix are, one behind the other; nil where they are not.
  private func unchanged(from first: Int, count: Int) -> Int? {
    var offset = 0
    for hunk in past {
      let (start, end) = Self.range(of: hunk)
      if end <= first {
        offset += hunk.newCount - hunk.oldCount
      } else if start < first + count {
        return nil
      }
    }
    return first + offset
  }

  /// The lines before and up to the end of a stretch, counted from 0.
  private static func range(of hunk: Hunk) -> (start: Int, end: Int) {
    let start = hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1
    return (start, start + hunk.oldCount)
  }

  // MARK: A place for lines that are added

  /// The next place at which lines can begin, and the lines as they are to stand there.
  private func fit(_ new: [[UInt8]], at place: Int, isSure: Bool) -> (place: Int, text: [UInt8]) {
    let place = min(place, lines.count)
    guard !isSure, let first = new.first(where: { !Self.isBlank($0) }) else {
      return (place, Self.text(of: new))
    }
    let indent = Self.indent(first)
    let isApart = new.first.map(Self.isBlank) == true || new.last.map(Self.isBlank) == true
    let found =
      (place...lines.count).first { canBegin(at: $0, indent, isApart: isApart) }
      ?? lines.count
    var block = new
    // A block that was set apart from what followed it is set apart from what is before it now.
    if found > 0, !Self.isBlank(Array(lines[found - 1])), isApart, block.first.map(Self.isBlank) == false {
      let blanks = block.reversed().prefix { Self.isBlank($0) }.count
      block = Array(block.suffix(blanks) + block.dropLast(blanks))
    }
    return (found, Self.text(of: block))
  }

  private func canBegin(at place: Int, _ indent: Int, isApart: Bool) -> Bool {
    guard place < lines.count else { return true }
    let next = lines[place...].first { !Self.isBlank(Array($0)) }
    if let next, Self.indent(Array(next)) > indent { return false }
    return !isApart || place == 0 || Self.isBlank(Array(lines[place - 1]))
      || Self.isBlank(Array(lines[place]))
  }

  private static func text(of lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  private static func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy { " \t\r\n".utf8.contains($0) } }

  /// How far a line is indented; a tab counts as eight.
  private static func indent(_ line: [UInt8]) -> Int {
    line.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 8 : 1) }
  }
}
