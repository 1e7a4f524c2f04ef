import Repository

/// Holds what commits did to the files of a fix against what the fix does.
struct ChangeDigest {
  private let change: FixChange
  private let removed: Set<UInt64>
  private let added: [UInt64: [UInt8]]
  private let headings: Set<UInt64>

  init(_ change: FixChange) {
    self.change = change
    removed = Set(change.files.flatMap { $0.removed.values.filter(Self.tells).map(\.digest) })
    added = Dictionary(
      change.files.flatMap { $0.added.filter(Self.tells).map { ($0.digest, Array($0.text)) } },
      uniquingKeysWith: { first, _ in first })
    headings = change.files.reduce(into: []) { $0.formUnion($1.headings) }
  }

  /// Whether a line is long enough that two commits do not write it by chance.
  private static func tells(_ line: CodeLine) -> Bool { line.isCode && line.text.count >= 8 }

  /// Notes in a candidate what it did.
  func read(_ diff: CommitDiff, into candidate: inout Candidate) {
    candidate.isDiffRead = true
    var addedHere: Set<UInt64> = []
    var removedHere: Set<UInt64> = []
    for file in diff.files {
      let style = CommentStyle(of: file.path)
      for hunk in file.hunks {
        if headings.contains(FixChange.digest(ofHeading: hunk.heading[...])) {
          candidate.changesFunction = true
        }
        for line in hunk.lines {
          candidate.changedLines += 1
          let code = CodeLine(line.text, in: style)
          guard code.isCode else { continue }
          let isAdded = line.kind == .added
          Identifiers.each(in: code.text) { word in
            let digest = Identifiers.digest(word)
            guard change.identifiers[digest] != nil else { return }
            if isAdded {
              candidate.addedIdentifiers.insert(digest)
            } else {
              candidate.removedIdentifiers.insert(digest)
            }
          }
          if isAdded, headings.contains(FixChange.digest(ofHeading: line.text[...])) {
            candidate.changesFunction = true
          }
          guard Self.tells(code) else { continue }
          if isAdded { addedHere.insert(code.digest) } else { removedHere.insert(code.digest) }
        }
      }
    }
    candidate.undoneLines = removed.intersection(addedHere).count
    candidate.restoredLine = added.keys.filter { removedHere.contains($0) && !addedHere.contains($0) }.min()
      .flatMap {
        added[$0]
      }
  }
}
