import Repository

/// Puts into words what speaks for a candidate.
struct OriginReasons {
  private let change: FixChange
  private let removedLines: Int
  private let rarity: [UInt64: Double]

  /// - Parameter rarity: how rare the identifiers of the fix are in its history.
  init(_ change: FixChange, rarity: [UInt64: Double]) {
    self.change = change
    self.rarity = rarity
    removedLines = change.files.reduce(0) { $0 + $1.removed.count }
  }

  func reasons(for candidate: Candidate) -> [String] {
    var reasons: [String] = []
    if candidate.removedLines > 0 {
      reasons.append(
        "last touched \(Self.part(candidate.removedLines, of: removedLines)) that the fix removes")
    }
    if let condition = candidate.condition {
      reasons.append("wrote the condition that the fix removes: \(Self.quoted(condition))")
    }
    if let line = candidate.restoredLine {
      reasons.append("removed a line that the fix adds: \(Self.quoted(line))")
    }
    if candidate.adjacentLines > 0 {
      let lines = candidate.adjacentLines
      reasons.append("last touched \(Self.lines(lines)) next to what the fix changes")
    }
    if candidate.functionLines > candidate.removedLines + candidate.adjacentLines {
      reasons.append("last touched \(Self.lines(candidate.functionLines)) of the code around it")
    } else if candidate.changesFunction, candidate.functionLines == 0 {
      reasons.append("changes a function that the fix changes")
    }
    if let history = candidate.history, history.place < 3 {
      let place = ["is the last change", "is the last change but one", "is the last change but two"][
        history.place]
      reasons.append("\(place) of \(history.path.line) before the fix")
    }
    let shared = candidate.addedIdentifiers.union(candidate.removedIdentifiers).filter {
      change.identifiers[$0].map(Self.isName) == true
    }
    let rare = shared.sorted { (rarity[$0] ?? 0, $1) > (rarity[$1] ?? 0, $0) }.prefix(3)
    let texts = rare.compactMap { change.identifiers[$0] }.map { Self.quoted($0) }
    if !texts.isEmpty {
      reasons.append("changes lines with \(texts.joined(separator: ", ")), as the fix does")
    }
    return reasons
  }

  /// Whether an identifier is a name that somebody gave, as far as its form tells, and no word of the language.
  private static func isName(_ word: [UInt8]) -> Bool {
    word.contains(UInt8(ascii: "_"))
      || word.dropFirst().contains { (0x41...0x5A).contains($0) } && word.contains { $0 >= 0x61 }
  }

  static func part(_ count: Int, of all: Int) -> String {
    if count >= all { return all == 1 ? "the line" : all == 2 ? "both lines" : "all \(all) lines" }
    return "\(count) of the \(all) lines"
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  private static func quoted(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return "`\(text.count > 80 ? "\(text.prefix(79))…" : text)`"
  }
}
