/// How one text differs from another, line by line, with two lines of what is the same around each difference.
public struct LineDiff {
  /// Lines that begin with "-", "+" or a space; "…" stands between places.
  public let lines: [String]

  /// Compares two texts.
  public init(from old: [UInt8], to new: [UInt8]) {
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    guard before.count + after.count <= Self.mostLines else {
      lines = ["\(before.count) lines before, \(after.count) now: too many to compare"]
      return
    }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var script: [(mark: Character, line: Substring)] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        script.append(("-", before[left]))
        left += 1
      } else if inserted.contains(right) {
        script.append(("+", after[right]))
        right += 1
      } else {
        script.append((" ", before[left]))
        left += 1
        right += 1
      }
    }
    lines = Self.places(of: script)
  }

  private static let context = 2

  /// The comparison takes time and memory by the square of what differs; no section that people read is so long.
  private static let mostLines = 4_000

  private static func places(of script: [(mark: Character, line: Substring)]) -> [String] {
    var shown: Set<Int> = []
    for (place, step) in script.enumerated() where step.mark != " " {
      shown.formUnion(max(0, place - context)...min(script.count - 1, place + context))
    }
    var lines: [String] = []
    var last = -1
    for place in shown.sorted() {
      if last >= 0, place > last + 1 { lines.append("…") }
      let (mark, line) = script[place]
      lines.append(line.isEmpty && mark == " " ? "" : "\(mark)\(line)")
      last = place
    }
    return lines
  }

  private static func lines(of text: [UInt8]) -> [Substring] {
    String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
